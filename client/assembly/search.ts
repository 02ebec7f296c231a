/**
 * Searches in a block of whole lines. Each writes hit positions into a table, at most one a line.
 * `findText` compares the text itself. `findStarts` looks for the beginning of matches and tries an automaton there. `findPair` and `findSets` give candidates that an automaton
 * or a regular expression judges. `runAutomaton` runs an automaton over everything.
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

/** Bytes that automata looked at in the last `findStarts`, with a few for each start. */
let work: u32 = 0;
export function automatonWork(): u32 { return work; }

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

/** Runs the automaton from `at` on until it matches or is dead; true for a match. */
@inline function matchesFrom(buffer: usize, at: u32, to: u32, dead: u32, match: u32): bool {
  let state: u32 = 0, p = at;
  do { state = next(state, u32(load<u8>(buffer + p))); p++; } while (state < dead && p < to);
  work += p - at + 4;
  return state == match;
}

@inline function splatAt(at: usize): v128 { return v128.load8_splat(at); }

@inline function scanStarts(buffer: usize, from: u32, to: u32, first: u32, second: u32, countA: u32, countB: u32, fold: bool, foldA: u8, foldB: u8, dead: u32, match: u32, most: u32): u32 {
  const a0 = splatAt(SETS), a1 = splatAt(SETS + 1), a2 = splatAt(SETS + 2), a3 = splatAt(SETS + 3), b0 = splatAt(SETS + 4), b1 = splatAt(SETS + 5), b2 = splatAt(SETS + 6), b3 = splatAt(SETS + 7);
  const fa = i8x16.splat(i8(foldA)), fb = i8x16.splat(i8(foldB));
  let n: u32 = 0, past = from;
  for (let i = from; i < to; i += 64) {
    const p = buffer + i + first, q = buffer + i + second;
    let x0 = v128.load(p), x1 = v128.load(p, 16), x2 = v128.load(p, 32), x3 = v128.load(p, 48);
    if (fold) { x0 = v128.or(x0, fa); x1 = v128.or(x1, fa); x2 = v128.or(x2, fa); x3 = v128.or(x3, fa); }
    let m0 = i8x16.eq(x0, a0), m1 = i8x16.eq(x1, a0), m2 = i8x16.eq(x2, a0), m3 = i8x16.eq(x3, a0);
    if (countA > 1) { m0 = v128.or(m0, i8x16.eq(x0, a1)); m1 = v128.or(m1, i8x16.eq(x1, a1)); m2 = v128.or(m2, i8x16.eq(x2, a1)); m3 = v128.or(m3, i8x16.eq(x3, a1)); }
    if (countA > 2) { m0 = v128.or(m0, i8x16.eq(x0, a2)); m1 = v128.or(m1, i8x16.eq(x1, a2)); m2 = v128.or(m2, i8x16.eq(x2, a2)); m3 = v128.or(m3, i8x16.eq(x3, a2)); }
    if (countA > 3) { m0 = v128.or(m0, i8x16.eq(x0, a3)); m1 = v128.or(m1, i8x16.eq(x1, a3)); m2 = v128.or(m2, i8x16.eq(x2, a3)); m3 = v128.or(m3, i8x16.eq(x3, a3)); }
    x0 = v128.load(q); x1 = v128.load(q, 16); x2 = v128.load(q, 32); x3 = v128.load(q, 48);
    if (fold) { x0 = v128.or(x0, fb); x1 = v128.or(x1, fb); x2 = v128.or(x2, fb); x3 = v128.or(x3, fb); }
    let k0 = i8x16.eq(x0, b0), k1 = i8x16.eq(x1, b0), k2 = i8x16.eq(x2, b0), k3 = i8x16.eq(x3, b0);
    if (countB > 1) { k0 = v128.or(k0, i8x16.eq(x0, b1)); k1 = v128.or(k1, i8x16.eq(x1, b1)); k2 = v128.or(k2, i8x16.eq(x2, b1)); k3 = v128.or(k3, i8x16.eq(x3, b1)); }
    if (countB > 2) { k0 = v128.or(k0, i8x16.eq(x0, b2)); k1 = v128.or(k1, i8x16.eq(x1, b2)); k2 = v128.or(k2, i8x16.eq(x2, b2)); k3 = v128.or(k3, i8x16.eq(x3, b2)); }
    if (countB > 3) { k0 = v128.or(k0, i8x16.eq(x0, b3)); k1 = v128.or(k1, i8x16.eq(x1, b3)); k2 = v128.or(k2, i8x16.eq(x2, b3)); k3 = v128.or(k3, i8x16.eq(x3, b3)); }
    m0 = v128.and(m0, k0); m1 = v128.and(m1, k1); m2 = v128.and(m2, k2); m3 = v128.and(m3, k3);
    if (!v128.any_true(v128.or(v128.or(m0, m1), v128.or(m2, m3)))) continue;
    let m = u64(i8x16.bitmask(m0)) | (u64(i8x16.bitmask(m1)) << 16) | (u64(i8x16.bitmask(m2)) << 32) | (u64(i8x16.bitmask(m3)) << 48);
    while (m != 0) {
      const at = i + u32(ctz(m));
      m &= m - 1;
      if (at >= to) break;
      if (at < past || !matchesFrom(buffer, at, to, dead, match)) continue;
      hit(n++, at);
      past = lineEnd(buffer, at, to);
      if (past >= i + 64) { i = past - ((past - from) & 63) - 64; m = 0; }
    }
    if (work > most) return n;
  }
  return n;
}

/**
 * Lines with a position from which the automaton matches: one of the `countA` bytes in SETS stands `first` behind it, and one of the `countB` from SETS + 4 on `second` behind it.
 * A fold of 32 lets letters, which are in lower case then, stand for both cases. Ends early when automata looked at more than `most` bytes; `automatonWork` tells.
 */
export function findStarts(buffer: usize, from: u32, to: u32, first: u32, second: u32, countA: u32, countB: u32, foldA: u8, foldB: u8, dead: u32, match: u32, most: u32): u32 {
  work = 0;
  return (foldA | foldB) == 0
    ? scanStarts(buffer, from, to, first, second, countA, countB, false, 0, 0, dead, match, most)
    : scanStarts(buffer, from, to, first, second, countA, countB, true, foldA, foldB, dead, match, most);
}

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
 * Lines in which the automaton reaches `match` (its number times 256; it stays there). State 0 begins, a newline leads back to it or to the match.
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

/** Keeps those of the first `count` hits, in order, whose line the automaton matches from its start; gives how many. */
export function judgeHits(buffer: usize, from: u32, to: u32, count: u32, dead: u32, match: u32): u32 {
  let kept: u32 = 0;
  for (let i: u32 = 0; i < count; i++) {
    const position = load<u32>(HITS + (usize(i) << 2));
    let at = lineBefore(buffer, position, from), state: u32 = 0;
    while (at < to && state < dead) {
      const byte = u32(load<u8>(buffer + at));
      state = next(state, byte);
      at++;
      if (byte == 10) break;
    }
    if (state == match) hit(kept++, position);
  }
  return kept;
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
