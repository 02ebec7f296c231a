/**
 * Byte automata over a block of whole lines. `findStarts` looks for the beginning of matches and tries an automaton there, `judgeHits` runs one over the lines of candidates,
 * `runAutomaton` over everything.
 */
import { hit, HITS, lineBefore, lineEnd, TABLE_BYTES } from './lines';

/** 256 states by 256 bytes, each entry the next state times 256. */
const AUTOMATON: usize = memory.data(131_072, 16);
/** Up to four bytes for each of the two places of a start. */
const PLACES: usize = memory.data(16, 16);

export function automatonTable(): usize { return AUTOMATON; }
export function placeTable(): usize { return PLACES; }

/** Bytes that automata looked at in the last `findStarts`, with a few for each start. */
let work: u32 = 0;
export function automatonWork(): u32 { return work; }

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
  const a0 = splatAt(PLACES), a1 = splatAt(PLACES + 1), a2 = splatAt(PLACES + 2), a3 = splatAt(PLACES + 3), b0 = splatAt(PLACES + 4), b1 = splatAt(PLACES + 5), b2 = splatAt(PLACES + 6), b3 = splatAt(PLACES + 7);
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
 * Lines with a position from which the automaton matches: one of the `countA` bytes in PLACES stands `first` behind it, and one of the `countB` from PLACES + 4 on `second` behind it.
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
