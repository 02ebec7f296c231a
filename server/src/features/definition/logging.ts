/** From an appender that a logger names to the line that defines it. */
import { touches } from '../../documents/span';
import type { LoggingFile } from '../../model/file';
import type { LinkTarget } from '../feature';
import { appenderAt } from '../references/appenders';

/** The definition of the appender at an offset; undefined elsewhere, and on the definition itself. */
export function loggingDefinition(file: LoggingFile, offset: number): LinkTarget | undefined {
  const found = appenderAt(file, offset);
  if (!found || touches(found.appender.nameSpan, offset)) return undefined;
  return { span: found.span, targetSpan: found.appender.nameSpan };
}
