/**
 * The log engine's inner loops, in AssemblyScript, compiled to WebAssembly with SIMD. What each does, its TypeScript twin does too:
 * indexer.ts is the oracle of `scan`, filter.ts of `chooseLevels`, search.ts of the searches in search.ts and automaton.ts here.
 * Nothing is allocated: tables stand at fixed places, the host puts blocks of text behind `heap()`. Behind the bytes it names, 64 more can be read.
 */
export { findText, findPair, findSets, needleTable, setTable } from './search';
export { findStarts, runAutomaton, judgeHits, automatonWork, automatonTable, placeTable } from './automaton';
export { hitTable, linesOfHits, lineTable, countNewlines, oddBytes } from './lines';
export { chooseLevels, countBlocks } from './rows';

/** Lines of one call at most: a block of bare newlines. */
const MOST_LINES: i32 = 263_168;
const PASS_BYTES: u32 = 32_768;

const NIBBLES: usize = memory.data(131_600, 16);
const OFFSETS: usize = memory.data(1_052_704, 16);
const TIMES: usize = memory.data(2_105_376, 16);
/** Positions of line starts of one pass. */
const STARTS: usize = memory.data(131_200, 16);
const LEVELS: usize = memory.data(256, 16);
const LEVEL_WORDS: usize = memory.data<u32>([0, 0x43415254, 0x55424544, 0x4f464e49, 0x4e524157, 0x4f525245, 0x41544146, 0]);

/** State of the segment: lines so far, groups of this call, times. */
let lines: u32 = 0;
let groups: u32 = 0;
let mask: u32 = 0;
let base: f64 = NaN;
/** `m:ss,SSS` of the last header, as in `millisOf`. */
let digits: u64 = 0;
let first: f64 = NaN;
let least: f64 = Infinity;
let most: f64 = -Infinity;
let lastStart: i32 = -1;
/** Number of the nibble word with which the tables of the last call began. */
let previousWord: u32 = 0;
/** `[yyyy-MM-dd HH:m` of the header seen last, and its time: parsed once every ten minutes of log. */
let prefix: v128 = i64x2.splat(0);
let prefixTime: f64 = 0;

export function heap(): usize { return (__heap_base + 65_535) & ~65_535; }
export function nibbleTable(): usize { return NIBBLES; }
export function offsetTable(): usize { return OFFSETS; }
export function timeTable(): usize { return TIMES; }
export function lineCount(): u32 { return lines; }
export function groupCount(): u32 { return groups; }
export function lastTime(): f64 { return base + millisOf(digits); }
export function firstTime(): f64 { return first; }
export function leastTime(): f64 { return least; }
export function mostTime(): f64 { return most; }
export function lastLine(): i32 { return lastStart; }
export function mostLines(): i32 { return MOST_LINES; }

/** A segment begins; a group is remembered every 1 << shift lines. */
export function begin(shift: u32): void {
  store<u8>(LEVELS + 84, 1); store<u8>(LEVELS + 68, 2); store<u8>(LEVELS + 73, 3); store<u8>(LEVELS + 87, 4); store<u8>(LEVELS + 69, 5); store<u8>(LEVELS + 70, 6);
  lines = 0; groups = 0; base = NaN; digits = 0; first = NaN; least = Infinity; most = -Infinity; lastStart = -1; previousWord = 0;
  store<u32>(NIBBLES, 0);
  setShift(shift);
}

export function setShift(shift: u32): void { mask = (1 << shift) - 1; }

/** Days from 1970-01-01, as in timeDigits.ts. */
function daysOf(year: i32, month: i32, day: i32): i64 {
  const y = year - i32(month <= 2), era = (y >= 0 ? y : y - 399) / 400, ofEra = y - era * 400;
  const dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return i64(era) * 146_097 + i64(ofEra * 365 + ofEra / 4 - ofEra / 100 + dayOfYear) - 719_468;
}

@inline function digit(at: usize, i: i32): i32 { return i32(load<u8>(at + i)) - 48; }

function readPrefix(at: usize): bool {
  const bytes = v128.load(at);
  const text = i8x16(91, 0, 0, 0, 0, 45, 0, 0, 45, 0, 0, 32, 0, 0, 58, 0), digits = i8x16(0, -1, -1, -1, -1, 0, -1, -1, 0, -1, -1, 0, -1, -1, 0, -1);
  const isDigit = i8x16.le_u(i8x16.sub(bytes, i8x16.splat(48)), i8x16.splat(9));
  if (!i8x16.all_true(v128.bitselect(isDigit, i8x16.eq(bytes, text), digits))) return false;
  const days = daysOf(digit(at, 1) * 1000 + digit(at, 2) * 100 + digit(at, 3) * 10 + digit(at, 4), digit(at, 6) * 10 + digit(at, 7), digit(at, 9) * 10 + digit(at, 10));
  prefixTime = f64(days * 86_400_000 + i64((digit(at, 12) * 10 + digit(at, 13)) * 3_600_000 + digit(at, 15) * 600_000));
  prefix = bytes;
  return true;
}

/** Writes the starts of the lines behind the newlines of [from, to), as buffer positions; gives their count. Branch-free per 64 bytes with at most one newline. */
@inline function lineStarts(buffer: usize, from: u32, to: u32): u32 {
  const newline = i8x16.splat(10);
  let n: u32 = 0;
  for (let i = from; i < to; i += 64) {
    const p = buffer + i;
    let m = u64(i8x16.bitmask(i8x16.eq(v128.load(p), newline))) | (u64(i8x16.bitmask(i8x16.eq(v128.load(p, 16), newline))) << 16) | (u64(i8x16.bitmask(i8x16.eq(v128.load(p, 32), newline))) << 32) | (u64(i8x16.bitmask(i8x16.eq(v128.load(p, 48), newline))) << 48);
    if (to - i < 64) m &= (u64(1) << u64(to - i)) - 1;
    store<u32>(STARTS + (usize(n) << 2), i + 1 + u32(ctz(m)));
    n += u32(m != 0);
    m &= m - 1;
    while (m != 0) { store<u32>(STARTS + (usize(n) << 2), i + 1 + u32(ctz(m))); n++; m &= m - 1; }
  }
  return n;
}

/** Milliseconds of `m:ss,SSS`, whose digits stand in `x` as numbers, the first in the highest byte. */
function millisOf(x: u64): i32 {
  return i32(u32(x >>> 56) * 60_000 + u32((x >>> 40) & 15) * 10_000 + u32((x >>> 32) & 15) * 1000 + u32((x >>> 16) & 15) * 100 + u32((x >>> 8) & 15) * 10 + u32(x & 15));
}

/** Minimum and maximum of the times since the prefix changed, folded in. */
function foldTimes(low: u64, high: u64): void {
  if (low > high) return;
  least = Math.min(least, prefixTime + millisOf(low));
  most = Math.max(most, prefixTime + millisOf(high));
}

/** Packs the lines of one pass. `origin` is the segment offset of buffer position 0, modulo 2^32. Times are compared as they stand, and worked out for every group only. */
function readHeaders(buffer: usize, count: u32, origin: u32, callStart: u32): void {
  let line = lines, group = groups, last = digits, low = u64.MAX_VALUE, high: u64 = 0, known = prefix, time = base;
  const word0 = callStart >>> 3;
  let packed: u32 = line & 7 ? load<u32>(NIBBLES + (((line >>> 3) - word0) << 2)) : 0;
  for (let j: u32 = 0; j < count; j++) {
    const p = load<u32>(STARTS + (usize(j) << 2)), at = buffer + p;
    let nibble: u32 = 0;
    if (load<u8>(at) == 91) {
      let fits = true;
      if (!i8x16.all_true(i8x16.eq(v128.load(at), known))) {
        foldTimes(low, high);
        fits = readPrefix(at);
        low = u64.MAX_VALUE; high = 0;
        known = prefix;
      }
      // `m:ss,SSS` as digits 0 to 9, the separators as 0, the first byte highest.
      const x = i64x2.extract_lane(i8x16.shuffle(v128.load(at, 16), v128.load(at, 16), 7, 6, 5, 4, 3, 2, 1, 0, 7, 6, 5, 4, 3, 2, 1, 0), 0) ^ 0x303a30302c303030;
      if (fits && ((((x + 0x767f76767f767676) | x) & 0x8080808080808080) == 0) && load<u8>(at, 24) == 93) {
        const word = load<u32>(at, 26);
        let level = u32(load<u8>(LEVELS + (word & 255)));
        level = load<u32>(LEVEL_WORDS + (level << 2)) == word && load<u8>(at, 25) == 32 ? level : 0;
        time = prefixTime;
        last = x;
        low = min(low, x);
        high = max(high, x);
        nibble = level | 8;
        if (first != first) first = time + millisOf(x);
      }
    }
    packed |= nibble << ((line & 7) << 2);
    if ((line & mask) == 0) {
      store<u32>(OFFSETS + (usize(group) << 2), origin + p);
      store<f64>(TIMES + (usize(group) << 3), time + millisOf(last));
      group++;
    }
    if ((line & 7) == 7) { store<u32>(NIBBLES + (((line >>> 3) - word0) << 2), packed); packed = 0; }
    line++;
  }
  store<u32>(NIBBLES + (((line >>> 3) - word0) << 2), packed);
  foldTimes(low, high);
  if (count > 0) lastStart = i32(origin + load<u32>(STARTS + (usize(count - 1) << 2)));
  lines = line; groups = group; digits = last; base = time;
}

/**
 * Lines that start behind the newlines of buffer[from, to), Kafka's `[%d] %p %m (%c)%n`. The tables hold the nibbles from the word of the first line on,
 * and the groups of this call. Two passes of 32 KiB each: finding newlines does not wait for headers.
 */
export function scan(buffer: usize, from: u32, to: u32, origin: u32): void {
  const callStart = lines;
  groups = 0;
  if (callStart & 7) store<u32>(NIBBLES, load<u32>(NIBBLES + (((callStart >>> 3) - previousWord) << 2)));
  previousWord = callStart >>> 3;
  while (from < to) {
    const until = to - from > PASS_BYTES ? from + PASS_BYTES : to;
    const count = lineStarts(buffer, from, until);
    from = until;
    readHeaders(buffer, count, origin, callStart);
  }
}
