import { loggingRule } from '../rule';

/** "No appenders could be found for logger" (log4j 1); log4j 2 says nothing. */
export const rootWithoutAppender = loggingRule({
  id: 'log4j/root-without-appender',
  severity: 'warning',
  cites: ['https://github.com/strimzi/strimzi-kafka-operator/issues/622'],
  title: 'The root logger has no appender',
  why: 'Whatever is logged outside the loggers with an appender of their own is lost, and with it the reason why a broker does not start.',

  *check(file) {
    const { root, appenders, problems, library } = file.logging;
    if (!root.configured || root.uses.length > 0 || root.level?.level === 'OFF' || root.level?.fate === 'template' || problems.some((problem) => problem.fatal || problem.code === 'comma-missing')) return;
    const console = appenders.find((appender) => appender.kind === 'console');
    const at = root.level?.span.end;
    yield {
      span: root.level?.span ?? root.nameSpan,
      text: 'The root logger has no appender. Records of loggers without an appender of their own are written nowhere.',
      help: console ? `Add ${console.name}.` : 'Name an appender, for example one that writes server.log.',
      ...(library === 'log4j1' ? { program: 'log4j: No appenders could be found for logger' } : {}),
      ...(console && at !== undefined && library === 'log4j1' ? { fixes: [{ kind: 'choice' as const, title: `Add ${console.name}`, edits: [{ span: { start: at, end: at }, newText: `, ${console.name}` }] }] } : {}),
    };
  },
});
