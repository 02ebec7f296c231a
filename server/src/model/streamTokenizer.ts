/**
 * java.io.StreamTokenizer of JDK 17 as Kafka's JaasConfig sets it up: the defaults, comments of both kinds, and `-`, `_`, `$` as letters.
 * Its quirks are kept, since they lose passwords: one slash alone begins a comment too, an unquoted number is no word,
 * a quoted text ends with its line, and a backslash inside quotes escapes like in C. test/oracles/jaas compares the two.
 */

export interface Token {
  /** `mark`: a character that belongs to no word, or a number; both have no text of their own. */
  readonly kind: 'word' | 'mark' | 'end';
  /** What a word says, without its quotes and escapes: `sval`. Undefined for marks, numbers and the end. */
  readonly word: string | undefined;
  /** The character of a mark; empty for words, numbers and the end. */
  readonly mark: string;
  readonly isQuoted: boolean;
  /** False for a quoted text that ends with its line or with the text. */
  readonly isClosed: boolean;
  readonly start: number;
  readonly end: number;
}

const SLASH = 47, STAR = 42, QUOTE = 34, APOSTROPHE = 39, BACKSLASH = 92, LF = 10, CR = 13, MINUS = 45, DOT = 46;

const isLetter = (c: number): boolean => (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c >= 160 || c === MINUS || c === 95 || c === 36;
const isFigure = (c: number): boolean => c >= 48 && c <= 57;
const isDigit = (c: number): boolean => isFigure(c) || c === DOT || c === MINUS;
const isLineEnd = (c: number): boolean => c === LF || c === CR;

/** All tokens of a text; the last one is the end. Comments give none. Never throws. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const c = text.charCodeAt(at);
    if (c <= 32) at++;
    else if (c === SLASH) at = behindComment(text, at);
    else {
      const token = tokenAt(text, at, c);
      tokens.push(token);
      at = token.end;
    }
  }
  tokens.push({ ...MARK, kind: 'end', start: text.length, end: text.length });
  return tokens;
}

const MARK: Omit<Token, 'start' | 'end'> = { kind: 'mark', word: undefined, mark: '', isQuoted: false, isClosed: true };

function tokenAt(text: string, start: number, c: number): Token {
  if (isDigit(c)) {
    const end = numberEnd(text, start);
    return end === undefined ? { ...MARK, mark: '-', start, end: start + 1 } : { ...MARK, start, end };
  }
  if (isLetter(c)) {
    let end = start + 1;
    while (end < text.length && (isLetter(text.charCodeAt(end)) || isDigit(text.charCodeAt(end)))) end++;
    return { ...MARK, kind: 'word', word: text.slice(start, end), start, end };
  }
  if (c === QUOTE || c === APOSTROPHE) return quotedFrom(text, start, c);
  return { ...MARK, mark: text.charAt(start), start, end: start + 1 };
}

/**
 * Behind the comment that a slash begins: its end, or the end of the line. A slash before anything but `/` and `*` takes that character without a look,
 * so that a line break right behind it does not end the comment.
 */
function behindComment(text: string, slash: number): number {
  const next = text.charCodeAt(slash + 1);
  if (next === STAR) {
    const end = text.indexOf('*/', slash + 2);
    return end < 0 ? text.length : end + 2;
  }
  let end = slash + 2;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
  return Math.min(end, text.length);
}

/** Behind a number; undefined for a minus that no number follows. */
function numberEnd(text: string, start: number): number | undefined {
  let at = start;
  if (text.charCodeAt(at) === MINUS) {
    at++;
    const c = text.charCodeAt(at);
    if (!(c === DOT || isFigure(c))) return undefined;
  }
  let seenDot = false;
  for (; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === DOT && !seenDot) seenDot = true;
    else if (!isFigure(c)) break;
  }
  return at;
}

const ESCAPES: Readonly<Record<string, string>> = { a: '\u0007', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\u000b' };
/** Up to three octal figures; the third only behind a first one up to 3. */
const OCTAL = /^(?:[0-3][0-7]{2}|[0-7]{1,2})/;

function quotedFrom(text: string, start: number, quote: number): Token {
  let word = '';
  let at = start + 1;
  while (at < text.length) {
    const c = text.charCodeAt(at);
    if (c === quote) return { ...MARK, kind: 'word', word, isQuoted: true, start, end: at + 1 };
    if (isLineEnd(c)) break;
    if (c !== BACKSLASH) {
      word += text.charAt(at);
      at++;
      continue;
    }
    const octal = OCTAL.exec(text.slice(at + 1, at + 4))?.[0];
    const escaped = text.charAt(at + 1);
    // Java reads the end of the text as the character -1.
    word += octal !== undefined ? String.fromCharCode(parseInt(octal, 8)) : escaped === '' ? '\uffff' : ESCAPES[escaped] ?? escaped;
    at += 1 + (octal?.length ?? 1);
  }
  return { ...MARK, kind: 'word', word, isQuoted: true, isClosed: false, start, end: Math.min(at, text.length) };
}
