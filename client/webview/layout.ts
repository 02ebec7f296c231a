/**
 * Which rows stand on the screen. Pure.
 * A view may hold a hundred million records of unknown height, so a position is a record and a row inside it, never a pixel of a whole:
 * only the heights near the screen are ever asked for.
 */

/** A position: record number in the view, and the row inside the record, both from 0. */
export interface Anchor {
  readonly index: number;
  readonly row: number;
}

export interface Heights {
  /** Records in the view. */
  readonly total: number;
  /** Rows of one record, at least 1; an estimate for a record that was not read yet. */
  rowsOf(index: number): number;
}

export const TOP: Anchor = { index: 0, row: 0 };

/** The position `rows` further down (or up, when negative), not beyond the first and the last row. */
export function move(from: Anchor, rows: number, heights: Heights): Anchor {
  let { index, row } = inside(from, heights);
  let left = Math.trunc(rows);
  while (left > 0) {
    const below = heights.rowsOf(index) - 1 - row;
    if (left <= below) return { index, row: row + left };
    if (index >= heights.total - 1) return { index, row: row + below };
    left -= below + 1;
    index += 1;
    row = 0;
  }
  while (left < 0) {
    if (-left <= row) return { index, row: row + left };
    if (index === 0) return TOP;
    left += row + 1;
    index -= 1;
    row = heights.rowsOf(index) - 1;
  }
  return { index, row };
}

/** The lowest top position: the last row of the last record stands at the bottom of the screen. */
export function lastTop(pageRows: number, heights: Heights): Anchor {
  if (heights.total <= 0) return TOP;
  const last = heights.total - 1;
  return move({ index: last, row: heights.rowsOf(last) - 1 }, 1 - Math.max(1, pageRows), heights);
}

/** The nearest allowed top position. */
export function clamp(top: Anchor, pageRows: number, heights: Heights): Anchor {
  const lowest = lastTop(pageRows, heights);
  return isAbove(lowest, top) ? lowest : inside(top, heights);
}

/** True when `a` lies above `b`. */
export function isAbove(a: Anchor, b: Anchor): boolean {
  return a.index < b.index || (a.index === b.index && a.row < b.row);
}

/** Rows from `top` down to a position below it; `limit` when it is that far or farther, negative when it lies above. */
export function rowsBetween(top: Anchor, position: Anchor, limit: number, heights: Heights): number {
  if (isAbove(position, top)) return -1;
  let rows = -top.row;
  for (let index = top.index; index < position.index; index++) {
    rows += heights.rowsOf(index);
    if (rows >= limit) return limit;
  }
  return Math.min(limit, rows + position.row);
}

function inside(position: Anchor, heights: Heights): Anchor {
  if (heights.total <= 0 || position.index < 0) return TOP;
  const index = Math.min(position.index, heights.total - 1);
  const row = index < position.index ? heights.rowsOf(index) - 1 : position.row;
  return { index, row: Math.max(0, Math.min(row, heights.rowsOf(index) - 1)) };
}
