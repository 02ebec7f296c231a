/**
 * A conversion pattern of log4j 1 or 2 (`[%d] %p %m (%c)%n`) taken apart: what stands in front of the message, and what behind it.
 * Converters: log4j 1.2's helpers.PatternParser, log4j 2's PatternParser and the @ConverterKeys of its plugins.
 */
import { readDateFormat, type DateField } from './dateFormat';

/** `any` is text of which nothing is known: a thread, a line number. `colour` is an escape sequence, or nothing. */
export type LayoutPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'date'; readonly fields: readonly DateField[] }
  /** `letters` of the level's name are written, filled up with blanks to `width`. */
  | { readonly kind: 'level'; readonly letters: number; readonly width: number }
  /** At least `width` characters. */
  | { readonly kind: 'logger' | 'any'; readonly width: number }
  | { readonly kind: 'colour' | 'message' | 'newline' };

export interface Layout {
  /** In front of the message, as far as it stands in the record's first line. */
  readonly head: readonly LayoutPart[];
  /** Behind the message, up to the end of its line. */
  readonly tail: readonly LayoutPart[];
  /** The message begins in the line behind the header. */
  readonly messageBelow: boolean;
}

const ALL_LETTERS = 9;

const KINDS: Readonly<Record<string, LayoutPart['kind'] | 'nothing' | 'inner' | 'coloured'>> = {
  d: 'date', date: 'date', p: 'level', level: 'level', c: 'logger', logger: 'logger', m: 'message', msg: 'message', message: 'message', n: 'newline',
  ex: 'nothing', exception: 'nothing', throwable: 'nothing', rEx: 'nothing', rThrowable: 'nothing', rException: 'nothing', xEx: 'nothing', xThrowable: 'nothing', xException: 'nothing',
  highlight: 'coloured', style: 'coloured', black: 'coloured', red: 'coloured', green: 'coloured', yellow: 'coloured', blue: 'coloured', magenta: 'coloured', cyan: 'coloured', white: 'coloured',
  enc: 'inner', encode: 'inner', replace: 'inner', maxLen: 'inner', maxLength: 'inner',
};
const OTHERS = new Set(['C', 'class', 'F', 'file', 'l', 'location', 'L', 'line', 'M', 'method', 'r', 'relative', 't', 'tn', 'thread', 'threadName', 'T', 'tid', 'threadId', 'tp', 'threadPriority', 'x', 'NDC', 'X', 'mdc', 'MDC', 'K', 'map', 'MAP', 'marker', 'markerSimpleName', 'sn', 'sequenceNumber', 'u', 'uuid', 'pid', 'processId', 'N', 'nano', 'fqcn', 'endOfBatch', 'notEmpty', 'varsNotEmpty', 'variablesNotEmpty', 'equals', 'equalsIgnoreCase']);

/** Takes a pattern apart. Undefined when nothing in front of the message tells a record's first line from others. */
export function readLayout(pattern: string): Layout | undefined {
  const parts = joined(partsOf(pattern, 0));
  const message = parts.findIndex(({ kind }) => kind === 'message');
  const before = message < 0 ? parts : parts.slice(0, message), behind = message < 0 ? [] : parts.slice(message + 1);
  const head = firstLine(before), tail = firstLine(behind);
  if (!head.some(({ kind }) => kind === 'date' || kind === 'level')) return undefined;
  return { head, tail, messageBelow: head.length < before.length };
}

function firstLine(parts: readonly LayoutPart[]): readonly LayoutPart[] {
  const end = parts.findIndex(({ kind }) => kind === 'newline');
  return end < 0 ? parts : parts.slice(0, end);
}

/** Neighbouring texts as one, neighbouring unknowns too. */
function joined(parts: readonly LayoutPart[]): readonly LayoutPart[] {
  const all: LayoutPart[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (part.kind === 'text' && last?.kind === 'text') all[all.length - 1] = { kind: 'text', text: last.text + part.text };
    else if (part.kind === 'any' && last?.kind === 'any') all[all.length - 1] = { kind: 'any', width: last.width + part.width };
    else all.push(part);
  }
  return all;
}

/** `%`, how it is filled up and cut, its letters. */
const CONVERSION = /%(-?\d*)(?:\.(-?\d+))?([A-Za-z]+)/y;

function partsOf(pattern: string, depth: number): LayoutPart[] {
  const parts: LayoutPart[] = [];
  for (let at = 0; at < pattern.length;) {
    if (pattern.startsWith('%%', at)) { parts.push({ kind: 'text', text: '%' }); at += 2; continue; }
    CONVERSION.lastIndex = at;
    const found = CONVERSION.exec(pattern);
    const name = nameIn(found?.[3] ?? '');
    if (!found || name === '') { parts.push({ kind: 'text', text: pattern[at] ?? '' }); at++; continue; }
    at = CONVERSION.lastIndex - (found[3] ?? '').length + name.length;
    const options: string[] = [];
    for (let end = closing(pattern, at); end > 0; end = closing(pattern, at)) { options.push(pattern.slice(at + 1, end)); at = end + 1; }
    parts.push(...converted(name, options, { least: Math.abs(Number(found[1] ?? 0)), most: found[2] === undefined ? ALL_LETTERS : Math.abs(Number(found[2])) }, depth));
  }
  return parts;
}

/** The longest converter that the letters begin with: `%msgs` is the message and an s. */
function nameIn(letters: string): string {
  for (let length = letters.length; length > 0; length--) {
    const name = letters.slice(0, length);
    if (KINDS[name] !== undefined || OTHERS.has(name)) return name;
  }
  return '';
}

/** Index of the brace that closes the one at `at`; 0 when none opens there. */
function closing(pattern: string, at: number): number {
  if (pattern[at] !== '{') return 0;
  let open = 0;
  for (let i = at; i < pattern.length; i++) {
    if (pattern[i] === '{') open++;
    else if (pattern[i] === '}' && --open === 0) return i;
  }
  return 0;
}

function converted(name: string, options: readonly string[], { least, most }: { readonly least: number; readonly most: number }, depth: number): readonly LayoutPart[] {
  const kind = KINDS[name] ?? 'any';
  switch (kind) {
    case 'nothing': return [];
    case 'date': return [{ kind, fields: readDateFormat(options[0]) }];
    case 'level': return [levelPart(options[0] ?? '', least, most)];
    case 'inner': case 'coloured': {
      const inner = depth > 8 ? [] : partsOf(options[0] ?? '', depth + 1);
      const known = kind === 'coloured' || name.startsWith('enc') || inner.some((part) => part.kind === 'message');
      return known ? [{ kind: 'colour' }, ...inner, { kind: 'colour' }] : [{ kind: 'any', width: least }];
    }
    case 'text': return [];
    case 'logger': case 'any': return [{ kind, width: least }];
    default: return [{ kind }];
  }
}

/** `%level{length=1}` writes one letter; labels of one's own (`{WARN=Warning}`) are words like any other. */
function levelPart(option: string, width: number, most: number): LayoutPart {
  const length = /\blength\s*=\s*(\d+)/.exec(option)?.[1];
  if (/\b(?:TRACE|DEBUG|INFO|WARN|ERROR|FATAL)\s*=/i.test(option) || (most < 4 && most > 0)) return { kind: 'any', width };
  return { kind: 'level', width, letters: length === undefined ? ALL_LETTERS : Math.max(1, Number(length)) };
}
