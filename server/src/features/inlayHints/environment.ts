/** Sums behind heap sizes that are written in small units. */
import { bytesText } from '../../knowledge/units';
import type { EnvironmentFile } from '../../model/file';
import type { InlayHintText } from '../feature';

/** ` = 6 GiB` behind `-Xmx6442450944` and `-Xmx6144m`; none behind `-Xmx6G`, `-Xmx512m` and `-Xmx1500m`, which are read at a glance. */
export function environmentInlayHints(file: EnvironmentFile): readonly InlayHintText[] {
  return file.environment.heap.all.flatMap(({ option, bytes }) => {
    if (bytes === undefined || bytes < 1024) return [];
    const sum = bytesText(bytes);
    const isPlain = option.value?.toLowerCase() === sum.toLowerCase().replace(/ (.)ib$/, '$1');
    const isRound = !/[. +≈]/.test(sum.replace(' ', ''));
    if (isPlain || (!isRound && /[a-z]$/i.test(option.value ?? ''))) return [];
    return [{ offset: option.span.end, label: sum.startsWith('≈') ? ` ${sum}` : ` = ${sum}` }];
  });
}
