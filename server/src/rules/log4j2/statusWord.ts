import { LEVELS } from '../../model/loggingLevel';
import { nearest } from '../../model/loggingText';
import { replace } from '../finding';
import { loggingRule } from '../rule';
import { quote, said } from '../log4j/words';

export const statusWord = loggingRule({
  id: 'log4j2/status-word',
  severity: 'warning',
  cites: ['https://logging.apache.org/log4j/2.x/manual/status-logger.html'],
  title: 'The status of the file is no level',
  why: 'It says how much log4j tells about itself on the console. With an unknown word it tells errors only.',

  *check({ logging }) {
    for (const problem of logging.problems) {
      if (problem.code !== 'status-word') continue;
      const meant = nearest(problem.name, LEVELS);
      yield {
        span: problem.span, text: `${quote(problem.name)} is not a level. log4j tells errors about itself only.`, help: 'Write warn, as Kafka ships it.', ...said(problem),
        fixes: [replace('choice', `Change to ${(meant ?? 'WARN').toLowerCase()}`, problem.span, (meant ?? 'WARN').toLowerCase())],
      };
    }
  },
});
