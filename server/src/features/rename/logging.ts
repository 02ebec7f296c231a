/** Renames an appender where it is defined, in the keys of its options and in the loggers that name it. */
import type { Span } from '../../documents/span';
import type { LoggingFile } from '../../model/file';
import type { RenameEdits, RenameRefusal } from '../feature';
import { appenderAt, appenderSpans } from '../references/appenders';

/** What both libraries take as a name without quotes or escapes. */
const NAME = /^[\w-]+$/;

/** The appender's name at an offset; undefined elsewhere. */
export function loggingRenameTarget(file: LoggingFile, offset: number): { readonly span: Span; readonly placeholder: string } | undefined {
  const found = appenderAt(file, offset);
  return found && { span: found.span, placeholder: found.appender.name };
}

/** The edits, or why not to this name: it would need quotes, or it is taken. Undefined where no appender stands. */
export function loggingRename(file: LoggingFile, offset: number, newName: string): RenameEdits | RenameRefusal | undefined {
  const found = appenderAt(file, offset);
  if (!found) return undefined;
  if (!NAME.test(newName)) return { refused: `"${newName}" is not a name for an appender. Write letters, digits, - and _.` };
  if (newName !== found.appender.name && file.logging.appender(newName)) return { refused: `"${newName}" is the name of another appender.` };
  return { span: found.span, placeholder: found.appender.name, edits: appenderSpans(file, found.appender).map((span) => ({ span, newText: newName })) };
}
