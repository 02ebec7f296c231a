/** Completion of zookeeper.properties and zoo.cfg: keys that are not set yet, the next member, words for values. */
import { touches } from '../../documents/span';
import { zookeeperKey, zookeeperKeyNames, type ZooKeeperKey } from '../../knowledge/zookeeperKeys';
import { zookeeperText } from '../../knowledge/zookeeperTexts';
import type { ZooKeeperFile } from '../../model/file';
import type { CompletionEntry } from '../feature';
import { factsLine } from '../hover/zookeeper';
import { paragraphs } from '../markdown';

/** Values that production files have, where the default is no good start. */
const STARTS: ReadonlyMap<string, string> = new Map([
  ['dataDir', '/var/lib/zookeeper'], ['dataLogDir', '/var/lib/zookeeper-log'], ['clientPort', '2181'], ['initLimit', '10'], ['syncLimit', '5'], ['tickTime', '2000'],
  ['autopurge.purgeInterval', '24'], ['autopurge.snapRetainCount', '3'], ['admin.enableServer', 'false'], ['4lw.commands.whitelist', 'srvr, ruok, mntr'],
]);
const WORDS: ReadonlyMap<string, readonly string[]> = new Map([['peerType', ['observer', 'participant']], ['electionAlg', ['3']], ['ssl.clientAuth', ['need', 'want', 'none']], ['snapshot.compression.method', ['gz', 'snappy']]]);

/** Proposals at an offset. */
export function zookeeperCompletion(file: ZooKeeperFile, offset: number): readonly CompletionEntry[] {
  if (file.document.comments.some(({ span }) => span.start < offset && offset <= span.end)) return [];
  const entry = file.document.entries.find(({ lineSpan, valueSpan }) => lineSpan.start <= offset && offset <= Math.max(valueSpan.end, valueSpan.start));
  if (entry && offset >= entry.separatorSpan.end && entry.separatorSpan.end > entry.separatorSpan.start) {
    return touches(entry.valueSpan, offset) ? valueEntries(entry.key.trim(), entry.valueSpan) : [];
  }
  const span = entry ? entry.keySpan : { start: offset, end: offset };
  const keepsValue = entry !== undefined && entry.separatorSpan.end > entry.separatorSpan.start;
  const isFree = (name: string): boolean => file.document.get(name) === undefined || name === entry?.key;
  return [...zookeeperKeyNames().filter(isFree).map((name) => keyEntry(name, span, keepsValue)), memberEntry(file, span)];
}

function keyEntry(name: string, span: CompletionEntry['span'], keepsValue: boolean): CompletionEntry {
  const fact = zookeeperKey(name);
  const start = STARTS.get(name);
  const choices = fact ? wordsOf(name, fact) : [];
  const value = start ?? (choices.length > 0 ? '' : plainDefault(fact));
  const snippet = choices.length > 0 && start === undefined ? `\${1|${choices.join(',')}|}` : `\${1:${value.replace(/[\\$}]/g, '\\$&')}}`;
  return {
    label: name, kind: keepsValue ? 'key' : 'snippet', span,
    newText: keepsValue ? name : `${name}=${snippet}`,
    detail: [fact?.type, fact?.default === undefined || fact.default === 'none' ? undefined : `default ${fact.default}`].filter((part) => part !== undefined).join(', '),
    documentation: paragraphs(fact && factsLine(fact), zookeeperText(name)?.text),
    sortText: `${start !== undefined ? '1' : fact?.handling === 'parsed' ? '2' : '3'}${name}`,
  };
}

/** The line of a further server, with the next number and the ports of the others. */
function memberEntry({ zookeeper }: ZooKeeperFile, span: CompletionEntry['span']): CompletionEntry {
  const ids = zookeeper.servers.map(({ id }) => id ?? 0);
  const [address] = zookeeper.servers.at(-1)?.addresses ?? [];
  const name = `server.${Math.max(0, ...ids) + 1}`;
  return {
    label: name, kind: 'snippet', span, newText: `${name}=\${1:host}:${address?.peerPort ?? 2888}:${address?.electionPort ?? 3888}`,
    detail: 'a member of the ensemble', documentation: paragraphs(zookeeperText('server.N')?.text), sortText: `0${name}`,
  };
}

const plainDefault = (fact: ZooKeeperKey | undefined): string => (/^[\w./-]+$/.test(fact?.default ?? '') && fact?.default !== 'none' && fact?.default !== 'required' ? fact?.default ?? '' : '');

function wordsOf(key: string, { type }: ZooKeeperKey): readonly string[] {
  return WORDS.get(key) ?? (type === 'boolean' ? ['true', 'false'] : type === 'yes/no' ? ['yes', 'no'] : []);
}

function valueEntries(key: string, span: CompletionEntry['span']): readonly CompletionEntry[] {
  const fact = zookeeperKey(key);
  const words = fact ? wordsOf(key, fact) : [];
  const start = STARTS.get(key);
  return [...new Set([...words, ...start === undefined ? [] : [start]])].map((word) => ({
    label: word, kind: 'value' as const, span, newText: word, ...(word === fact?.default ? { detail: 'default' } : {}),
  }));
}
