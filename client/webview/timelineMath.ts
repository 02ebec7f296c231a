/** Places and sizes on the timeline. Pure. */

/** A stretch of time laid over a width in px. */
export interface Scale {
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

export function toX(scale: Scale, time: number): number {
  return scale.to === scale.from ? 0 : ((time - scale.from) / (scale.to - scale.from)) * scale.width;
}

export function toTime(scale: Scale, x: number): number {
  return scale.from + (Math.min(scale.width, Math.max(0, x)) / Math.max(1, scale.width)) * (scale.to - scale.from);
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [SECOND, 5 * SECOND, 10 * SECOND, 30 * SECOND, MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY, 30 * DAY];
/** Room that one label needs, px. */
const LABEL_PX = 78;

export interface Ticks {
  readonly step: number;
  readonly times: readonly number[];
}

const BUCKETS = [1, 2, 5, 10, 20, 50, 100, 200, 500, ...STEPS.flatMap((step) => (step === SECOND ? [SECOND, 2 * SECOND] : step === MINUTE ? [MINUTE, 2 * MINUTE] : [step]))];

/** Buckets of a round width, so many that each has `px` or more: what the engine is asked for. */
export function buckets(from: number, to: number, width: number, px: number): { readonly from: number; readonly to: number; readonly count: number } {
  const room = Math.max(1, Math.floor(width / px));
  const step = BUCKETS.find((s) => Math.floor(to / s) - Math.floor(from / s) + 1 <= room) ?? Math.ceil((to - from + 1) / room);
  const start = Math.floor(from / step) * step;
  const count = Math.floor((to - start) / step) + 1;
  return { from: start, to: start + count * step - 1, count };
}

/** Round times for labels, as close as they can be read. */
export function ticks(scale: Scale): Ticks {
  const step = STEPS.find((s) => ((scale.to - scale.from) / s) * LABEL_PX < scale.width) ?? 365 * DAY;
  const times: number[] = [];
  for (let t = Math.ceil(scale.from / step) * step; t < scale.to && times.length < 200; t += step) {
    const x = toX(scale, t);
    if (x >= 20 && x <= scale.width - 20) times.push(t);
  }
  return { step, times };
}

/** Heights of one bar, px, from the axis up: errors, warnings, the rest; and of the records that the filter hides, behind them. */
export interface Bar {
  readonly error: number;
  readonly warning: number;
  readonly rest: number;
  readonly ghost: number;
}

/** One error in a million is still seen: ERROR is at least 3 px high, WARN 2, the rest 1. */
export function bar(shown: readonly number[], all: readonly number[], most: number, height: number): Bar {
  const px = (n: number, least: number): number => (n > 0 && most > 0 ? Math.min(height, Math.max(least, (n / most) * height)) : 0);
  const { error, warning, rest } = byWeight(shown);
  return { error: px(error, 3), warning: px(warning, 2), rest: px(rest, 1), ghost: px(sum(all), 1) };
}

/** Counts by level code, as ERROR with FATAL, WARN, and the rest. */
export function byWeight(counts: readonly number[]): { error: number; warning: number; rest: number } {
  const error = (counts[5] ?? 0) + (counts[6] ?? 0);
  const warning = counts[4] ?? 0;
  return { error, warning, rest: sum(counts) - error - warning };
}

export function sum(counts: readonly number[]): number {
  return counts.reduce((a, n) => a + n, 0);
}

/** What the bars are measured by: the fullest shown bucket, else the fullest of all. */
export function most(shown: readonly (readonly number[])[], all: readonly (readonly number[])[]): number {
  const largest = (buckets: readonly (readonly number[])[]): number => buckets.reduce((a, bucket) => Math.max(a, sum(bucket)), 0);
  return largest(shown) || largest(all);
}
