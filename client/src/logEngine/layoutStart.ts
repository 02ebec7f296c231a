/** Records written by a log4j pattern: where one begins, and what its header says. Works on bytes, allocates nothing for a line that is no header. */
import { DateReader } from './dateFormat';
import type { LevelCode } from './engine';
import { readLayout, type Layout, type LayoutPart } from './layout';
import { skipColour } from './prefix';
import { RECORD_BIT, type RecordStart } from './recordStart';

/** Steps after which a line is given up: unknown texts one behind the other could be divided in very many ways. */
const MOST_STEPS = 4000;
/** Bytes of a line in which all in front of the message has to stand. */
const MOST_BYTES = 512;
const NEWLINE = 10, RETURN = 13, BLANK = 32;
const NAMES = ['', 'TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'] as const;

export class LayoutStart implements RecordStart {
  time = NaN;
  /** Where the message begins, and the logger in front of it (-1 without one), in the line that was looked at last. */
  message = -1;
  loggerFrom = -1;
  loggerTo = -1;
  private level: LevelCode = 0;
  private steps = 0;
  private readonly dates: readonly (DateReader | undefined)[];

  private readonly head: Layout['head'];

  constructor(private readonly layout: Layout) {
    this.head = layout.head;
    this.dates = layout.head.map((part) => (part.kind === 'date' ? new DateReader(part.fields) : undefined));
  }

  nibbleAt(bytes: Uint8Array, at: number, end: number): number {
    this.level = 0;
    this.steps = 0;
    this.loggerFrom = -1;
    let time = NaN;
    const last = Math.min(end, at + MOST_BYTES);
    this.message = this.match(bytes, at, last, 0);
    if (this.message < 0) return 0;
    for (const date of this.dates) if (date && Number.isNaN(time)) time = date.time;
    this.time = time;
    return RECORD_BIT | this.level;
  }

  /** Position behind the parts from number `part` on; -1 when they do not stand at `at`. */
  private match(bytes: Uint8Array, at: number, end: number, part: number): number {
    const what = this.head[part];
    if (!what) return at;
    if (++this.steps > MOST_STEPS) return -1;
    switch (what.kind) {
      case 'text': return this.matchText(bytes, at, end, part, what.text);
      case 'date': { const next = this.dates[part]?.read(bytes, at, end) ?? -1; return next < 0 ? -1 : this.match(bytes, next, end, part + 1); }
      case 'level': return this.matchLevel(bytes, at, end, part, what);
      case 'colour': return this.match(bytes, skipColour(bytes, at, end), end, part + 1);
      case 'logger': case 'any': return this.matchAny(bytes, at, end, part, what.width);
      default: return -1;
    }
  }

  private matchLevel(bytes: Uint8Array, at: number, end: number, part: number, { letters, width }: Extract<LayoutPart, { kind: 'level' }>): number {
    const from = skipBlanks(bytes, at, end, Infinity);
    for (let code = 1; code < NAMES.length; code++) {
      const name = NAMES[code] ?? '', length = Math.min(letters, name.length), behind = from + length;
      if (!isWord(bytes, from, end, name, length)) continue;
      this.level = code as LevelCode;
      const filled = skipBlanks(bytes, behind, end, Math.max(0, width - (behind - at)));
      const next = this.match(bytes, filled, end, part + 1);
      return next >= 0 || filled === behind ? next : this.match(bytes, behind, end, part + 1);
    }
    return -1;
  }

  /** As many blanks as the text has, else all there are: other programs fill up what the pattern does not. */
  private matchText(bytes: Uint8Array, at: number, end: number, part: number, text: string): number {
    const few = skipText(bytes, at, end, text, false), behind = few < 0 ? -1 : this.match(bytes, few, end, part + 1);
    if (behind >= 0) return behind;
    const all = skipText(bytes, at, end, text, true);
    return all < 0 || all === few ? -1 : this.match(bytes, all, end, part + 1);
  }

  /** Unknown text is as short as its width and the parts behind it allow; a logger has no blanks but those that fill it up. */
  private matchAny(bytes: Uint8Array, at: number, end: number, part: number, width: number): number {
    const next = this.head[part + 1], logger = this.head[part]?.kind === 'logger';
    const first = next?.kind === 'text' ? next.text.charCodeAt(0) : -1;
    const from = logger ? skipBlanks(bytes, at, end, Infinity) : at;
    for (let p = from; p <= end; p++) {
      const ends = p === end || bytes[p] === NEWLINE || bytes[p] === RETURN;
      const stop = logger && bytes[p] === BLANK ? skipBlanks(bytes, p, end, Math.max(0, width - (p - at))) : p;
      const fits = stop - at >= width && (next ? first < 0 || bytes[stop] === first : ends || !this.layout.messageBelow);
      const behind = fits ? this.match(bytes, stop, end, part + 1) : -1;
      if (behind >= 0) {
        if (logger) { this.loggerFrom = from; this.loggerTo = p; }
        return behind;
      }
      if (ends || this.steps > MOST_STEPS || (logger && p > from && bytes[p] === BLANK)) return -1;
    }
    return -1;
  }
}

/** Position behind blanks, at most so many. */
function skipBlanks(bytes: Uint8Array, at: number, end: number, most: number): number {
  let p = at;
  while (p < end && p - at < most && bytes[p] === BLANK) p++;
  return p;
}

/** Position behind a text. One blank in it stands for any number of them when `all` are taken, for fields are filled up with blanks. */
function skipText(bytes: Uint8Array, at: number, end: number, text: string, all: boolean): number {
  let p = at;
  for (let i = 0; i < text.length; i++) {
    const want = text.charCodeAt(i);
    // Behind an empty message: editors and collectors cut blanks at a line's end.
    if ((p >= end || bytes[p] === NEWLINE || bytes[p] === RETURN) && text.slice(i).trim() === '') return p;
    if (p >= end || bytes[p] !== want) return -1;
    p++;
    if (all && want === BLANK && text.charCodeAt(i + 1) !== BLANK) while (p < end && bytes[p] === BLANK) p++;
  }
  return p;
}

function isWord(bytes: Uint8Array, at: number, end: number, name: string, length: number): boolean {
  if (at + length > end) return false;
  for (let i = 0; i < length; i++) if (((bytes[at + i] ?? 0) & 0xdf) !== name.charCodeAt(i)) return false;
  return !isLetter(bytes[at + length]) || at + length >= end;
}

const isLetter = (byte: number | undefined): boolean => byte !== undefined && (byte | 32) >= 97 && (byte | 32) <= 122;

/** The reader for a pattern; undefined when the pattern does not tell where records begin. */
export function layoutStart(pattern: string): LayoutStart | undefined {
  const layout = readLayout(pattern);
  return layout && new LayoutStart(layout);
}
