/** The text of a record that is a JSON object: logger, message, stack trace. Keys as in jsonStart.ts. */

/** What the object says; `rest` are further lines of the message, and the stack trace. */
export interface JsonHeader {
  readonly logger: string;
  readonly message: string;
  readonly rest: readonly string[];
}

type JsonObject = Readonly<Record<string, unknown>>;

/** A text as an object; undefined when it is none. */
export function parsedObject(text: string): JsonObject | undefined {
  try { return objectOf(JSON.parse(text)); } catch { return undefined; }
}

const objectOf = (value: unknown): JsonObject | undefined => (typeof value === 'object' && value !== null ? value as JsonObject : undefined);
const stringOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const linesOf = (text: string): string[] => (text === '' ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/));

/** Undefined when the text is no object: a record that was cut off. */
export function jsonHeader(text: string): JsonHeader | undefined {
  const object = parsedObject(text);
  if (!object) return undefined;
  const log = objectOf(object['log']);
  const [message = '', ...more] = stringOf(object['message'] ?? object['msg'] ?? object['short_message']).split(/\r?\n/);
  const logger = stringOf(object['loggerName'] ?? object['logger'] ?? object['logger_name'] ?? object['log.logger'] ?? log?.['logger'] ?? object['_logger']);
  return { logger, message, rest: [...more, ...traceOf(object)] };
}

function traceOf(object: JsonObject): string[] {
  const thrown = thrownLines(object['thrown']);
  if (thrown.length > 0) return thrown;
  const error = objectOf(object['error']), exception = objectOf(object['exception']);
  const whole = linesOf(stringOf(object['error.stack_trace'] ?? error?.['stack_trace'] ?? object['stack_trace'] ?? exception?.['stacktrace'] ?? object['exception']));
  if (whole.length > 0) return whole;
  const type = stringOf(object['error.type'] ?? error?.['type'] ?? exception?.['exception_class']), words = stringOf(object['error.message'] ?? error?.['message'] ?? exception?.['exception_message']);
  return type === '' ? [] : [words === '' ? type : `${type}: ${words}`];
}

/** JsonLayout: a string with `stacktraceAsString`, else an array of frames, with the exceptions that caused it. */
function thrownLines(thrown: unknown, depth = 0): string[] {
  const object = objectOf(thrown);
  if (!object || depth > 20) return [];
  const { extendedStackTrace: trace, name, message, cause } = object;
  if (typeof trace === 'string') return linesOf(trace);
  const first = `${stringOf(name)}${message === undefined || message === null ? '' : `: ${stringOf(message)}`}`;
  const frames = Array.isArray(trace) ? trace.map((frame) => frameLine(frame)) : [];
  return [depth === 0 ? first : `Caused by: ${first}`, ...frames, ...thrownLines(cause, depth + 1)];
}

function frameLine(frame: unknown): string {
  const { class: owner, method, file, line } = objectOf(frame) ?? {};
  return `\tat ${stringOf(owner)}.${stringOf(method)}(${stringOf(file)}${typeof line === 'number' ? `:${line}` : ''})`;
}
