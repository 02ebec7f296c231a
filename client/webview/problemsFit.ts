/** Which problems have room in a row. Pure. */

export interface Item {
  /** A warning leaves before everything else. */
  readonly mild: boolean;
  /** px */
  readonly width: number;
}

/** Numbers of the items that fit into `room` px: warnings leave first, then what came later, so that the beginning of the story stays; what leaves room for a smaller one takes it in again. */
export function fitting(items: readonly Item[], room: number): ReadonlySet<number> {
  const leaving = items.map((item, at) => ({ ...item, at })).sort((a, b) => Number(b.mild) - Number(a.mild) || b.at - a.at);
  const shown = new Set(items.keys());
  let used = items.reduce((sum, { width }) => sum + width, 0);
  for (const { at, width } of leaving) {
    if (used <= room) break;
    shown.delete(at);
    used -= width;
  }
  for (const { at, width } of leaving.toReversed()) {
    if (shown.has(at) || used + width > room) continue;
    shown.add(at);
    used += width;
  }
  return shown;
}
