import type { Appender } from '../../model/logging';
import { loggingRule } from '../rule';
import { lineOf, quote } from './words';

/** Each appender of log4j 1 holds the file open for itself and renames it under the others. log4j 2 shares it only between equal appenders. */
export const sameFile = loggingRule({
  id: 'log4j/same-file',
  severity: 'warning',
  cites: ['https://logging.apache.org/log4j/2.x/manual/appenders.html'],
  title: 'Two appenders write the same file',
  why: 'Each of them rolls the file on its own. What one renames or truncates, the other still writes to, and records are lost.',

  *check(file) {
    const first = new Map<string, Appender>();
    for (const appender of file.logging.appenders) {
      if (!appender.live || !appender.file || appender.file.text === '') continue;
      const path = appender.file.text.replace(/\\/g, '/').replace(/\/{2,}/g, '/');
      const other = first.get(path);
      if (!other) { first.set(path, appender); continue; }
      yield {
        span: appender.file.span,
        text: `${quote(appender.file.text)} is also the file of ${other.name} (${lineOf(file, other.file?.span.start ?? other.span.start)}). When one of them rolls it, records of the other are lost.`,
        help: `Give ${appender.name} a file of its own, or let both loggers use one appender.`,
        related: [{ span: other.file?.span ?? other.nameSpan, text: `${other.name} writes it too` }],
      };
    }
  },
});
