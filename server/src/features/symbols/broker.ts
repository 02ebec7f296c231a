/** The outline of server.properties: settings by what they are about, listeners as branches with what they resolve to. */
import type { PropertiesEntry } from '../../documents/properties';
import type { Span } from '../../documents/span';
import { groupOf, KEY_GROUPS, type KeyGroup } from '../../knowledge/keyGroups';
import type { BrokerFile } from '../../model/file';
import type { OutlineSymbol } from '../feature';
import { listenerBranches } from './brokerListeners';
import { settingSymbol } from './brokerSetting';

/** The groups that have a setting, in the order of KEY_GROUPS. */
export function brokerSymbols(file: BrokerFile): readonly OutlineSymbol[] {
  const { branches, shown } = listenerBranches(file);
  const groups = new Map<KeyGroup, PropertiesEntry[]>();
  for (const entry of file.document.entries) {
    if (shown.has(entry)) continue;
    const group = groupOf(entry.key);
    const entries = groups.get(group);
    if (entries) entries.push(entry);
    else groups.set(group, [entry]);
  }
  return KEY_GROUPS.flatMap((name) => {
    const settings = (groups.get(name) ?? []).map((entry) => settingSymbol(entry));
    const children = name === 'Listeners' ? [...branches, ...settings] : settings;
    return groupSymbol(file, name, children);
  });
}

/** Settings of one group may stand anywhere: the group covers those that follow each other from its first one on, so that no line belongs to two groups. */
function groupSymbol(file: BrokerFile, name: string, children: readonly OutlineSymbol[]): readonly OutlineSymbol[] {
  const [first] = [...children].sort((a, b) => a.span.start - b.span.start);
  if (!first) return [];
  const own = new Set(children.map(({ span }) => span.start));
  let end = first.span.end;
  for (const { span } of file.document.entries) {
    if (span.end <= first.span.start) continue;
    if (span.start > first.span.start && !own.has(span.start)) break;
    end = Math.max(end, span.end);
  }
  const span: Span = { start: first.span.start, end };
  return [{ name, kind: 'group', span, selectionSpan: first.selectionSpan, children }];
}
