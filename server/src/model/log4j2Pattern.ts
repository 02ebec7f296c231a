/** Conversion patterns of log4j 2: PatternParser of log4j-core 2.25.5, for layouts and for the names of rolled files. */
import { dateTimeProblem } from './datePattern';
import type { Conversion, PatternProblem, ReadPattern } from './log4j1Pattern';

/** Conversions that mean nothing without one pair of braces. */
const NEEDS_ONE: ReadonlySet<string> = new Set(['notEmpty', 'varsNotEmpty', 'variablesNotEmpty']);

/** Reads a pattern whose conversion words are `words`. */
export function readLog4j2Pattern(pattern: string, words: ReadonlySet<string>): ReadPattern {
  const conversions: Conversion[] = [];
  const problems: PatternProblem[] = [];
  for (let i = 0; i < pattern.length;) {
    if (pattern[i] !== '%' || i + 1 >= pattern.length) { i++; continue; }
    if (pattern[i + 1] === '%') { i += 2; continue; }
    i = conversion(pattern, i, words, conversions, problems);
  }
  return { conversions, problems };
}

function conversion(pattern: string, start: number, words: ReadonlySet<string>, conversions: Conversion[], problems: PatternProblem[]): number {
  let i = start + 1;
  while (pattern[i] === '-' || pattern[i] === '0') i++;
  while (/[0-9]/.test(pattern[i] ?? '')) i++;
  if (pattern[i] === '.') {
    i++;
    while (pattern[i] === '-') i++;
    const digit = pattern[i];
    if (digit === undefined) return i;
    if (!/[0-9]/.test(digit)) {
      problems.push({ kind: 'letter', start, end: i + 1, name: digit, words: `Error occurred in position ${i + 1}.\n Was expecting digit, instead got char "${digit}".` });
      return i + 1;
    }
    while (/[0-9]/.test(pattern[i] ?? '')) i++;
  }
  const first = pattern[i];
  if (first === undefined) return i;
  const wordStart = i++;
  const identifier = /[\p{ID_Start}]/u.test(first);
  if (identifier) while (/[\p{ID_Continue}]/u.test(pattern[i] ?? '')) i++;
  const written = identifier ? pattern.slice(wordStart, i) : '';
  const { options, end } = optionsAt(pattern, i);
  let known = written;
  while (known !== '' && !words.has(known)) known = known.slice(0, -1);
  if (known === '') {
    const name = written === '' ? first : written;
    problems.push({ kind: 'letter', start, end: i, name, before: [`Unrecognized format specifier [${written}]`], words: written === '' ? `Empty conversion specifier starting at position ${end} in conversion pattern.` : `Unrecognized conversion specifier [${written}] starting at position ${end} in conversion pattern.` });
    return end;
  }
  if (NEEDS_ONE.has(known) && options.length !== 1) {
    problems.push({
      kind: 'letter', start, end: i, name: written, words: `Unrecognized conversion specifier [${written}] starting at position ${end} in conversion pattern.`,
      before: [`Incorrect number of options on varsNotEmpty. Expected 1 received ${options.length}`, 'Class org.apache.logging.log4j.core.pattern.VariablesNotEmptyReplacementConverter does not extend PatternConverter.'],
    });
    return end;
  }
  conversions.push({ letter: known, start, end, option: options[0] });
  const option = options[0];
  if ((known === 'u' || known === 'uuid') && option !== undefined && (options.length > 1 || !/^(random|time)$/i.test(option))) {
    problems.push({ kind: 'letter', start, end, name: option, words: 'UUID Pattern Converter only accepts a single option with the value "RANDOM" or "TIME"' });
  }
  if ((known === 'd' || known === 'date') && option !== undefined && option !== '') {
    const bad = dateTimeProblem(option);
    if (bad) problems.push({ kind: 'date', start, end, name: option, words: `failed for options: ${options.map((one) => `\`${one}\``).join(', ')}, falling back to the default instance` });
  }
  return end;
}

/** The texts between braces behind a conversion word, nested ones kept together. */
function optionsAt(pattern: string, start: number): { readonly options: readonly string[]; readonly end: number } {
  const options: string[] = [];
  let i = start;
  while (pattern[i] === '{') {
    const begin = ++i;
    let depth = 1;
    for (; depth > 0 && i < pattern.length; i++) {
      if (pattern[i] === '{') depth++;
      else if (pattern[i] === '}') depth--;
    }
    if (depth > 0) {
      const last = pattern.lastIndexOf('}');
      return { options, end: last < start ? begin : last + 1 };
    }
    options.push(pattern.slice(begin, i - 1));
  }
  return { options, end: i };
}
