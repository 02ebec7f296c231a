/** Texts as Java reads them: numbers and booleans of ConfigDef.parseType. */

const PLAIN_INTEGER = /^[+-]?[0-9]+$/;
/** Integer.parseInt also takes the digits of other scripts. */
const ANY_INTEGER = /^[+-]?\p{Nd}+$/u;
const DOUBLE = /^[+-]?(?:NaN|Infinity|(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?[fFdD]?|0[xX](?:[0-9a-fA-F]+\.?[0-9a-fA-F]*|\.[0-9a-fA-F]+)[pP][+-]?[0-9]+[fFdD]?)$/;

export type IntegerType = 'int' | 'long' | 'short';

const LIMITS: Readonly<Record<IntegerType, { readonly min: bigint; readonly max: bigint }>> = {
  short: { min: -32768n, max: 32767n },
  int: { min: -2147483648n, max: 2147483647n },
  long: { min: -9223372036854775808n, max: 9223372036854775807n },
};

/** Integer.parseInt, Long.parseLong, Short.parseShort: null for what they refuse. A long beyond 2^53 loses its last digits. */
export function javaInteger(text: string, type: IntegerType): number | null {
  if (PLAIN_INTEGER.test(text)) {
    if (text.length <= (type === 'short' ? 4 : 9)) return Number(text);
    const { min, max } = LIMITS[type];
    const exact = BigInt(text.startsWith('+') ? text.slice(1) : text);
    return exact < min || exact > max ? null : Number(exact);
  }
  return ANY_INTEGER.test(text) ? javaInteger(text.replace(/\p{Nd}/gu, latinDigit), type) : null;
}

/** The digit 0 to 9 of any script: its distance from the first digit of its block. */
function latinDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
  return String(value);
}

/** Double.parseDouble of a text that ConfigDef has trimmed: null for what it refuses. A no-break space is no blank to Java. */
export function javaDouble(text: string): number | null {
  if (!DOUBLE.test(text)) return null;
  const digits = /^[+-]?0[xX]/.test(text) ? '' : text.replace(/[fFdD]$/, '');
  return digits === '' ? hexDouble(text) : Number(digits);
}

function hexDouble(text: string): number {
  const [mantissa = '', exponent = '0'] = text.replace(/[fFdD]$/, '').replace(/0[xX]/, '').split(/[pP]/);
  const [whole = '', fraction = ''] = mantissa.replace(/^[+-]/, '').split('.');
  const value = Number.parseInt(`${whole}${fraction}` || '0', 16) * 2 ** (Number(exponent) - 4 * fraction.length);
  return text.startsWith('-') ? -value : value;
}

/** A boolean of ConfigDef: true or false in any case, null for everything else. */
export function javaBoolean(text: string): boolean | null {
  const lower = text.toLowerCase();
  return lower === 'true' ? true : lower === 'false' ? false : null;
}
