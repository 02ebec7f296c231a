/** The outline of zookeeper.properties. */
import type { PropertiesEntry } from '../../documents/properties';
import { isSecret } from '../../knowledge/catalogue';
import type { ZooKeeperFile } from '../../model/file';
import type { OutlineSymbol } from '../feature';
import { shortened } from '../markdown';

/** The members of the ensemble as one branch, then the settings in file order. */
export function zookeeperSymbols({ zookeeper, document }: ZooKeeperFile): readonly OutlineSymbol[] {
  const members = zookeeper.serverLines.map(({ entry, role }) => ({ ...symbolOf(entry), detail: `${shortened(entry.trimmed.text)}${role === 'observer' ? ', observes' : ''}` }));
  const settings = document.entries.filter((entry) => !zookeeper.serverLines.some((server) => server.entry === entry)).map(symbolOf);
  const [first] = members;
  const last = members.at(-1);
  const span = { start: first?.span.start ?? 0, end: last?.span.end ?? 0 };
  // A branch lies over its members alone: with settings between them there is none.
  if (!first || members.length < 2 || settings.some((setting) => setting.span.start > span.start && setting.span.start < span.end)) {
    return [...members, ...settings].sort((a, b) => a.span.start - b.span.start);
  }
  return [{ name: 'Ensemble', detail: `${members.length} servers`, kind: 'group', span, selectionSpan: first.selectionSpan, children: members }, ...settings];
}

function symbolOf(entry: PropertiesEntry): OutlineSymbol {
  const isHidden = isSecret(entry.key) || /password|secret|digest/i.test(entry.key);
  return { name: entry.key === '' ? '?' : entry.key, detail: isHidden ? '•••' : shortened(entry.trimmed.text), kind: 'setting', span: entry.span, selectionSpan: entry.keySpan, children: [] };
}
