/** A listener as a branch of the outline: `SSL://:9093` with its certificate, client authentication, mechanisms and principals. */
import type { PropertiesEntry } from '../../documents/properties';
import { brokerFact, listenerScope } from '../../knowledge/catalogue';
import type { Endpoint } from '../../model/endpoints';
import type { BrokerFile } from '../../model/file';
import type { OutlineSymbol } from '../feature';
import { settingSymbol } from './brokerSetting';

/** `shown` holds the entries that a branch already shows and no group repeats. */
export interface ListenerBranches {
  readonly branches: readonly OutlineSymbol[];
  readonly shown: ReadonlySet<PropertiesEntry>;
}

/** One branch for each listener that is written in the file. */
export function listenerBranches(file: BrokerFile): ListenerBranches {
  const shown = new Set<PropertiesEntry>();
  const branches = file.broker.listeners.endpoints.flatMap((endpoint) => branchOf(file, endpoint, shown));
  return { branches, shown };
}

/** What people look for on a listener, by the protocol that it speaks. */
const RESOLVED: readonly (readonly [name: string, key: string, speaks: RegExp])[] = [
  ['Certificate', 'ssl.keystore.location', /SSL$/],
  ['Client authentication', 'ssl.client.auth', /SSL$/],
  ['Mechanisms', 'sasl.enabled.mechanisms', /^SASL/],
  ['Principals', 'ssl.principal.mapping.rules', /^SSL$/],
  ['Principals', 'principal.builder.class', /^SASL/],
];

function branchOf(file: BrokerFile, endpoint: Endpoint, shown: Set<PropertiesEntry>): readonly OutlineSymbol[] {
  const { written, listener } = endpoint;
  if (!written || listener === undefined) return [];
  const { broker } = file;
  const protocol = broker.protocols.effective.get(listener);
  const { span } = written.whole;
  const children: OutlineSymbol[] = [];
  const advertised = broker.advertised?.endpoints.find((other) => other.listener === listener)?.written;
  if (advertised) children.push({ name: 'Advertised', detail: advertised.whole.text, kind: 'setting', span: advertised.whole.span, selectionSpan: advertised.whole.span, children: [] });
  const prefix = `listener.name.${listener.toLowerCase()}.`;
  for (const [name, key, speaks] of RESOLVED) {
    if (protocol === undefined || !speaks.test(protocol)) continue;
    const entry = broker.setting(`${prefix}${key}`) ?? broker.setting(key);
    if (entry?.key.startsWith(prefix)) shown.add(entry);
    if (entry) children.push(settingSymbol(entry, name));
    else children.push({ name, detail: defaultOf(file, key), kind: 'setting', span, selectionSpan: span, children: [] });
  }
  for (const entry of file.document.entries) {
    if (shown.has(entry) || listenerScope(entry.key)?.listener !== listener.toLowerCase()) continue;
    shown.add(entry);
    children.push(settingSymbol(entry, entry.key.slice(prefix.length)));
  }
  return [{ name: written.whole.text, ...(protocol === undefined || written.name.text === protocol ? {} : { detail: protocol }), kind: 'listener', span, selectionSpan: span, children }];
}

function defaultOf(file: BrokerFile, key: string): string {
  const preset = brokerFact(key, file.context.version.value)?.default;
  return typeof preset === 'string' && preset !== '' ? `${preset} by default` : 'not set';
}
