/** The text of a record that a log4j pattern wrote: its logger and its message; and where the pattern writes loggers, for a search. Strings only: bytes are judged in layoutStart.ts. */
import type { DateField } from './dateFormat';
import { readLayout, type Layout, type LayoutPart } from './layout';
import { LayoutStart } from './layoutStart';

/** What a header line says; `rest` are the lines behind the message's first one when the message does not begin in the header. */
export interface LayoutHeader {
  readonly logger: string;
  readonly message: string;
  readonly rest?: readonly string[];
}

const readers = new Map<string, { readonly layout: Layout; readonly start: LayoutStart } | undefined>();

function readerOf(pattern: string): { readonly layout: Layout; readonly start: LayoutStart } | undefined {
  if (!readers.has(pattern)) {
    const layout = readLayout(pattern);
    readers.set(pattern, layout && { layout, start: new LayoutStart(layout) });
  }
  return readers.get(pattern);
}

/** Reads the text of a header. `lines` are all lines of the record, header first: a message of several lines has its end in a later one. */
export function layoutHeader(pattern: string, line: string, lines: { readonly length: number; at(index: number): string | undefined }): LayoutHeader {
  const reader = readerOf(pattern), bytes = Buffer.from(line, 'utf8');
  if (!reader || reader.start.nibbleAt(bytes, 0, bytes.length) === 0) return { logger: '', message: line };
  const { layout: { tail, messageBelow }, start } = reader;
  const logger = start.loggerFrom < 0 ? '' : bytes.toString('utf8', start.loggerFrom, start.loggerTo).trim();
  const text = messageBelow ? lines.at(1) ?? '' : bytes.toString('utf8', start.message);
  const below = messageBelow ? { rest: Array.from({ length: Math.max(0, lines.length - 2) }, (_, i) => lines.at(i + 2) ?? '') } : {};
  const own = tailOf(tail, text);
  if (own) return { logger: logger || own.logger, message: text.slice(0, own.at), ...below };
  let last: string | undefined;
  for (let i = lines.length - 1; i > 0 && last === undefined; i--) last = tailOf(tail, lines.at(i) ?? '')?.logger;
  return { logger: logger || last || '', message: text, ...below };
}

/** What stands behind a message, read from the end of its line: where the message ends, and the logger. Undefined when the line does not end so. */
function tailOf(tail: Layout['tail'], line: string): { readonly at: number; readonly logger: string } | undefined {
  let end = line.length, logger = '';
  for (let i = tail.length - 1; i >= 0; i--) {
    const part = tail[i], before = tail[i - 1];
    if (part?.kind === 'colour') continue;
    if (part?.kind === 'text') {
      if (!line.slice(0, end).endsWith(part.text)) return undefined;
      end -= part.text.length;
      continue;
    }
    // Nothing tells where the message ends.
    if (before?.kind !== 'text') return undefined;
    const at = line.slice(0, end).lastIndexOf(before.text);
    if (at < 0) return undefined;
    if (part?.kind === 'logger') {
      logger = line.slice(at + before.text.length, end).trim();
      if (!/^[\w.$-]+$/.test(logger)) return undefined;
    }
    end = at + before.text.length;
  }
  return { at: end, logger };
}

/** Loggers (an expression of their names) and what is below them as an expression over lines, where the pattern writes the logger. Undefined when it writes none. `alone`: nothing stands in front of the pattern's lines. */
export function loggerPlace(pattern: string, names: string, alone: boolean): string | undefined {
  const layout = readLayout(pattern);
  const place = [layout?.head, layout?.tail].find((parts) => parts?.some(({ kind }) => kind === 'logger'));
  if (!layout || !place) return undefined;
  const at = place.findIndex(({ kind }) => kind === 'logger');
  const logger = ` *${names}(?:\\.[\\w.$]+)? *`, behind = place.slice(at + 1).map(expressionOf).join('');
  if (place === layout.tail) return `${place.slice(0, at).map(expressionOf).join('')}${logger}${behind}$`;
  return `${alone ? '^' : ''}${place.slice(0, at).map(expressionOf).join('')}${logger}${place[at + 1] ? expressionOf(place[at + 1]) : ''}`;
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

function expressionOf(part: LayoutPart | undefined): string {
  switch (part?.kind) {
    case 'text': return part.text.split(/ +/).map(escaped).join(' +');
    case 'date': return `${part.fields.map(dateExpression).join('')} *`;
    case 'level': return ' *[A-Za-z]+ *';
    case 'colour': return '(?:\\x1b\\[[\\d;]*m)*';
    default: return '.*?';
  }
}

function dateExpression(field: DateField): string {
  if (field.kind === 'number') return '\\d+';
  return field.kind === 'text' ? escaped(field.text).replace(/[ T]/g, '[ T]').replace(/,|\\\./g, '[.,]') : '\\S+';
}
