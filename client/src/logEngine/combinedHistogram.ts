/** Histograms over the same stretch of time, added up. */
import type { Histogram } from './engine';

/** `start` is the time of the first bucket on the common clock; undefined when there is nothing to add. */
export function sumOfHistograms(parts: readonly Histogram[], start: number): Histogram | undefined {
  const [first] = parts;
  if (!first) return undefined;
  const sum = (rows: (part: Histogram) => readonly (readonly number[])[]): number[][] =>
    first.all.map((levels, bucket) => levels.map((_, level) => parts.reduce((total, part) => total + (rows(part)[bucket]?.[level] ?? 0), 0)));
  return { start, width: first.width, all: sum((part) => part.all), shown: sum((part) => part.shown) };
}
