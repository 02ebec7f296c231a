/** ConversionPattern of log4j 1's PatternLayout: helpers.PatternParser of reload4j 1.2.25. */
import { simpleDateProblem } from './datePattern';

/** A conversion such as `%-5p` or `%d{HH:mm}`. */
export interface Conversion {
  /** Letter of log4j 1, or word of log4j 2. */
  readonly letter: string;
  /** Indexes in the pattern: from the `%` to behind the letter or its braces. */
  readonly start: number;
  readonly end: number;
  /** Text between the braces. */
  readonly option: string | undefined;
}

/** A place of a pattern that the library complains about. */
export interface PatternProblem {
  readonly kind: 'letter' | 'date';
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly words: string;
  /** What the library says besides. */
  readonly before?: readonly string[];
}

export interface ReadPattern {
  readonly conversions: readonly Conversion[];
  readonly problems: readonly PatternProblem[];
}

const LETTERS = 'cCdFlLmMprtxX';
/** Letters that take braces; behind the others a brace is plain text. */
const WITH_BRACES = 'cCdX';

/** Reads a conversion pattern; `%n` and `%%` are no conversions. */
export function readLog4j1Pattern(pattern: string): ReadPattern {
  const conversions: Conversion[] = [];
  const problems: PatternProblem[] = [];
  for (let i = 0; i < pattern.length;) {
    // As in the library, the last character is always plain text.
    if (pattern[i] !== '%' || i + 1 >= pattern.length) { i++; continue; }
    if (pattern[i + 1] === '%' || pattern[i + 1] === 'n') { i += 2; continue; }
    i = conversion(pattern, i, conversions, problems);
  }
  return { conversions, problems };
}

/** Reads from a `%`; gives back where plain text goes on. */
function conversion(pattern: string, start: number, conversions: Conversion[], problems: PatternProblem[]): number {
  let i = start + 1;
  while (pattern[i] === '-') i++;
  while (isDigit(pattern[i])) i++;
  if (pattern[i] === '.') {
    i++;
    if (i >= pattern.length) return i;
    if (!isDigit(pattern[i])) {
      problems.push({ kind: 'letter', start, end: i + 1, name: pattern[i] ?? '', words: `Error occured in position ${i + 1}.\n Was expecting digit, instead got char "${pattern[i] ?? ''}".` });
      return i + 1;
    }
    while (isDigit(pattern[i])) i++;
  }
  const letter = pattern[i];
  if (letter === undefined) return i;
  i++;
  if (!LETTERS.includes(letter)) {
    problems.push({ kind: 'letter', start, end: i, name: letter, words: `Unexpected char [${letter}] at position ${i} in conversion patterrn.` });
    return i;
  }
  let option: string | undefined;
  if (WITH_BRACES.includes(letter) && pattern[i] === '{') {
    const close = pattern.indexOf('}', i);
    if (close > i) { option = pattern.slice(i + 1, close); i = close + 1; }
  }
  conversions.push({ letter, start, end: i, option });
  if (option !== undefined) checkOption(letter, option, start, i, problems);
  return i;
}

function checkOption(letter: string, option: string, start: number, end: number, problems: PatternProblem[]): void {
  if (letter === 'd') {
    const bad = /^(iso8601|absolute|date)$/i.test(option) ? undefined : simpleDateProblem(option);
    if (bad) problems.push({ kind: 'date', start, end, name: option, words: `Could not instantiate SimpleDateFormat with ${option}` });
  } else if (letter !== 'X') {
    const number = /^[+-]?\d{1,9}$/.test(option) ? Number(option) : undefined;
    if (number === undefined) problems.push({ kind: 'letter', start, end, name: option, words: `Category option "${option}" not a decimal integer.` });
    else if (number <= 0) problems.push({ kind: 'letter', start, end, name: option, words: `Precision option (${option}) isn't a positive integer.` });
  }
}

function isDigit(c: string | undefined): boolean {
  return c !== undefined && c >= '0' && c <= '9';
}
