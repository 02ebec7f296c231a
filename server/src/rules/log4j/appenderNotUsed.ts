import { loggingRule } from '../rule';
import { quote } from './words';

/** log4j 1 never builds an appender that no logger names; log4j 2 builds it, creates its file, and writes nothing. */
export const appenderNotUsed = loggingRule({
  id: 'log4j/appender-not-used',
  severity: 'hint',
  cites: ['https://logging.apache.org/log4j/2.x/manual/appenders.html'],
  title: 'An appender that no logger names',
  why: 'Nothing is ever written to it.',

  *check(file) {
    const { logging } = file;
    // A lost reference is the cause; then this is its consequence.
    if (logging.problems.some((problem) => problem.fatal || problem.code === 'appender-not-defined' || problem.code === 'comma-missing' || problem.code === 'loggers-missing')) return;
    for (const appender of logging.appenders) {
      if (appender.used || referredByAppender(file.text, appender.name, appender.nameSpan.start)) continue;
      yield {
        span: appender.nameSpan,
        text: `${quote(appender.name)} is named by no logger. Nothing is written to it.`,
        help: 'Name it behind the level of a logger, or remove it.',
        tag: 'unnecessary',
        ...(logging.library === 'log4j1' ? { fixes: [{ kind: 'choice' as const, title: `Remove ${appender.name}`, edits: [{ span: appender.span, newText: '' }, ...appender.options.map((option) => ({ span: option.span, newText: '' }))] }] } : {}),
      };
    }
  },
});

/** Async, Failover, Rewrite and Routing hand records on to other appenders. */
function referredByAppender(text: string, name: string, definition: number): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    if (at !== definition && /(ref|primary|appender-ref)["']?\s*[:=]\s*["']?$/i.test(text.slice(Math.max(0, at - 40), at))) return true;
  }
  return false;
}
