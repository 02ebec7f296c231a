/**
 * Searches in a block of whole lines. Each writes hit positions into a table, at most one a line.
 * `findText` compares the text itself. `findPair` and `findSets` give candidates that a regular expression judges. `runAutomaton` runs a byte automaton.
 */

/** 700,000 hits: a block of 1.25 MiB cannot have more lines that hold a byte. Four tables, for the four stretches of the automaton; the first is the result. */
const TABLE_BYTES: u32 = 2_800_000;
const HITS: usize = memory.data(11_200_000, 16);
const LINES: usize = memory.data(2_800_000, 16);
const NEEDLE: usize = memory.data(1040, 16);
const SETS: usize = memory.data(128, 16);
/** 256 states by 256 bytes, each entry the next state times 256. */
const AUTOMATON: usize = memory.data(131_072, 16);

export function hitTable(): usize { return HITS; }
export function lineTable(): usize { return LINES; }
export function needleTable(): usize { return NEEDLE; }
export function setTable(): usize { return SETS; }
export function automatonTable(): usize { return AUTOMATON; }

@inline function hit(n: u32, position: u32): void { store<u32>(HITS + (usize(n) << 2), position); }

/** Position of the next newline at or behind `at`, at most `end`. */
@inline function lineEnd(buffer: usize, at: u32, end: u32): u32 {
  const newline = i8x16.splat(10);
  for (let q = at; q < end; q += 16) {
    const m = i8x16.bitmask(i8x16.eq(v128.load(buffer + q), newline));
    if (m != 0) return min(end, q + u32(ctz(m)));
  }
  return end;
}

@inline function lower(byte: u8): u8 { return byte >= 65 && byte <= 90 ? byte | 32 : byte; }

function sameText(at: usize, length: u32, fold: bool): bool {
  if (fold) { for (let k: u32 = 0; k < length; k++) if (lower(load<u8>(at + k)) != load<u8>(NEEDLE + k)) return false; }
  else { for (let k: u32 = 0; k < length; k++) if (load<u8>(at + k) != load<u8>(NEEDLE + k)) return false; }
  return true;
}

@inline function pairAt(p: usize, q: usize, a: v128, b: v128, foldA: v128, foldB: v128, fold: bool): v128 {
  return fold
    ? v128.and(i8x16.eq(v128.or(v128.load(p), foldA), a), i8x16.eq(v128.or(v128.load(q), foldB), b))
    : v128.and(i8x16.eq(v128.load(p), a), i8x16.eq(v128.load(q), b));
}

@inline function scanPair(buffer: usize, from: u32, to: u32, first: u32, second: u32, a: u8, b: u8, foldA: u8, foldB: u8, fold: bool, length: u32, foldText: bool): u32 {
  const va = i8x16.splat(i8(a)), vb = i8x16.splat(i8(b)), fa = i8x16.splat(i8(foldA)), fb = i8x16.splat(i8(foldB));
  let n: u32 = 0, past = from;
  for (let i = from; i < to; i += 64) {
    const p = buffer + i + first, q = buffer + i + second;
    const m0 = pairAt(p, q, va, vb, fa, fb, fold), m1 = pairAt(p + 16, q + 16, va, vb, fa, fb, fold), m2 = pairAt(p + 32, q + 32, va, vb, fa, fb, fold), m3 = pairAt(p + 48, q + 48, va, vb, fa, fb, fold);
    if (!v128.any_true(v128.or(v128.or(m0, m1), v128.or(m2, m3)))) continue;
    let m = u64(i8x16.bitmask(m0)) | (u64(i8x16.bitmask(m1)) << 16) | (u64(i8x16.bitmask(m2)) << 32) | (u64(i8x16.bitmask(m3)) << 48);
    while (m != 0) {
      const at = i + u32(ctz(m));
      m &= m - 1;
      if (at >= to) break;
      if (at < past) continue;
      if (length != 0 && (at + length > to || !sameText(buffer + at, length, foldText))) continue;
      hit(n++, at);
      past = lineEnd(buffer, at, to);
      // Far ahead: the rest of this line cannot hit again.
      if (past >= i + 64) { i = past - ((past - from) & 63) - 64; m = 0; }
    }
  }
  return n;
}

/** Lines that hold the text in NEEDLE (lower case when `fold`), found by its bytes at `first` and `second`. */
export function findText(buffer: usize, from: u32, to: u32, length: u32, first: u32, second: u32, fold: bool): u32 {
  const a = load<u8>(NEEDLE + first), b = load<u8>(NEEDLE + second);
  if (!fold) return scanPair(buffer, from, to, first, second, a, b, 0, 0, false, length, false);
  return scanPair(buffer, from, to, first, second, a, b, a >= 97 && a <= 122 ? 32 : 0, b >= 97 && b <= 122 ? 32 : 0, true, length, true);
}

/** Lines with byte `a` at some place and byte `b` `distance` behind it; a fold of 32 ignores the case of a letter. */
export function findPair(buffer: usize, from: u32, to: u32, distance: u32, a: u8, foldA: u8, b: u8, foldB: u8): u32 {
  if ((foldA | foldB) == 0) return scanPair(buffer, from, to, 0, distance, a, b, 0, 0, false, 0, false);
  return scanPair(buffer, from, to, 0, distance, a, b, foldA, foldB, true, 0, false);
}

@inline function inSet(at: usize, low: v128, high: v128): v128 {
  const x = v128.load(at);
  return v128.and(i8x16.swizzle(low, v128.and(x, i8x16.splat(15))), i8x16.swizzle(high, i8x16.shr_u(x, 4)));
}

/** Lines where `count` (1 to 4) byte sets meet at the given distances. Eight alternatives at most: SETS has, for each place, a bit an alternative by low and by high half of the byte. */
export function findSets(buffer: usize, from: u32, to: u32, count: u32, d1: u32, d2: u32, d3: u32): u32 {
  const l0 = v128.load(SETS), h0 = v128.load(SETS, 16), l1 = v128.load(SETS, 32), h1 = v128.load(SETS, 48), l2 = v128.load(SETS, 64), h2 = v128.load(SETS, 80), l3 = v128.load(SETS, 96), h3 = v128.load(SETS, 112);
  const zero = i8x16.splat(0);
  let n: u32 = 0, past = from;
  for (let i = from; i < to; i += 32) {
    const p = buffer + i;
    let x = inSet(p, l0, h0), y = inSet(p + 16, l0, h0);
    if (count > 1) { x = v128.and(x, inSet(p + d1, l1, h1)); y = v128.and(y, inSet(p + d1 + 16, l1, h1)); }
    if (count > 2) { x = v128.and(x, inSet(p + d2, l2, h2)); y = v128.and(y, inSet(p + d2 + 16, l2, h2)); }
    if (count > 3) { x = v128.and(x, inSet(p + d3, l3, h3)); y = v128.and(y, inSet(p + d3 + 16, l3, h3)); }
    if (!v128.any_true(v128.or(x, y))) continue;
    let m = ~(u32(i8x16.bitmask(i8x16.eq(x, zero))) | (u32(i8x16.bitmask(i8x16.eq(y, zero))) << 16));
    while (m != 0) {
      const at = i + u32(ctz(m));
      m &= m - 1;
      if (at >= to) break;
      if (at < past) continue;
      hit(n++, at);
      past = lineEnd(buffer, at, to);
      if (past >= i + 32) { i = past - ((past - from) & 31) - 32; m = 0; }
    }
  }
  return n;
}

@inline function next(state: u32, byte: u32): u32 { return u32(load<u16>(AUTOMATON + (usize(state | byte) << 1))); }

/** Position of the match that the eight bytes at `at` complete. */
function matchAt(buffer: usize, at: u32, state: u32, match: u32): u32 {
  while (state != match) { state = next(state, u32(load<u8>(buffer + at))); at++; }
  return at - 1;
}

/** Runs a stretch to its end; gives how many hits its table holds then. */
function runRest(buffer: usize, at: u32, end: u32, state: u32, match: u32, table: usize, found: u32): u32 {
  while (at < end) {
    state = next(state, u32(load<u8>(buffer + at)));
    at++;
    if (state == match) {
      store<u32>(table + (usize(found++) << 2), at - 1);
      at = lineEnd(buffer, at - 1, end) + 1;
      state = 0;
    }
  }
  return found;
}

/** Start of the line that holds `at`, at least `from`. */
function lineBefore(buffer: usize, at: u32, from: u32): u32 {
  const newline = i8x16.splat(10);
  while (at >= from + 16) {
    const m = u32(i8x16.bitmask(i8x16.eq(v128.load(buffer + at - 16), newline)));
    if (m != 0) return at - 16 + 32 - u32(clz(m));
    at -= 16;
  }
  while (at > from && load<u8>(buffer + at - 1) != 10) at--;
  return at;
}

/**
 * Lines in which the automaton reaches `match` (its number times 256; it stays there). State 0 begins, a newline leads back to it.
 * Four stretches of lines run side by side, because each step waits for the one before.
 */
export function runAutomaton(buffer: usize, from: u32, to: u32, match: u32): u32 {
  const h0 = HITS, h1 = HITS + TABLE_BYTES, h2 = h1 + TABLE_BYTES, h3 = h2 + TABLE_BYTES;
  const quarter = (to - from) >>> 2;
  if (quarter < 4096) return runRest(buffer, from, to, 0, match, h0, 0);
  const e0 = lineBefore(buffer, from + quarter, from), e1 = lineBefore(buffer, from + 2 * quarter, e0), e2 = lineBefore(buffer, from + 3 * quarter, e1);
  let p0 = from, p1 = e0, p2 = e1, p3 = e2, s0: u32 = 0, s1: u32 = 0, s2: u32 = 0, s3: u32 = 0, n0: u32 = 0, n1: u32 = 0, n2: u32 = 0, n3: u32 = 0;
  while (p0 + 8 <= e0 && p1 + 8 <= e1 && p2 + 8 <= e2 && p3 + 8 <= to) {
    let w0 = load<u64>(buffer + p0), w1 = load<u64>(buffer + p1), w2 = load<u64>(buffer + p2), w3 = load<u64>(buffer + p3);
    let t0 = s0, t1 = s1, t2 = s2, t3 = s3;
    for (let k = 0; k < 8; k++) {
      t0 = next(t0, u32(w0 & 255)); t1 = next(t1, u32(w1 & 255)); t2 = next(t2, u32(w2 & 255)); t3 = next(t3, u32(w3 & 255));
      w0 >>>= 8; w1 >>>= 8; w2 >>>= 8; w3 >>>= 8;
    }
    if (t0 == match) { const at = matchAt(buffer, p0, s0, match); store<u32>(h0 + (usize(n0++) << 2), at); p0 = min(e0, lineEnd(buffer, at, e0) + 1); s0 = 0; } else { s0 = t0; p0 += 8; }
    if (t1 == match) { const at = matchAt(buffer, p1, s1, match); store<u32>(h1 + (usize(n1++) << 2), at); p1 = min(e1, lineEnd(buffer, at, e1) + 1); s1 = 0; } else { s1 = t1; p1 += 8; }
    if (t2 == match) { const at = matchAt(buffer, p2, s2, match); store<u32>(h2 + (usize(n2++) << 2), at); p2 = min(e2, lineEnd(buffer, at, e2) + 1); s2 = 0; } else { s2 = t2; p2 += 8; }
    if (t3 == match) { const at = matchAt(buffer, p3, s3, match); store<u32>(h3 + (usize(n3++) << 2), at); p3 = min(to, lineEnd(buffer, at, to) + 1); s3 = 0; } else { s3 = t3; p3 += 8; }
  }
  n0 = runRest(buffer, p0, e0, s0, match, h0, n0);
  n1 = runRest(buffer, p1, e1, s1, match, h1, n1);
  n2 = runRest(buffer, p2, e2, s2, match, h2, n2);
  n3 = runRest(buffer, p3, to, s3, match, h3, n3);
  memory.copy(h0 + (n0 << 2), h1, n1 << 2);
  memory.copy(h0 + ((n0 + n1) << 2), h2, n2 << 2);
  memory.copy(h0 + ((n0 + n1 + n2) << 2), h3, n3 << 2);
  return n0 + n1 + n2 + n3;
}

/** Keeps those of the first `count` hits, in order, whose line the automaton matches; gives how many. */
export function judgeHits(buffer: usize, from: u32, to: u32, count: u32, match: u32): u32 {
  let kept: u32 = 0;
  for (let i: u32 = 0; i < count; i++) {
    const position = load<u32>(HITS + (usize(i) << 2));
    let at = lineBefore(buffer, position, from), state: u32 = 0;
    while (at < to && state != match) {
      const byte = u32(load<u8>(buffer + at));
      if (byte == 10) break;
      state = next(state, byte);
      at++;
    }
    if (state == match) hit(kept++, position);
  }
  return kept;
}

@inline function newlinesIn(buffer: usize, from: u32, to: u32): u32 {
  const newline = i8x16.splat(10);
  let sum: u32 = 0, p = from;
  for (; p + 16 <= to; p += 16) sum += u32(popcnt(i8x16.bitmask(i8x16.eq(v128.load(buffer + p), newline))));
  if (p < to) sum += u32(popcnt(i8x16.bitmask(i8x16.eq(v128.load(buffer + p), newline)) & ((1 << (to - p)) - 1)));
  return sum;
}

/** Line numbers of the first `count` hits, which are in order: newlines are counted from `from`, which stands on line `line`. */
export function linesOfHits(buffer: usize, from: u32, line: u32, count: u32): void {
  let p = from;
  for (let i: u32 = 0; i < count; i++) {
    const at = load<u32>(HITS + (usize(i) << 2));
    line += newlinesIn(buffer, p, at);
    p = at;
    store<u32>(LINES + (usize(i) << 2), line);
  }
}

/** Whether a byte of [from, to) is not ASCII. */
export function hasHighBytes(buffer: usize, from: u32, to: u32): bool {
  let seen = i8x16.splat(0), p = from;
  for (; p + 64 <= to; p += 64) {
    const at = buffer + p;
    seen = v128.or(seen, v128.or(v128.or(v128.load(at), v128.load(at, 16)), v128.or(v128.load(at, 32), v128.load(at, 48))));
  }
  if (i8x16.bitmask(seen) != 0) return true;
  for (; p < to; p++) if (load<u8>(buffer + p) > 127) return true;
  return false;
}
