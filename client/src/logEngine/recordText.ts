/** The text of a record taken apart: logger, message, cause. Strings only; where a record begins and what its level is was decided on bytes, in recordStart.ts. */
import type { LinePattern } from './linePattern';
import { skipColour, skipPrefix } from './prefix';

/** What a header line says besides level and time. */
export interface HeaderText {
  readonly logger: string;
  readonly message: string;
  /** Lines that the header itself holds: a JSON object carries message lines and the stack trace in one line. */
  readonly rest?: readonly string[];
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
  const object = parsed(line);
  const log = object?.['log'];
  return typeof log === 'string' ? log.replace(/\r?\n$/, '').replace(COLOURS, '') : line;
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value as Record<string, unknown> : undefined;
  } catch {
    return undefined;
  }
}

const LEVEL_WORD = /^(?:TRACE|DEBUG|INFO|WARN(?:ING)?|ERROR|FATAL)$/;

/** `line` is the header's text; `lines` all lines of the record that were read, header first. */
export function headerText(pattern: LinePattern, line: string, lines: readonly string[]): HeaderText {
  switch (pattern.body) {
    case 'kafka': return kafkaHeader(line, lines);
    case 'gc': return gcHeader(line);
    case 'json': return jsonHeader(line) ?? { logger: '', message: line };
    case 'json-pretty': return jsonHeader(lines.join('\n')) ?? { logger: '', message: line };
    case 'dated': return datedHeader(line);
    case 'plain': return { logger: '', message: line };
  }
}

/** `[date] LEVEL message (logger)`; the logger of a message with line breaks ends its last line. */
function kafkaHeader(line: string, lines: readonly string[]): HeaderText {
  if (line.charCodeAt(0) !== 91 || line.charCodeAt(24) !== 93) return { logger: '', message: line };
  const blank = line.indexOf(' ', 26);
  const level = blank > 0 && LEVEL_WORD.test(line.slice(26, blank));
  const text = level ? line.slice(blank + 1) : line.slice(26);
  const own = loggerAtEnd(text);
  if (own) return own;
  const last = lines.slice(1).findLast((other) => loggerAtEnd(other) !== undefined);
  return { logger: last === undefined ? '' : loggerAtEnd(last)?.logger ?? '', message: text };
}

function loggerAtEnd(text: string): HeaderText | undefined {
  if (!text.endsWith(')')) return undefined;
  const open = text.lastIndexOf('(');
  if (open < 0 || (open > 0 && text[open - 1] !== ' ')) return undefined;
  const logger = text.slice(open + 1, -1);
  return /^[\w.$]+$/.test(logger) ? { logger, message: text.slice(0, Math.max(0, open - 1)) } : undefined;
}

/** `[date][tags] text`: the tags stand for the logger. */
function gcHeader(line: string): HeaderText {
  const fields = /^\[[^\]]*\]((?:\[[^\]]*\])+) ?(.*)$/.exec(line);
  if (!fields) return { logger: '', message: line };
  const tags = (fields[1] ?? '').slice(1, -1).split('][').at(-1) ?? '';
  return { logger: tags.trim(), message: fields[2] ?? '' };
}

/** `date [thread] LEVEL logger:line - message` in any order of the middle parts; a logger in brackets at the end counts too. */
function datedHeader(line: string): HeaderText {
  const behind = line.replace(/^\[?\d{4}-\d\d-\d\d[ T][\d:.,]+(?:Z|[+-][\d:]+)?\]?\s*/, '');
  const dash = behind.indexOf(' - ');
  if (dash >= 0 && dash < 300) {
    const words = behind.slice(0, dash).replace(/\[[^\]]*\]/g, ' ').split(/\s+/).filter((word) => word !== '' && !LEVEL_WORD.test(word));
    return { logger: (words.at(-1) ?? '').replace(/:\d*$/, ''), message: behind.slice(dash + 3) };
  }
  const text = behind.replace(/^(?:\[[^\]]*\]\s*)?(?:TRACE|DEBUG|INFO|WARN|ERROR|FATAL)\s+/, '');
  return loggerAtEnd(text) ?? { logger: '', message: text };
}

/** log4j2's JsonLayout, and what is near to it. */
function jsonHeader(text: string): HeaderText | undefined {
  const object = parsed(text);
  if (!object) return undefined;
  const message = stringOf(object['message'] ?? object['msg']).split(/\r?\n/);
  return { logger: stringOf(object['loggerName'] ?? object['logger']), message: message[0] ?? '', rest: [...message.slice(1), ...thrownLines(object['thrown'])] };
}

const stringOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The stack trace: a string with `stacktraceAsString`, else an array of frames, with the exceptions that caused it. */
function thrownLines(thrown: unknown, depth = 0): string[] {
  if (typeof thrown !== 'object' || thrown === null || depth > 20) return [];
  const { extendedStackTrace: trace, name, message, cause } = thrown as Record<string, unknown>;
  if (typeof trace === 'string') return trace.replace(/\n$/, '').split(/\r?\n/);
  const first = `${stringOf(name)}${message === undefined || message === null ? '' : `: ${stringOf(message)}`}`;
  const frames = Array.isArray(trace) ? trace.map((frame) => frameLine(frame)) : [];
  return [depth === 0 ? first : `Caused by: ${first}`, ...frames, ...thrownLines(cause, depth + 1)];
}

function frameLine(frame: unknown): string {
  const { class: owner, method, file, line } = (typeof frame === 'object' && frame !== null ? frame : {}) as Record<string, unknown>;
  return `\tat ${stringOf(owner)}.${stringOf(method)}(${stringOf(file)}${typeof line === 'number' ? `:${line}` : ''})`;
}

/** The last `Caused by:` of a stack trace, else its first line; undefined without one. */
export function causeOf(rest: readonly string[]): string | undefined {
  const cause = rest.findLast((line) => line.startsWith('Caused by: '));
  return cause?.slice('Caused by: '.length) ?? rest.find((line) => /^[\w.$]+(?:Exception|Error|Throwable)(?::|$)/.test(line));
}
