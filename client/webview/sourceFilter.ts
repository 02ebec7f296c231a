/** Which logs of a merge are shown: a set of their numbers, undefined for all. Pure. */

export type Sources = readonly number[] | undefined;

/** Shows or hides one of `total` logs. */
export function toggled(sources: Sources, source: number, total: number): Sources {
  const shown = new Set(sources ?? range(total));
  if (!shown.delete(source)) shown.add(source);
  return whole([...shown].sort((a, b) => a - b), total);
}

/** Only these. When they stand alone already, all again. */
export function only(sources: Sources, wanted: readonly number[], total: number): Sources {
  return sources?.length === wanted.length && wanted.every((source) => sources.includes(source)) ? undefined : whole(wanted, total);
}

/** All that are shown but these. */
export function without(sources: Sources, unwanted: readonly number[], total: number): Sources {
  return whole((sources ?? range(total)).filter((source) => !unwanted.includes(source)), total);
}

export function isShown(sources: Sources, source: number): boolean {
  return sources?.includes(source) ?? true;
}

function range(total: number): readonly number[] {
  return Array.from({ length: total }, (_, i) => i);
}

function whole(sources: readonly number[], total: number): Sources {
  return sources.length === total ? undefined : sources;
}
