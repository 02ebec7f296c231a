/** Numbers, sizes and times as the page writes them. Pure. Times are ms whose UTC digits are the digits of the file: no zone is applied. */
import { t } from './texts';

const DAY_OF: readonly ((day: number) => string)[] = [
  (day) => t('{0} Jan', day), (day) => t('{0} Feb', day), (day) => t('{0} Mar', day), (day) => t('{0} Apr', day), (day) => t('{0} May', day), (day) => t('{0} Jun', day),
  (day) => t('{0} Jul', day), (day) => t('{0} Aug', day), (day) => t('{0} Sep', day), (day) => t('{0} Oct', day), (day) => t('{0} Nov', day), (day) => t('{0} Dec', day),
];

/** `9,184,220` */
export function count(n: number): string {
  return Math.round(n).toLocaleString('en-US');
}

/** `0 B`, `812 KB`, `1.4 GB`: powers of 1000, as disks are sold and as `df -H` writes. */
export function bytes(n: number): string {
  if (n < 1000) return `${n} B`;
  let value = n;
  for (const unit of ['KB', 'MB', 'GB', 'TB']) {
    value /= 1000;
    if (value < 999.5 || unit === 'TB') return `${value < 9.95 ? value.toFixed(1) : Math.round(value)} ${unit}`;
  }
  return `${n} B`;
}

/** `31 MB`, `1.4 GB in 4 files` */
export function sizeOf(size: number, files: number): string {
  return files < 2 ? bytes(size) : t('{0} in {1} files', bytes(size), count(files));
}

function pad(n: number, width = 2): string {
  return String(n).padStart(width, '0');
}

/** `02:47:12` */
export function clock(time: number): string {
  const d = new Date(time);
  return `${pad(d.getUTCHours())}:${pad(d.getUTCMinutes())}:${pad(d.getUTCSeconds())}`;
}

/** `.318` */
export function milliseconds(time: number): string {
  return `.${pad(new Date(time).getUTCMilliseconds(), 3)}`;
}

/** `24 Nov` */
export function day(time: number): string {
  const d = new Date(time);
  return DAY_OF[d.getUTCMonth()]?.(d.getUTCDate()) ?? '';
}

/** True when both times are of one day. */
export function sameDay(a: number, b: number): boolean {
  return Math.floor(a / 86_400_000) === Math.floor(b / 86_400_000);
}

/** `24 Nov 00:00:03 – 03:11:47`; the second day only when it is another one. */
export function period(from: number, to: number): string {
  return `${day(from)} ${clock(from)} – ${sameDay(from, to) ? '' : `${day(to)} `}${clock(to)}`;
}

/** `45 s`, `7 min 51 s`, `3 h 20 min`, `2 d 4 h` */
export function duration(ms: number): string {
  const s = Math.round(ms / 1000);
  if (s < 60) return t('{0} s', s);
  const two = (large: string, small: number, smallText: (n: number) => string): string => (small === 0 ? large : `${large} ${smallText(small)}`);
  if (s < 3600) return two(minutes(Math.floor(s / 60)), s % 60, (n) => t('{0} s', n));
  if (s < 86_400) return two(hours(Math.floor(s / 3600)), Math.floor((s % 3600) / 60), minutes);
  return two(t('{0} d', Math.floor(s / 86_400)), Math.floor((s % 86_400) / 3600), hours);
}

const minutes = (n: number): string => t('{0} min', n);
const hours = (n: number): string => t('{0} h', n);

/** The last part of a logger's name; names that end in `.logger` stay whole, for their last part says nothing. */
export function shortLogger(logger: string): string {
  if (logger.endsWith('.logger')) return logger;
  return logger.slice(logger.lastIndexOf('.') + 1).replace(/\$$/, '');
}

/** `2026-11-24 02:47:12`, as the file writes it, without milliseconds. */
export function stamp(time: number): string {
  return new Date(time).toISOString().slice(0, 19).replace('T', ' ');
}

/** The time of a stamp; undefined when the text is none. */
export function fromStamp(text: string): number | undefined {
  const parts = /^\s*(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)(:\d\d)?\s*$/.exec(text);
  const time = parts ? Date.parse(`${parts[1] ?? ''}T${parts[2] ?? ''}${parts[3] ?? ':00'}Z`) : NaN;
  return Number.isNaN(time) ? undefined : time;
}
