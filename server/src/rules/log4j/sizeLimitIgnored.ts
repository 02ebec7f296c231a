import { loggingRule } from '../rule';
import { limitFix } from './limitFixes';
import { said } from './words';

/** DailyRollingFileAppender of log4j 1.2 and reload4j has neither option; PropertySetter says so on stderr and goes on. */
export const sizeLimitIgnored = loggingRule({
  id: 'log4j/size-limit-ignored',
  severity: 'warning',
  cites: ['guide:L5', 'https://github.com/apache/ambari/pull/2381'],
  title: 'A size limit on an appender that has none',
  why: 'DailyRollingFileAppender rolls by time only. MaxFileSize and MaxBackupIndex look like a limit, but the files are never deleted.',

  *check(file) {
    for (const problem of file.logging.problems) {
      if (problem.code !== 'option-unknown' || !isSizeLimit(problem.name, problem.owner)) continue;
      const appender = file.logging.appenders.find((one) => one.options.some((option) => option.nameSpan.start === problem.span.start));
      const fix = appender && limitFix(file, appender);
      yield {
        span: problem.span,
        text: `"${file.text.slice(problem.span.start, problem.span.end)}" is not read: DailyRollingFileAppender has no limit. The files are never deleted.`,
        help: 'Write org.apache.log4j.RollingFileAppender as the class, without DatePattern.',
        ...said(problem),
        ...(fix ? { fixes: [fix] } : {}),
      };
    }
  },
});

/** The one unknown option that is reported here and not as log4j/option-unknown. */
export function isSizeLimit(option: string, owner: string): boolean {
  return owner.endsWith('.DailyRollingFileAppender') && /^(maxFileSize|maximumFileSize|maxBackupIndex)$/i.test(option);
}
