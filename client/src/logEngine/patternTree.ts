/**
 * A regular expression as a tree over bytes of UTF-8, for ruling lines out before RegExp judges them. It may match more than the expression, never less:
 * anchors (but for `^` in front of everything and `$` behind it), word borders and lookaround are left out, a character beyond ASCII may stand for any run of such bytes, a backreference for anything.
 */

export type PatternTree =
  | { readonly kind: 'set'; readonly set: ByteSet }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternTree[] }
  | { readonly kind: 'choice'; readonly parts: readonly PatternTree[] }
  | { readonly kind: 'repeat'; readonly part: PatternTree; readonly least: number; readonly most: number };

/** 256 cells, 1 for the bytes in it. Holds the newline only where it stands for the end of the line. */
export type ByteSet = Uint8Array;

/** When the tree matches exactly what the expression does, so that a line it matches needs no judge: on any text, on ASCII without carriage returns, or never. */
export type Exactness = 'always' | 'plain' | 'never';

export interface ReadPattern {
  readonly tree: PatternTree;
  readonly exact: Exactness;
  /** Matches begin where the line begins. */
  readonly anchored: boolean;
  /** A match may take the newline that ends the line: the last line needs one, too. */
  readonly ends: boolean;
}

const NEWLINE = 10, RETURN = 13;
const bytesWhere = (test: (byte: number) => boolean): ByteSet => Uint8Array.from({ length: 256 }, (_, byte) => (byte !== NEWLINE && test(byte) ? 1 : 0));
const isDigit = (b: number): boolean => b >= 48 && b <= 57;
const isWord = (b: number): boolean => isDigit(b) || (b >= 65 && b <= 90) || (b >= 97 && b <= 122) || b === 95;
const isSpace = (b: number): boolean => b === 32 || (b >= 9 && b <= 13);
const isAscii = (b: number): boolean => b < 128;
const EMPTY: PatternTree = { kind: 'sequence', parts: [] };
/** One character beyond ASCII, or a byte that is no UTF-8: both are one or more bytes from 128 on. */
const BEYOND: PatternTree = { kind: 'repeat', part: { kind: 'set', set: bytesWhere((b) => b >= 128) }, least: 1, most: Infinity };
/** The end of a line. */
const END: PatternTree = { kind: 'sequence', parts: [{ kind: 'repeat', part: { kind: 'set', set: bytesWhere((b) => b === RETURN) }, least: 0, most: 1 }, { kind: 'set', set: Uint8Array.from({ length: 256 }, (_, byte) => (byte === NEWLINE ? 1 : 0)) }] };
const ANYTHING: PatternTree = { kind: 'repeat', part: { kind: 'set', set: bytesWhere(() => true) }, least: 0, most: Infinity };

/** Characters: bytes below 128, and whether some beyond belong to it. */
interface Characters { readonly ascii: ByteSet; readonly beyond: boolean }

const CLASSES: Readonly<Record<string, Characters>> = {
  d: { ascii: bytesWhere(isDigit), beyond: false }, D: { ascii: bytesWhere((b) => isAscii(b) && !isDigit(b)), beyond: true },
  w: { ascii: bytesWhere(isWord), beyond: false }, W: { ascii: bytesWhere((b) => isAscii(b) && !isWord(b)), beyond: true },
  s: { ascii: bytesWhere(isSpace), beyond: true }, S: { ascii: bytesWhere((b) => isAscii(b) && !isSpace(b)), beyond: true },
};
const CONTROLS: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', f: '\f', v: '\v', 0: '\0' };

/** A text as a tree; undefined when it is empty. */
export function readText(text: string, matchCase: boolean): ReadPattern | undefined {
  if (text === '') return undefined;
  const reader = new Reader('', matchCase);
  return { tree: { kind: 'sequence', parts: Array.from(text, (character) => reader.character(character)) }, exact: reader.exact, anchored: false, ends: false };
}

/** Undefined when the expression matches the empty text (then every line is a hit), or has a form that is not read here. */
export function readPattern(source: string, matchCase: boolean): ReadPattern | undefined {
  const anchored = source.startsWith('^');
  const reader = new Reader(anchored ? source.slice(1) : source, matchCase);
  const tree = reader.read();
  if (!tree || matchesEmpty(tree)) return undefined;
  // In `^a|b` only the first choice is anchored.
  return anchored && tree.kind === 'choice' ? { tree: shortest(tree), exact: 'never', anchored: false, ends: reader.ends } : { tree: anchored ? shortestBehind(tree) : shortest(tree), exact: reader.exact, anchored, ends: reader.ends };
}

function matchesEmpty(tree: PatternTree): boolean {
  switch (tree.kind) {
    case 'set': return false;
    case 'sequence': return tree.parts.every(matchesEmpty);
    case 'choice': return tree.parts.some(matchesEmpty);
    case 'repeat': return tree.least === 0 || matchesEmpty(tree.part);
  }
}

/** The same without what may be missing at both ends: a line that holds a match of one holds a match of the other. `\d{4,}ms` becomes `\d{4}ms`, which has a fixed length. */
const shortest = (tree: PatternTree): PatternTree => shortestAt('front', shortestBehind(tree));
const shortestBehind = (tree: PatternTree): PatternTree => shortestAt('back', tree);

function shortestAt(end: 'front' | 'back', tree: PatternTree): PatternTree {
  switch (tree.kind) {
    case 'set': return tree;
    case 'choice': return { kind: 'choice', parts: tree.parts.map((part) => shortestAt(end, part)) };
    case 'repeat': return tree.least === 1 ? shortestAt(end, tree.part) : { ...tree, most: tree.least };
    case 'sequence': {
      const needed = end === 'front' ? tree.parts.findIndex((part) => !matchesEmpty(part)) : tree.parts.findLastIndex((part) => !matchesEmpty(part));
      const only = tree.parts[needed];
      if (!only) return EMPTY;
      return { kind: 'sequence', parts: end === 'front' ? [shortestAt(end, only), ...tree.parts.slice(needed + 1)] : [...tree.parts.slice(0, needed), shortestAt(end, only)] };
    }
  }
}

class Reader {
  exact: Exactness = 'always';
  ends = false;
  private at = 0;
  private depth = 0;
  private strange = false;

  constructor(private readonly source: string, private readonly matchCase: boolean) {}

  read(): PatternTree | undefined {
    const tree = this.choice();
    return this.at === this.source.length && !this.strange ? tree : undefined;
  }

  private choice(): PatternTree {
    const parts = [this.sequence()];
    while (this.source[this.at] === '|') { this.at++; parts.push(this.sequence()); }
    return parts.length === 1 ? parts[0] ?? EMPTY : { kind: 'choice', parts };
  }

  private sequence(): PatternTree {
    const parts: PatternTree[] = [];
    while (this.at < this.source.length && this.source[this.at] !== '|' && this.source[this.at] !== ')') parts.push(this.repeated());
    return { kind: 'sequence', parts };
  }

  private repeated(): PatternTree {
    const part = this.atom();
    const found = /^(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})\??/.exec(this.source.slice(this.at, this.at + 40));
    if (!found) return part;
    this.at += found[0].length;
    const [text, low, comma, high] = found;
    if (low === undefined) return { kind: 'repeat', part, least: text.startsWith('+') ? 1 : 0, most: text.startsWith('?') ? 1 : Infinity };
    return { kind: 'repeat', part, least: Number(low), most: comma === undefined ? Number(low) : high === '' || high === undefined ? Infinity : Number(high) };
  }

  private atom(): PatternTree {
    const character = this.source[this.at] ?? '';
    this.at++;
    switch (character) {
      case '(': return this.group();
      case '[': return this.tree(this.bracket());
      case '\\': return this.escape();
      case '$': return this.end();
      case '^': this.inexact('never'); return EMPTY;
      case '.': return this.tree({ ascii: bytesWhere((b) => isAscii(b) && b !== RETURN), beyond: true });
      default: return this.character(character);
    }
  }

  private end(): PatternTree {
    this.ends = this.at === this.source.length && this.depth === 0;
    this.inexact(this.ends ? 'plain' : 'never');
    return this.ends ? END : EMPTY;
  }

  private inexact(than: 'plain' | 'never'): void {
    if (than === 'never' || this.exact === 'always') this.exact = than;
  }

  private group(): PatternTree {
    const kind = /^\?(?::|<?[=!]|<[A-Za-z_$][\w$]*>)/.exec(this.source.slice(this.at, this.at + 80))?.[0];
    if (kind === undefined && this.source[this.at] === '?') this.strange = true;
    this.at += kind?.length ?? 0;
    this.depth++;
    const inside = this.choice();
    this.depth--;
    if (this.source[this.at] !== ')') this.strange = true;
    this.at++;
    if (kind === undefined || !/[=!]$/.test(kind)) return inside;
    // Looking around takes nothing: leaving it out can only match more.
    this.inexact('never');
    return EMPTY;
  }

  private escape(): PatternTree {
    const character = this.source[this.at] ?? '';
    const named = CLASSES[character];
    if (named) { this.at++; return this.tree(named); }
    if (character === 'b' || character === 'B') { this.at++; this.inexact('never'); return EMPTY; }
    if (/[1-9k]/.test(character)) {
      this.at += /^(?:\d+|k<[\w$]+>|k)/.exec(this.source.slice(this.at))?.[0].length ?? 1;
      this.inexact('never');
      return ANYTHING;
    }
    return this.character(this.escaped());
  }

  /** The character behind a backslash; moves past it. */
  private escaped(): string {
    const rest = this.source.slice(this.at, this.at + 6);
    const code = /^(?:x([\da-fA-F]{2})|u([\da-fA-F]{4}))/.exec(rest);
    if (code) { this.at += code[0].length; return String.fromCharCode(parseInt(code[1] ?? code[2] ?? '0', 16)); }
    const character = rest[0] ?? '\\';
    if (/[cpPuUx]/.test(character) || (character === '0' && /\d/.test(rest[1] ?? ''))) this.strange = true;
    this.at++;
    return CONTROLS[character] ?? character;
  }

  private bracket(): Characters {
    const negated = this.source[this.at] === '^';
    if (negated) this.at++;
    const ascii = new Uint8Array(256);
    let beyond = false;
    while (this.at < this.source.length && this.source[this.at] !== ']') {
      const from = this.member();
      if (typeof from !== 'string') { from.ascii.forEach((present, b) => { if (present === 1) ascii[b] = 1; }); beyond ||= from.beyond; continue; }
      let to = from;
      if (this.source[this.at] === '-' && this.source[this.at + 1] !== ']' && this.at + 1 < this.source.length) {
        this.at++;
        const end = this.member();
        if (typeof end === 'string') to = end;
        else { this.strange = true; }
      }
      for (let code = from.charCodeAt(0); code <= Math.min(127, to.charCodeAt(0)); code++) for (const same of this.cases(code)) ascii[same] = 1;
      beyond ||= to.charCodeAt(0) > 127;
    }
    if (this.source[this.at] !== ']') this.strange = true;
    this.at++;
    if (!negated) { ascii[NEWLINE] = 0; return { ascii, beyond }; }
    return { ascii: bytesWhere((b) => isAscii(b) && ascii[b] === 0), beyond: true };
  }

  /** One member of a class in brackets: a character, or a class like `\d`. */
  private member(): string | Characters {
    const character = this.source[this.at] ?? '';
    this.at++;
    if (character !== '\\') return character;
    const named = CLASSES[this.source[this.at] ?? ''];
    if (named) { this.at++; return named; }
    if (this.source[this.at] === 'b') { this.at++; return '\b'; }
    return this.escaped();
  }

  private cases(code: number): number[] {
    const letter = code | 32;
    return !this.matchCase && letter >= 97 && letter <= 122 ? [letter, letter - 32] : [code];
  }

  private tree({ ascii, beyond }: Characters): PatternTree {
    if (beyond || ascii[RETURN] === 1) this.inexact('plain');
    const set: PatternTree = { kind: 'set', set: ascii };
    return beyond ? { kind: 'choice', parts: [set, BEYOND] } : set;
  }

  /** A character as it stands in the expression. */
  character(character: string): PatternTree {
    const code = character.charCodeAt(0);
    if (code < 128) {
      if (code === RETURN || code === NEWLINE) this.inexact('never');
      const cases = this.cases(code);
      return { kind: 'set', set: bytesWhere((b) => cases.includes(b)) };
    }
    const surrogate = code >= 0xd800 && code <= 0xdfff;
    if (surrogate || code === 0xfffd || !this.matchCase) { this.inexact('never'); return BEYOND; }
    return { kind: 'sequence', parts: [...Buffer.from(character, 'utf8')].map((byte) => ({ kind: 'set', set: bytesWhere((b) => b === byte) })) };
  }
}
