/** What searches share: the table of hits, at most one a line, and where lines begin, end and stand. */

/** 700,000 hits: a block of 1.25 MiB cannot have more lines that hold a byte. Four tables, for the four stretches of the automaton; the first is the result. */
export const TABLE_BYTES: u32 = 2_800_000;
export const HITS: usize = memory.data(11_200_000, 16);
const LINES: usize = memory.data(2_800_000, 16);

export function hitTable(): usize { return HITS; }
export function lineTable(): usize { return LINES; }

@inline export function hit(n: u32, position: u32): void { store<u32>(HITS + (usize(n) << 2), position); }

/** Position of the next newline at or behind `at`, at most `end`. */
@inline export function lineEnd(buffer: usize, at: u32, end: u32): u32 {
  const newline = i8x16.splat(10);
  for (let q = at; q < end; q += 16) {
    const m = i8x16.bitmask(i8x16.eq(v128.load(buffer + q), newline));
    if (m != 0) return min(end, q + u32(ctz(m)));
  }
  return end;
}

/** Start of the line that holds `at`, at least `from`. */
export function lineBefore(buffer: usize, at: u32, from: u32): u32 {
  const newline = i8x16.splat(10);
  while (at >= from + 16) {
    const m = u32(i8x16.bitmask(i8x16.eq(v128.load(buffer + at - 16), newline)));
    if (m != 0) return at - 16 + 32 - u32(clz(m));
    at -= 16;
  }
  while (at > from && load<u8>(buffer + at - 1) != 10) at--;
  return at;
}

/** Newlines in [from, to). */
export function countNewlines(buffer: usize, from: u32, to: u32): u32 {
  const newline = i8x16.splat(10);
  let sum: u32 = 0, p = from;
  while (p + 64 <= to) {
    // Lanes of bytes count down to -124 at most.
    let lanes = i8x16.splat(0);
    const end = min(p + 31 * 64, to);
    for (; p + 64 <= end; p += 64) {
      const at = buffer + p;
      lanes = i8x16.add(lanes, i8x16.add(i8x16.add(i8x16.eq(v128.load(at), newline), i8x16.eq(v128.load(at, 16), newline)), i8x16.add(i8x16.eq(v128.load(at, 32), newline), i8x16.eq(v128.load(at, 48), newline))));
    }
    const sums = i32x4.extadd_pairwise_i16x8_s(i16x8.extadd_pairwise_i8x16_s(lanes));
    sum -= u32(i32x4.extract_lane(sums, 0) + i32x4.extract_lane(sums, 1) + i32x4.extract_lane(sums, 2) + i32x4.extract_lane(sums, 3));
  }
  for (; p + 16 <= to; p += 16) sum += u32(popcnt(i8x16.bitmask(i8x16.eq(v128.load(buffer + p), newline))));
  if (p < to) sum += u32(popcnt(i8x16.bitmask(i8x16.eq(v128.load(buffer + p), newline)) & ((1 << (to - p)) - 1)));
  return sum;
}

/** Line numbers of the first `count` hits, which are in order: newlines are counted from `from`, which stands on line `line`. */
export function linesOfHits(buffer: usize, from: u32, line: u32, count: u32): void {
  let p = from;
  for (let i: u32 = 0; i < count; i++) {
    const at = load<u32>(HITS + (usize(i) << 2));
    line += countNewlines(buffer, p, at);
    p = at;
    store<u32>(LINES + (usize(i) << 2), line);
  }
}

/** What a regular expression may read otherwise than an automaton does: 1 when [from, to) has a byte that is not ASCII, 2 when it has a carriage return, 3 for both. */
export function oddBytes(buffer: usize, from: u32, to: u32): u32 {
  const back = i8x16.splat(13);
  let high = i8x16.splat(0), returns = i8x16.splat(0), p = from;
  for (; p + 32 <= to; p += 32) {
    const x = v128.load(buffer + p), y = v128.load(buffer + p, 16);
    high = v128.or(high, v128.or(x, y));
    returns = v128.or(returns, v128.or(i8x16.eq(x, back), i8x16.eq(y, back)));
  }
  let odd = u32(i8x16.bitmask(high) != 0) | (u32(v128.any_true(returns)) << 1);
  for (; p < to; p++) {
    const byte = load<u8>(buffer + p);
    if (byte > 127) odd |= 1;
    if (byte == 13) odd |= 2;
  }
  return odd;
}
