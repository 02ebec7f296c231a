/** Renames an appender where it is defined, in the keys of its options and in the loggers that name it. */
import type { Span } from '../../documents/span';
import type { LoggingFile } from '../../model/file';
import type { RenameEdits } from '../feature';
import { appenderAt, appenderSpans } from '../references/appenders';

/** What both libraries take as a name without quotes or escapes. */
const NAME = /^[\w-]+$/;

/** The appender's name at an offset; undefined elsewhere. */
export function loggingRenameTarget(file: LoggingFile, offset: number): { readonly span: Span; readonly placeholder: string } | undefined {
  const found = appenderAt(file, offset);
  return found && { span: found.span, placeholder: found.appender.name };
}

/** The edits; undefined where no appender stands, for a name that would need quotes, and for one that is taken. */
export function loggingRename(file: LoggingFile, offset: number, newName: string): RenameEdits | undefined {
  const found = appenderAt(file, offset);
  if (!found || !NAME.test(newName) || file.logging.appender(newName)) return undefined;
  return { span: found.span, placeholder: found.appender.name, edits: appenderSpans(file, found.appender).map((span) => ({ span, newText: newName })) };
}
