/** Sums behind the times of zookeeper.properties: ticks in seconds, milliseconds in words. */
import { readable } from '../../knowledge/units';
import type { ZooKeeperFile } from '../../model/file';
import type { InlayHintText } from '../feature';
import { ticks } from '../hover/zookeeper';

/** ` = 20 s` behind `initLimit=10` with a tick of 2000 ms. */
export function zookeeperInlayHints(file: ZooKeeperFile): readonly InlayHintText[] {
  return file.document.entries.flatMap((entry) => {
    const key = entry.key.trim();
    if (file.document.get(entry.key) !== entry) return [];
    const milliseconds = /^(?:min|max)SessionTimeout$/.test(key) ? file.zookeeper.number(key, -1) : undefined;
    const text = ticks(file, key) ?? (milliseconds !== undefined && milliseconds >= 60_000 ? readable(milliseconds, 'ms') : undefined);
    return text === undefined ? [] : [{ offset: entry.trimmed.span.end, label: text.startsWith('≈') ? ` ${text}` : ` = ${text}` }];
  });
}
