/** Hovers of zookeeper.properties and zoo.cfg: keys with what they mean here, members of the ensemble. */
import type { PropertiesEntry } from '../../documents/properties';
import { touches } from '../../documents/span';
import { isSecret } from '../../knowledge/catalogue';
import { durationText } from '../../knowledge/units';
import { zookeeperKey, type ZooKeeperKey } from '../../knowledge/zookeeperKeys';
import { zookeeperText } from '../../knowledge/zookeeperTexts';
import type { ZooKeeperFile } from '../../model/file';
import type { ZooKeeperServer } from '../../model/zookeeper';
import type { HoverText } from '../feature';
import { cell, code, guideLinks, paragraphs, shortened, table } from '../markdown';

/** The explanation of the key or value at an offset. */
export function zookeeperHover(file: ZooKeeperFile, offset: number): HoverText | undefined {
  const entry = file.document.entries.find(({ keySpan, valueSpan }) => touches(keySpan, offset) || touches(valueSpan, offset));
  if (!entry) return undefined;
  const key = entry.key.trim();
  const fact = zookeeperKey(key);
  const span = touches(entry.keySpan, offset) ? entry.keySpan : entry.valueSpan;
  const server = file.zookeeper.servers.find((one) => one.entry === entry);
  const texts = zookeeperText(fact?.key ?? key);
  const facts = fact ? factsLine(fact) : undefined;
  if (!fact) {
    return { span, markdown: paragraphs(`**${key}**`, `ZooKeeper does not know this key. It becomes the Java property \`zookeeper.${key}\`.`) };
  }
  return {
    span,
    markdown: paragraphs(`**${key}**${facts === undefined ? '' : `  \n${facts}`}`, texts?.text, table(server ? serverRows(file, server) : valueRows(file, entry)), handlingText(fact, key), guideLinks(texts?.guide ?? [])),
  };
}

/** Type, default, when it is read. */
export function factsLine({ type, default: fallback, sinceZooKeeper, handling }: ZooKeeperKey): string {
  const parts = [
    type === undefined ? undefined : code(type),
    fallback === undefined || fallback === 'none' ? undefined : fallback === 'required' ? 'no default' : fallback.startsWith('= ') ? `default: the value of ${code(fallback.slice(2))}` : `default ${code(fallback)}`,
    sinceZooKeeper === undefined || sinceZooKeeper === '3.0' ? undefined : `from ZooKeeper ${sinceZooKeeper}`,
  ].filter((part) => part !== undefined);
  return `${parts.join(', ')}.${handling === 'java-property-only' ? '' : ' Read at start: a change needs a restart.'}`;
}

function handlingText({ handling }: ZooKeeperKey, key: string): string | undefined {
  if (handling === 'passthrough') return `ZooKeeper passes it on as the Java property \`zookeeper.${key}\`.`;
  return handling === 'java-property-only' ? 'A line in this file has no effect: it is read from the command line of Java.' : undefined;
}

function valueRows(file: ZooKeeperFile, entry: PropertiesEntry): readonly (readonly [string, string])[] {
  const counting = file.document.get(entry.key);
  if (counting && counting !== entry) return [['Here', `not read: line ${file.lines.positionAt(counting.span.start).line + 1} sets it again`]];
  const { text } = entry.trimmed;
  if (text === '') return [];
  const shown = isSecret(entry.key) || /password|secret|digest/i.test(entry.key) ? '•••' : cell(shortened(text));
  const sum = ticks(file, entry.key.trim());
  return [['Here', sum === undefined ? shown : `${shown} = ${sum}`]];
}

/** What a number of ticks is in time. */
export function ticks({ zookeeper }: ZooKeeperFile, key: string): string | undefined {
  if (key !== 'initLimit' && key !== 'syncLimit' && key !== 'connectToLearnerMasterLimit') return undefined;
  const tick = zookeeper.number('tickTime', 3000);
  const count = zookeeper.number(key, 0);
  return tick !== undefined && count !== undefined && tick > 0 && count > 0 ? durationText(tick * count) : undefined;
}

function serverRows({ zookeeper }: ZooKeeperFile, server: ZooKeeperServer): readonly (readonly [string, string])[] {
  const rows: (readonly [string, string])[] = [];
  const [address] = server.addresses;
  if (address) rows.push(['Here', `${cell(address.host.text)}, ${address.peerPort ?? '?'} for followers, ${address.electionPort ?? '?'} for elections`]);
  if (server.role) rows.push(['Role', server.role === 'observer' ? 'observes: it serves clients and does not vote' : 'votes']);
  const count = zookeeper.voters?.length ?? 0;
  if (count > 1) rows.push(['Ensemble', `${count} voting servers, ${Math.floor(count / 2) + 1} must agree: ${failures(Math.ceil(count / 2) - 1)}`]);
  return rows;
}

const failures = (count: number): string => (count === 0 ? 'none may fail' : `it survives the failure of ${count}`);
