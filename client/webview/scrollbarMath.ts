/** Places on the scrollbar. Pure. The scrollbar measures records, for the rows of a view that was not read are not known. */

export interface Slider {
  /** Distance from the top and height, px. */
  readonly top: number;
  readonly height: number;
}

/** A slider is never lower than this, px. */
export const MIN_SLIDER = 20;

/**
 * Where the slider stands. `first` is the top record (with the part of it that is scrolled away), `last` the lowest allowed value of `first`.
 * Undefined when everything is on the screen.
 */
export function slider(first: number, last: number, total: number, height: number): Slider | undefined {
  if (last <= 0 || total <= 0 || height <= MIN_SLIDER) return undefined;
  const size = Math.max(MIN_SLIDER, ((total - last) / total) * height);
  return { top: Math.min(1, Math.max(0, first / last)) * (height - size), height: size };
}

/** The top record for a slider that was dragged to `y` px: the reverse of `slider`. */
export function firstAt(y: number, size: number, last: number, height: number): number {
  if (height <= size) return 0;
  return Math.min(1, Math.max(0, y / (height - size))) * last;
}
