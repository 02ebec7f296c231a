/**
 * Searches for bytes in a block of whole lines. `findText` compares a text itself; `findPair` and `findSets` give candidates that an automaton or a regular expression judges.
 */
import { hit, lineEnd } from './lines';

const NEEDLE: usize = memory.data(1040, 16);
const SETS: usize = memory.data(128, 16);

export function needleTable(): usize { return NEEDLE; }
export function setTable(): usize { return SETS; }

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
