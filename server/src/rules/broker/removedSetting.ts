import { brokerKey, isBrokerKey, prefixFamily } from '../../knowledge/catalogue';
import type { KeyHistory } from '../../knowledge/keyFact';
import { parseVersion, satisfies, versionText } from '../../knowledge/version';
import type { BrokerFile } from '../../model/file';
import type { Finding, Fix } from '../finding';
import { brokerRule } from '../rule';

/** Before 3.0 these said where a broker listens; the broker now listens and is advertised elsewhere, without a word. */
const ADDRESSES: Readonly<Record<string, string>> = { 'host.name': 'listeners', 'port': 'listeners', 'advertised.host.name': 'advertised.listeners', 'advertised.port': 'advertised.listeners' };
/** Spoken of by rules of their own. */
const ELSEWHERE: ReadonlySet<string> = new Set(['inter.broker.protocol.version']);

export const removedSetting = brokerRule({
  id: 'broker/removed-setting',
  severity: 'warning',
  cites: ['kafka:host.name', 'kafka:log.message.format.version', 'https://kafka.apache.org/40/documentation/zk2kraft.html'],
  title: 'A setting that this version of Kafka no longer has',
  why: 'Kafka reads what it knows and ignores the rest without a word. What a removed setting did is now done in another way, or not at all.',

  *check(file) {
    for (const entry of file.document.entries) {
      const { key } = entry;
      if (key.startsWith('zookeeper.') || ELSEWHERE.has(key) || file.document.get(key) !== entry || (prefixFamily(key) && !isBrokerKey(key))) continue;
      const history = brokerKey(key);
      if (history?.removedIn === undefined || file.broker.settings.fact(key) || satisfies(file.context.version.value, `<${history.removedIn}`)) continue;
      yield findingOf(file, key, history, history.removedIn);
    }
  },
});

function findingOf({ broker, document, context }: BrokerFile, key: string, history: KeyHistory, removedIn: string): Finding {
  const entry = document.get(key);
  const address = Object.hasOwn(ADDRESSES, key) ? ADDRESSES[key] : undefined;
  const heir = history.replacement !== undefined && /^[a-z.]+$/.test(history.replacement) ? history.replacement : undefined;
  const isLost = address !== undefined && !broker.settings.part(address);
  const span = entry?.span ?? { start: 0, end: 0 };
  const remove: Fix = { kind: 'safe', title: 'Remove this setting', edits: [{ span: entry?.lineSpan ?? span, newText: '' }] };
  const rename: Fix | undefined = heir !== undefined && address === undefined && !document.get(heir) && broker.settings.fact(heir) && entry
    ? { kind: 'choice', title: `Change to ${heir}`, edits: [{ span: entry.keySpan, newText: heir }] }
    : undefined;
  const since = parseVersion(removedIn);
  return {
    span,
    tag: 'unnecessary',
    // Where nobody says the version, an older Kafka may run that still reads the address.
    severity: isLost ? (context.versionKnown && !context.versionFromKeys ? 'error' : 'warning') : context.versionKnown ? 'warning' : 'info',
    text: `"${key}" is not read: Kafka ${since ? versionText(since) : removedIn} and later do not have it${isLost ? `, and ${address} is missing` : ''}.`,
    help: history.replacement === undefined ? 'Remove the line.' : `Use ${history.replacement} instead, and remove the line.`,
    // The broker meant something with an address: only the operator can carry it over.
    fixes: isLost ? [] : rename ? [rename, remove] : [remove],
  };
}
