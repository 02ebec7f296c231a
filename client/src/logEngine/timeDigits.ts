/** Dates as logs write them, read byte by byte: digits in, milliseconds out, as if the digits were UTC (most files name no zone). */

const MS_PER_DAY = 86_400_000;

/** Days from 1970-01-01 of a date of the Gregorian calendar (H. Hinnant's days_from_civil). */
export function daysOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}

function digit(bytes: Uint8Array, at: number): number {
  const value = (bytes[at] ?? 0) - 48;
  return value >= 0 && value <= 9 ? value : NaN;
}

const two = (bytes: Uint8Array, at: number): number => digit(bytes, at) * 10 + digit(bytes, at + 1);

/** A date read: its time, and the position behind it (behind a zone too, whose offset is left out: the digits count). */
export interface ReadDate {
  time: number;
  next: number;
}

/** Reads `yyyy-MM-dd HH:mm:ss` with blank or T, optional fraction behind `,` or `.`, optional zone, into `out`; false when no date stands there. */
export function readDate(bytes: Uint8Array, at: number, end: number, out: ReadDate): boolean {
  if (at + 19 > end || bytes[at + 4] !== 45 || bytes[at + 7] !== 45 || bytes[at + 13] !== 58 || bytes[at + 16] !== 58) return false;
  if (bytes[at + 10] !== 32 && bytes[at + 10] !== 84) return false;
  const days = daysOf(two(bytes, at) * 100 + two(bytes, at + 2), two(bytes, at + 5), two(bytes, at + 8));
  let time = days * MS_PER_DAY + two(bytes, at + 11) * 3_600_000 + two(bytes, at + 14) * 60_000 + two(bytes, at + 17) * 1000;
  if (Number.isNaN(time)) return false;
  let p = at + 19;
  if ((bytes[p] === 44 || bytes[p] === 46) && !Number.isNaN(digit(bytes, p + 1)) && p + 1 < end) {
    p++;
    for (let scale = 100; p < end && !Number.isNaN(digit(bytes, p)); p++) { time += Math.trunc(scale) * digit(bytes, p); scale /= 10; if (scale < 1) scale = 0; }
  }
  out.time = time;
  out.next = skipZone(bytes, p, end);
  return true;
}

/** `Z`, `+09`, `+0900` or `+09:00`; a colon without digits behind it does not belong to it. */
function skipZone(bytes: Uint8Array, at: number, end: number): number {
  if (bytes[at] === 90) return at + 1;
  if ((bytes[at] !== 43 && bytes[at] !== 45) || at + 3 > end || Number.isNaN(two(bytes, at + 1))) return at;
  const minutes = bytes[at + 3] === 58 ? at + 4 : at + 3;
  return minutes + 2 <= end && !Number.isNaN(two(bytes, minutes)) ? minutes + 2 : at + 3;
}
