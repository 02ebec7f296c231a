import { filesPerDay } from '../../model/datePattern';
import type { Appender, Rolling } from '../../model/logging';
import { loggingRule } from '../rule';
import { limitFix } from './limitFixes';

/** Kafka ships hourly files without an end in every version: config/log4j.properties up to 3.9, config/log4j2.yaml from 4.0. */
export const neverDeleted = loggingRule({
  id: 'log4j/never-deleted',
  severity: 'warning',
  profiles: ['production'],
  cites: ['guide:L5', 'https://issues.apache.org/jira/browse/KAFKA-2394'],
  title: 'Nothing deletes the files of an appender',
  why: 'DailyRollingFileAppender and a time-based RollingFile only rename. The old files stay on the local disk until somebody removes them, and Kafka ships hourly ones.',

  *check(file) {
    for (const appender of file.logging.appenders) {
      const { rolling } = appender;
      if (!appender.live || !appender.used || !rolling?.known || rolling.deletes) continue;
      const fix = limitFix(file, appender);
      yield {
        span: file.logging.library === 'log4j1' ? appender.type.span : appender.nameSpan,
        text: sentence(appender, rolling),
        help: file.logging.library === 'log4j1' ? 'RollingFileAppender with MaxFileSize and MaxBackupIndex sets a limit.' : 'A Delete action in the DefaultRolloverStrategy sets a limit.',
        ...(fix ? { fixes: [fix] } : {}),
      };
    }
  },
});

function sentence({ name }: Appender, rolling: Rolling): string {
  const { period, maxBytes } = rolling;
  if (!period && maxBytes === undefined) return `"${name}" writes one file that grows for ever.`;
  if (!period) return `"${name}" is rolled by size and never deleted: the files stay until you remove them.`;
  const count = filesPerDay(period);
  const stay = count >= 1 ? `${count === 1 ? '1 new file' : `${count} new files`} a day stay${count === 1 ? 's' : ''} until you remove ${count === 1 ? 'it' : 'them'}` : 'the old files stay until you remove them';
  return `"${name}" is rolled every ${period === 'half-day' ? 'half day' : period} and never deleted: ${stay}.`;
}
