/** The text of a record taken apart: logger, message, cause. Strings only; where a record begins and what its level is was decided on bytes, in recordStart.ts. */
import { jsonHeader, parsedObject } from './jsonText';
import { layoutHeader } from './layoutText';
import type { LinePattern } from './linePattern';
import { skipColour, skipPrefix } from './prefix';

/** What a header line says besides level and time. */
export interface HeaderText {
  readonly logger: string;
  readonly message: string;
  /** Lines that the header itself holds: a JSON object carries message lines and the stack trace in one line. */
  readonly rest?: readonly string[];
}

/** Lines of a record, header first. */
export interface LineTexts {
  readonly length: number;
  at(index: number): string | undefined;
}

const COLOURS = /\x1b\[[\d;]*m/g;

/** A line as a reader sees it: without the prefix of containers, colours and the carriage return. */
export function lineTextOf(pattern: LinePattern, bytes: Buffer, start: number, end: number): string {
  const last = end > start && bytes[end - 1] === 13 ? end - 1 : end;
  const behind = pattern.prefix === 'none' ? start : skipPrefix(pattern.prefix, bytes, start, last);
  const text = bytes.toString('utf8', pattern.prefix === 'json-file' || behind < 0 ? start : skipColour(bytes, behind, last), last);
  if (pattern.prefix === 'json-file') return logOfJson(text);
  return text.includes('\x1b') ? text.replace(COLOURS, '') : text;
}

/** `{"log":"text\n","stream":…}`: the text. */
function logOfJson(line: string): string {
  const object = parsedObject(line);
  const log = object?.['log'];
  return typeof log === 'string' ? log.replace(/\r?\n$/, '').replace(COLOURS, '') : line;
}

/** With the blank behind them, the usual ones first. */
const LEVEL_WORDS = ['INFO ', 'WARN ', 'ERROR ', 'DEBUG ', 'TRACE ', 'FATAL ', 'WARNING '];
const LEVEL_WORD = /^(?:TRACE|DEBUG|INFO|WARN(?:ING)?|ERROR|FATAL)$/;

/** `line` is the header's text; `lines` all lines of the record that were read. */
export function headerText(pattern: LinePattern, line: string, lines: LineTexts): HeaderText {
  switch (pattern.body) {
    case 'kafka': return kafkaHeader(line, lines);
    case 'gc': return gcHeader(line);
    case 'json': return jsonHeader(line) ?? { logger: '', message: line };
    case 'json-pretty': return jsonHeader(Array.from({ length: lines.length }, (_, i) => lines.at(i) ?? '').join('\n')) ?? { logger: '', message: line };
    case 'dated': return datedHeader(line);
    case 'layout': return layoutHeader(pattern.layout ?? '', line, lines);
    case 'plain': return { logger: '', message: line };
  }
}

/** `[date] LEVEL message (logger)`; the logger of a message with line breaks ends its last line. */
function kafkaHeader(line: string, lines: LineTexts): HeaderText {
  if (line.charCodeAt(0) !== 91 || line.charCodeAt(24) !== 93) return { logger: '', message: line };
  const from = 26 + levelLength(line, 26);
  const open = loggerBracket(line, from);
  if (open >= 0) return parted(line, from, open);
  const message = line.slice(from);
  for (let i = lines.length - 1; i > 0; i--) {
    const last = lines.at(i) ?? '', own = loggerBracket(last, 0);
    if (own >= 0) return { logger: parted(last, 0, own).logger, message };
  }
  return { logger: '', message };
}

/** Length of the level word and the blank behind it at a position; 0 when none is there. */
function levelLength(line: string, at: number): number {
  const word = LEVEL_WORDS.find((each) => line.startsWith(each, at));
  return word === undefined ? 0 : word.length;
}

/** Position of the bracket that opens the logger at the end of a text that begins at `from`; -1 when there is none. */
function loggerBracket(text: string, from: number): number {
  const end = text.length - 1;
  if (text.charCodeAt(end) !== 41) return -1;
  let open = end - 1;
  while (open >= from && inLogger(text.charCodeAt(open))) open--;
  return open < end - 1 && open >= from && text.charCodeAt(open) === 40 && (open === from || text.charCodeAt(open - 1) === 32) ? open : -1;
}

/** Message and logger of a text from `from` on, whose logger's bracket stands at `open`. */
const parted = (text: string, from: number, open: number): HeaderText => ({ logger: text.slice(open + 1, -1), message: text.slice(from, Math.max(from, open - 1)) });

/** A letter, a digit, underscore, full stop or dollar sign. */
const inLogger = (code: number): boolean => (code >= 97 && code <= 122) || code === 46 || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95 || code === 36;

/** `[date][tags] text`: the tags stand for the logger. Java 8 has `date: uptime: text`. */
function gcHeader(line: string): HeaderText {
  const fields = /^\[[^\]]*\]((?:\[[^\]]*\])+) ?(.*)$/.exec(line);
  if (!fields) return { logger: '', message: line.replace(/^(?:\d{4}-[\dT:.,+-]+: )?\d+[.,]\d+: /, '') };
  const tags = (fields[1] ?? '').slice(1, -1).split('][').at(-1) ?? '';
  return { logger: tags.trim(), message: fields[2] ?? '' };
}

/**
 * `date [thread] LEVEL logger:line - message` in any order of the middle parts; a logger in brackets at the end counts too.
 * ZooKeeper's own pattern: `date [myid:1] - LEVEL [thread:logger@line] - message`.
 */
function datedHeader(line: string): HeaderText {
  const behind = line.replace(/^\[?\d{4}-\d\d-\d\d[ T][\d:.,]+(?:Z|[+-][\d:]+)?\]?\s*/, '');
  const zooKeeper = /^\[myid:[^\]]*\] - [A-Z]+ +\[(.*?)@\d*\] - (.*)$/.exec(behind);
  if (zooKeeper) return { logger: (zooKeeper[1] ?? '').split(':').at(-1) ?? '', message: zooKeeper[2] ?? '' };
  const dash = behind.indexOf(' - ');
  if (dash >= 0 && dash < 300) {
    const words = behind.slice(0, dash).replace(/\[[^\]]*\]/g, ' ').split(/\s+/).filter((word) => word !== '' && !LEVEL_WORD.test(word));
    return { logger: (words.at(-1) ?? '').replace(/:\d*$/, ''), message: behind.slice(dash + 3) };
  }
  const text = behind.replace(/^(?:\[[^\]]*\]\s*)?(?:TRACE|DEBUG|INFO|WARN(?:ING)?|ERROR|FATAL):?\s+/, '');
  const open = loggerBracket(text, 0);
  return open < 0 ? { logger: '', message: text } : parted(text, 0, open);
}

/** The last `Caused by:` of a stack trace, else its first line; undefined without one. */
export function causeOf(rest: readonly string[]): string | undefined {
  const cause = rest.findLast((line) => line.startsWith('Caused by: '));
  return cause?.slice('Caused by: '.length) ?? rest.find((line) => /^[\w.$]+(?:Exception|Error|Throwable)(?::|$)/.test(line));
}
