import { log4j1ClassesOf } from '../../knowledge/logging/log4j1Classes';
import { nearest } from '../../model/loggingText';
import { replace } from '../finding';
import { loggingRule } from '../rule';
import { quote, said } from './words';

const KINDS = ['appender', 'layout', 'filter', 'errorhandler'] as const;

/** reload4j 1.2.25, the log4j of Kafka 3.1.1 to 3.9; older Kafka ships log4j 1.2.17 with the same classes. */
export const classNotFound = loggingRule({
  id: 'log4j/class-not-found',
  severity: 'error',
  cites: ['https://github.com/apache/kafka/pull/7898'],
  title: 'log4j has no class of this name',
  why: 'The appender is dropped. What was meant for it is written nowhere; log4j complains on the console only.',

  *check({ logging }) {
    for (const problem of logging.problems) {
      if (problem.code !== 'class-not-found' && problem.code !== 'class-of-wrong-kind') continue;
      const kind = /"(?:.*\.)?(Layout|Filter|ErrorHandler|Appender)" variable/.exec(problem.words[0] ?? '')?.[1]?.toLowerCase() ?? 'appender';
      const known = KINDS.flatMap(log4j1ClassesOf);
      const meant = problem.code === 'class-of-wrong-kind' ? undefined : nearest(problem.name, known) ?? known.find((name) => name.endsWith(`.${problem.name}`));
      const isAppender = logging.appender(problem.owner)?.type.span.start === problem.span.start;
      const extras = problem.name.startsWith('org.apache.log4j.rolling.');
      yield {
        span: problem.span,
        text: problem.code === 'class-of-wrong-kind' ? `${quote(problem.name)} is not ${/^[ae]/.test(kind) && kind !== 'layout' ? 'an' : 'a'} ${kind}. log4j goes on without it.` : `${quote(problem.name)} is not a class of the log4j that Kafka ships. log4j ${isAppender ? `drops ${problem.owner}` : 'goes on without it'}.`,
        help: meant !== undefined ? `Did you mean ${meant}?` : extras ? 'It belongs to apache-log4j-extras, which is not in Kafka\'s libs. Write org.apache.log4j.RollingFileAppender.' : isAppender || problem.code === 'class-not-found' ? 'Write a class of org.apache.log4j, for example org.apache.log4j.RollingFileAppender.' : `Write the class of ${/^[ae]/.test(kind) ? 'an' : 'a'} ${kind}.`,
        ...said(problem),
        ...(meant === undefined ? {} : { fixes: [replace('choice', `Change to ${meant}`, problem.span, meant)] }),
      };
    }
  },
});
