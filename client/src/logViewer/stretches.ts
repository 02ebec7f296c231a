/** Marks of the scrollbar: which stretches of a view hold a record of a level or with a marked text. Pure. */
import { MARK } from './protocol';

/** Level codes 4, 5 and 6 as bits of a level mask, with the bit of the mark. */
const LEVEL_MARKS: readonly (readonly [mask: number, bit: number])[] = [[1 << 4, MARK.warn], [1 << 5, MARK.error], [1 << 6, MARK.fatal]];

/**
 * MARK bits of `stretches` equal parts of a view with `total` records.
 * `next` gives the number of the first record behind a number whose level is in the mask, -1 when none:
 * it is asked about once for each marked stretch, so the cost follows the height of the scrollbar and not the size of the log.
 */
export function levelMarks(total: number, stretches: number, next: (behind: number, levels: number) => number): number[] {
  const marks = new Array<number>(stretches).fill(0);
  if (total <= 0) return marks;
  for (const [levels, bit] of LEVEL_MARKS) {
    let at = next(-1, levels);
    while (at >= 0 && at < total) {
      const stretch = stretchOf(at, total, stretches);
      marks[stretch] = (marks[stretch] ?? 0) | bit;
      at = next(Math.max(at, firstOf(stretch + 1, total, stretches) - 1), levels);
    }
  }
  return marks;
}

/** The stretch in which record number `index` lies. */
export function stretchOf(index: number, total: number, stretches: number): number {
  return Math.min(stretches - 1, Math.floor((index * stretches) / total));
}

/** The first record number of a stretch. */
function firstOf(stretch: number, total: number, stretches: number): number {
  return Math.ceil((stretch * total) / stretches);
}

/** At most `most` numbers below `count`, evenly spread, in order. */
export function spread(count: number, most: number): number[] {
  if (count <= most) return Array.from({ length: count }, (_, i) => i);
  return Array.from({ length: most }, (_, i) => Math.floor((i * count) / most));
}
