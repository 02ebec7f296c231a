/** The comments of a log4j.properties, each with what it stands above. */
import type { PropertiesDocument, PropertiesEntry } from '../documents/properties';
import type { LineIndex } from '../documents/lines';
import type { LoggingModel } from '../model/logging';

export interface SourceComments {
  /** What stands above the first setting, and above what is not taken over. */
  readonly top: readonly string[];
  /** Behind the last setting. */
  readonly end: readonly string[];
  /** By the name of the appender. */
  readonly appenders: ReadonlyMap<string, readonly string[]>;
  /** By the name of the logger; the root logger has the empty name. */
  readonly loggers: ReadonlyMap<string, readonly string[]>;
}

/** What only spoke of the old file: the version that it was written for. */
const OF_THE_OLD_FILE = /^kafka-version:/;

/** `logger` and `appender` say what is taken over. */
export function commentsOf(document: PropertiesDocument, lines: LineIndex, model: LoggingModel, taken: { logger(name: string): boolean; appender(name: string): boolean }): SourceComments {
  const top: string[] = [];
  const end: string[] = [];
  const appenders = new Map<string, string[]>();
  const loggers = new Map<string, string[]>();
  const first = document.entries[0];
  for (const comment of document.comments) {
    if (OF_THE_OLD_FILE.test(comment.text)) continue;
    const entry = document.entries.find((one) => one.lineSpan.start > comment.span.start);
    const owner = entry && (entry === first && hasGap(lines, comment.span.end, entry) ? undefined : ownerOf(entry.key, model));
    if (!entry) end.push(comment.text);
    else if (owner?.kind === 'appender' && taken.appender(owner.name)) add(appenders, owner.name, comment.text);
    else if (owner?.kind === 'logger' && taken.logger(owner.name)) add(loggers, owner.name, comment.text);
    else top.push(comment.text);
  }
  return { top, end, appenders, loggers };
}

/** An empty line between a comment and the setting below it: the comment speaks of the whole file. */
function hasGap(lines: LineIndex, from: number, entry: PropertiesEntry): boolean {
  const to = lines.positionAt(entry.lineSpan.start).line;
  for (let line = lines.positionAt(from).line + 1; line < to; line++) if (lines.textOf(line).trim() === '') return true;
  return false;
}

function ownerOf(key: string, model: LoggingModel): { readonly kind: 'appender' | 'logger'; readonly name: string } | undefined {
  if (/^log4j\.root(Logger|Category)$/.test(key)) return { kind: 'logger', name: '' };
  const logger = /^log4j\.(?:logger|category|additivity)\.(.*)$/s.exec(key)?.[1];
  if (logger !== undefined) return { kind: 'logger', name: logger };
  const appender = model.appenders.find(({ name }) => key === `log4j.appender.${name}` || key.startsWith(`log4j.appender.${name}.`));
  return appender && { kind: 'appender', name: appender.name };
}

function add(map: Map<string, string[]>, name: string, text: string): void {
  const known = map.get(name);
  if (known) known.push(text);
  else map.set(name, [text]);
}
