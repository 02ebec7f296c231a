/**
 * The text of `sasl.jaas.config` as Kafka's JaasConfig reads it: java.io.StreamTokenizer with its defaults, `//` and `/*` comments, and `-`, `_`, `$` as letters.
 * One slash alone begins a comment too, and an unquoted number is no word: both are quirks of that class (JDK 17) and lose values.
 */
import type { ValuePart } from './valuePart';

export interface JaasOption {
  readonly name: string;
  readonly value: string;
  /** The value with its quotes. */
  readonly valuePart: ValuePart;
}

/** One login module. */
export interface JaasModule {
  readonly part: ValuePart;
  readonly options: readonly JaasOption[];
}

export interface Jaas {
  readonly modules: readonly JaasModule[];
  /** Where Kafka gives up, and its words. They quote no values: those are secrets. */
  readonly problem: { readonly part: ValuePart; readonly kafka: string; readonly kind: 'empty' | 'flag' | 'value' | 'semicolon' | 'modules' } | undefined;
}

interface Token { readonly kind: 'word' | 'mark' | 'end'; /** sval of StreamTokenizer: undefined for marks and numbers. */ readonly word: string | undefined; readonly mark: string; readonly start: number; readonly end: number }

const FLAGS: ReadonlySet<string> = new Set(['REQUIRED', 'REQUISITE', 'SUFFICIENT', 'OPTIONAL']);

/** Reads a JAAS text that is wholly written in the file; ask `part.templated` first. */
export function parseJaas(part: ValuePart): Jaas {
  const tokens = tokensOf(part.text);
  const modules: JaasModule[] = [];
  let at = 0;
  const next = (): Token => tokens[Math.min(at++, tokens.length - 1)] ?? END;
  const failed = (token: Token, kind: 'empty' | 'flag' | 'value' | 'semicolon' | 'modules', kafka: string): Jaas =>
    ({ modules, problem: { part: token.start < token.end ? part.slice(token.start, token.end) : part, kind, kafka } });
  for (let module = next(); module.kind !== 'end'; module = next()) {
    const flag = next();
    if (flag.kind === 'end') return failed(module, 'flag', 'Login module control flag not specified in JAAS config');
    if (flag.word === undefined) return failed(flag, 'flag', 'Login module control flag is not available in the JAAS config');
    if (!FLAGS.has(flag.word.toUpperCase())) return failed(flag, 'flag', `Invalid login module control flag '${flag.word}' in JAAS config`);
    const options: JaasOption[] = [];
    let name = next();
    for (; name.kind !== 'end' && name.mark !== ';'; name = next()) {
      const equals = next();
      const value = equals.mark === '=' ? next() : equals;
      if (equals.mark !== '=' || value.word === undefined) return failed(name, 'value', `Value not specified for key '${name.word ?? 'null'}' in JAAS config`);
      options.push({ name: name.word ?? '', value: value.word, valuePart: part.slice(value.start, value.end) });
    }
    modules.push({ part: part.slice(module.start, module.end), options });
    if (name.kind === 'end') return failed(module, 'semicolon', 'JAAS config entry not terminated by semi-colon');
  }
  if (modules.length === 0) return failed(END, 'empty', 'Login module not specified in JAAS config');
  if (modules.length > 1) return failed(END, 'modules', `JAAS config property contains ${modules.length} login modules, should be 1 module`);
  return { modules, problem: undefined };
}

const END: Token = { kind: 'end', word: undefined, mark: '', start: 0, end: 0 };

const isLetter = (c: number): boolean => (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c >= 160 || c === 45 || c === 95 || c === 36;
const isDigit = (c: number): boolean => (c >= 48 && c <= 57) || c === 46 || c === 45;
const SLASH = 47, STAR = 42, QUOTE = 34, APOSTROPHE = 39, BACKSLASH = 92, LF = 10, CR = 13, MINUS = 45, DOT = 46;

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const c = text.charCodeAt(at);
    if (c <= 32) { at++; continue; }
    const start = at;
    if (c === SLASH) { at = behindComment(text, at); continue; }
    if (isDigit(c)) {
      const end = numberEnd(text, at);
      at = end ?? at + 1;
      tokens.push({ kind: 'mark', word: undefined, mark: end === undefined ? '-' : '', start, end: at });
    } else if (isLetter(c)) {
      while (at < text.length && (isLetter(text.charCodeAt(at)) || isDigit(text.charCodeAt(at)))) at++;
      tokens.push({ kind: 'word', word: text.slice(start, at), mark: '', start, end: at });
    } else if (c === QUOTE || c === APOSTROPHE) {
      const quoted = quotedFrom(text, at);
      at = quoted.end;
      tokens.push({ kind: 'word', word: quoted.text, mark: '', start, end: at });
    } else {
      at++;
      tokens.push({ kind: 'mark', word: undefined, mark: text.charAt(start), start, end: at });
    }
  }
  tokens.push({ ...END, start: text.length, end: text.length });
  return tokens;
}

/** A slash begins a comment: to its end, or to the end of the line. */
function behindComment(text: string, at: number): number {
  if (text.charCodeAt(at + 1) === STAR) {
    const end = text.indexOf('*/', at + 2);
    return end < 0 ? text.length : end + 2;
  }
  let end = at + 1;
  while (end < text.length && text.charCodeAt(end) !== LF && text.charCodeAt(end) !== CR) end++;
  return end;
}

/** Behind a number; undefined for a minus that no number follows. */
function numberEnd(text: string, start: number): number | undefined {
  let at = start;
  if (text.charCodeAt(at) === MINUS) {
    at++;
    const c = text.charCodeAt(at);
    if (!(c === DOT || (c >= 48 && c <= 57))) return undefined;
  }
  let seenDot = false;
  for (; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === DOT && !seenDot) seenDot = true;
    else if (!(c >= 48 && c <= 57)) break;
  }
  return at;
}

const ESCAPES: Readonly<Record<string, string>> = { a: '\u0007', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\u000b' };

/** A quoted text ends at its quote, at the end of the line or at the end of the text. */
function quotedFrom(text: string, start: number): { readonly text: string; readonly end: number } {
  const quote = text.charCodeAt(start);
  let result = '';
  let at = start + 1;
  while (at < text.length) {
    const c = text.charCodeAt(at);
    if (c === quote) return { text: result, end: at + 1 };
    if (c === LF || c === CR) break;
    if (c === BACKSLASH && at + 1 < text.length) {
      const escaped = text.charAt(at + 1);
      result += ESCAPES[escaped] ?? escaped;
      at += 2;
    } else {
      result += text.charAt(at);
      at++;
    }
  }
  return { text: result, end: at };
}
