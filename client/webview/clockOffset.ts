/** Clock offsets as a person writes and reads them. Pure. */
import { t } from './texts';

/** `+0.35 s`, `−2 s`, `0 s`: to the millisecond, with no zero too many. */
export function offsetText(ms: number): string {
  return t('{0} s', offsetNumber(ms));
}

/** `+0.35`: seconds. */
export function offsetNumber(ms: number): string {
  const sign = ms > 0 ? '+' : ms < 0 ? '−' : '';
  return `${sign}${Number((Math.abs(ms) / 1000).toFixed(3))}`;
}

/** The offset in a text, ms: seconds, or with its unit (`350 ms`, `1.5 s`, `2 min`, `1 h`); either minus. Undefined when it is none, empty is 0. */
export function offsetOf(text: string): number | undefined {
  const parts = /^\s*([+−-]?)\s*(\d+(?:[.,]\d+)?|[.,]\d+)?\s*(ms|s|min|h)?\s*$/.exec(text);
  if (!parts) return undefined;
  const [, sign, digits, unit] = parts;
  if (digits === undefined) return text.trim() === '' ? 0 : undefined;
  const ms = Number(digits.replace(',', '.')) * ({ ms: 1, s: 1000, min: 60_000, h: 3_600_000 }[unit ?? 's'] ?? 1000);
  return Math.round(sign === '' || sign === '+' ? ms : -ms) || 0;
}
