/** Which whole number somebody meant who wrote it in a form that Java does not read. */

export interface MeantNumber {
  /** The number in plain digits. */
  readonly digits: string;
  /** Only one number can be meant: quotes, a comment or separators are all that is wrong. */
  readonly certain: boolean;
  /** Too large or too small for a 64-bit number, or it already is plain and just too large for its type. */
  readonly exceeds: boolean;
}

const WORDS: Readonly<Record<string, string>> = {
  zero: '0', one: '1', two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9', ten: '10', twelve: '12', sixteen: '16',
};

const UNITS: Readonly<Record<string, bigint>> = { k: 1024n, kb: 1024n, kib: 1024n, m: 1024n ** 2n, mb: 1024n ** 2n, mib: 1024n ** 2n, g: 1024n ** 3n, gb: 1024n ** 3n, gib: 1024n ** 3n, t: 1024n ** 4n, tb: 1024n ** 4n, tib: 1024n ** 4n };

/** Undefined when nothing tells. */
export function integerMeant(text: string): MeantNumber | undefined {
  const plain = text.replace(/\s+[#!].*$/s, '').replace(/^(["'])(.*)\1$/s, '$2').trim();
  if (/^[+-]?[0-9]+$/.test(plain)) return { digits: plain, certain: true, exceeds: plain === text };
  const digits = plain.replace(/(?<=[0-9])[_ ,](?=[0-9]{3}(?:[^0-9]|$))/g, '').replace(/(?<=[0-9])[lL]$/, '');
  if (/^[+-]?[0-9]+$/.test(digits)) return { digits, certain: !plain.includes(','), exceeds: false };
  const name = plain.toLowerCase();
  const word = Object.hasOwn(WORDS, name) ? WORDS[name] : undefined;
  if (word !== undefined) return { digits: word, certain: false, exceeds: false };
  const [, amount, unit = ''] = /^([0-9]+)\s*([a-zA-Z]+)$/.exec(plain) ?? [];
  const factor = Object.hasOwn(UNITS, unit.toLowerCase()) ? UNITS[unit.toLowerCase()] : undefined;
  if (amount !== undefined && factor !== undefined) return { digits: String(BigInt(amount) * factor), certain: false, exceeds: false };
  const [, mantissa, exponent] = /^([0-9]+)[eE]\+?([0-9]{1,2})$/.exec(plain) ?? [];
  if (mantissa !== undefined && exponent !== undefined) return { digits: mantissa + '0'.repeat(Number(exponent)), certain: false, exceeds: false };
  return undefined;
}
