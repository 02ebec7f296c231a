import { loggingRule } from '../rule';
import { quote, said } from '../log4j/words';

/** FileAppender and RollingFileAppender of log4j-core 2.25.5. */
export const bufferWithoutUse = loggingRule({
  id: 'log4j2/buffer-without-use',
  severity: 'hint',
  cites: ['https://logging.apache.org/log4j/2.x/manual/appenders.html'],
  title: 'A buffer size without buffering',
  why: 'Without bufferedIo the buffer is not used. log4j complains at every start, even when no bufferSize is written: the default has one.',

  *check({ logging }) {
    for (const problem of logging.problems) {
      if (problem.code !== 'buffer-without-use') continue;
      yield { span: problem.span, text: `${quote(problem.name)} switches the buffer off while its size stays set. log4j complains at every start.`, help: 'Add bufferSize: 0, or leave the buffer on.', ...said(problem) };
    }
  },
});
