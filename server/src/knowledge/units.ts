/** In which unit a number is meant, and how a person reads it. */
import { baseKey } from './catalogue';

/** `bytes/s` is a rate; the others are amounts. */
export type Unit = 'ms' | 'seconds' | 'minutes' | 'hours' | 'bytes' | 'bytes/s';

/** Keys whose name does not end in their unit (sources: the documentation of each in Kafka's ConfigDef). */
const BY_NAME: ReadonlyMap<string, Unit> = new Map([
  ['log.cleaner.dedupe.buffer.size', 'bytes'], ['log.cleaner.io.buffer.size', 'bytes'], ['offsets.load.buffer.size', 'bytes'], ['share.coordinator.load.buffer.size', 'bytes'],
  ['transaction.state.log.load.buffer.size', 'bytes'], ['sasl.server.max.receive.size', 'bytes'], ['metadata.log.max.record.bytes.between.snapshots', 'bytes'],
  ['log.cleaner.io.max.bytes.per.second', 'bytes/s'], ['remote.log.manager.copy.max.bytes.per.second', 'bytes/s'], ['remote.log.manager.fetch.max.bytes.per.second', 'bytes/s'],
  ['leader.replication.throttled.rate', 'bytes/s'], ['follower.replication.throttled.rate', 'bytes/s'], ['replica.alter.log.dirs.io.max.bytes.per.second', 'bytes/s'],
  ['quota.producer.default', 'bytes/s'], ['quota.consumer.default', 'bytes/s'],
]);

const BY_ENDING: readonly (readonly [ending: RegExp, unit: Unit])[] = [
  [/\.(?:ms|millis)$/, 'ms'], [/\.(?:seconds|secs)$/, 'seconds'], [/\.minutes$/, 'minutes'], [/\.hours$/, 'hours'], [/\.bytes$/, 'bytes'],
];

/** The unit of a broker or topic key; undefined for a plain count and for texts. */
export function unitOf(key: string): Unit | undefined {
  const base = baseKey(key);
  return BY_NAME.get(base) ?? BY_ENDING.find(([ending]) => ending.test(base))?.[1];
}

/** A unit as it stands behind a number: `168 h`. */
export const SYMBOLS: Readonly<Record<Unit, string>> = { ms: 'ms', seconds: 's', minutes: 'min', hours: 'h', bytes: 'B', 'bytes/s': 'B/s' };

const MILLISECONDS: Readonly<Record<string, number>> = { ms: 1, seconds: 1000, minutes: 60_000, hours: 3_600_000 };

/** A time in milliseconds; undefined for amounts that are no times. */
export function inMilliseconds(value: number, unit: Unit): number | undefined {
  const factor = MILLISECONDS[unit];
  return factor === undefined ? undefined : value * factor;
}

/** A number with a unit, in words: `7 d`, `16 MiB`, `≈ 977 KiB`. Undefined where the plain number with its symbol says it as well. */
export function readable(value: number, unit: Unit): string | undefined {
  if (!Number.isSafeInteger(value) || value <= 0) return undefined;
  const factor = MILLISECONDS[unit];
  const text = factor === undefined ? bytesText(value) : durationText(value * factor);
  return text === plain(value, unit) ? undefined : unit === 'bytes/s' ? `${text}/s` : text;
}

/** `168 h`, `604800000 ms`. */
export function plain(value: number, unit: Unit): string {
  return `${value} ${SYMBOLS[unit]}`;
}

const TIMES: readonly (readonly [size: number, symbol: string])[] = [[86_400_000, 'd'], [3_600_000, 'h'], [60_000, 'min'], [1000, 's'], [1, 'ms']];

/** Milliseconds in the largest units, two at most: `7 d`, `1 d 12 h`; `≈` where a third would be needed. */
export function durationText(milliseconds: number): string {
  const first = TIMES.findIndex(([size]) => milliseconds >= size);
  const [size, symbol] = TIMES[first] ?? [1, 'ms'];
  const whole = Math.floor(milliseconds / size);
  const rest = milliseconds - whole * size;
  const next = TIMES[first + 1];
  if (rest === 0 || !next) return `${whole} ${symbol}`;
  const part = Math.floor(rest / next[0]);
  const isExact = part * next[0] === rest;
  const text = part === 0 ? `${whole} ${symbol}` : `${whole} ${symbol} ${part} ${next[1]}`;
  return isExact ? text : `≈ ${text}`;
}

const SIZES: readonly (readonly [size: number, symbol: string])[] = [[2 ** 50, 'PiB'], [2 ** 40, 'TiB'], [2 ** 30, 'GiB'], [2 ** 20, 'MiB'], [2 ** 10, 'KiB']];

/** Bytes in the largest binary unit: `16 MiB`, `1.5 GiB`, `1 MiB + 12 B`; `≈` where it is rounded. */
export function bytesText(bytes: number): string {
  const [size, symbol] = SIZES.find(([least]) => bytes >= least) ?? [1, 'B'];
  const whole = Math.floor(bytes / size);
  const rest = bytes - whole * size;
  if (rest === 0) return `${whole} ${symbol}`;
  if (rest < 1024 && size > 1024) return `${whole} ${symbol} + ${rest} B`;
  const hundredths = (bytes / size) * 100;
  if (Number.isInteger(hundredths)) return `${hundredths / 100} ${symbol}`;
  const rounded = bytes / size;
  return `≈ ${rounded.toFixed(rounded < 10 ? 1 : 0)} ${symbol}`;
}
