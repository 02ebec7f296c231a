import { brokerRule } from '../rule';
import { doesNotStart, quote } from './words';

/** LogManager.createAndValidateLogDirs compares canonical paths; from 4.2 the same text twice counts once. */
export const logDirectoryTwice = brokerRule({
  id: 'broker/log-directory-twice',
  severity: 'error',
  cites: ['kafka:log.dirs'],
  title: 'A log directory is named twice',
  why: 'Kafka locks every log directory. A slash at the end or /./ in the middle does not make another one.',

  *check({ broker }) {
    const seen = new Map<string, string>();
    for (const { path, normal, part } of broker.logDirectories.directories) {
      const first = seen.get(normal);
      if (first === undefined || !part) {
        seen.set(normal, path);
        continue;
      }
      yield {
        span: part.span,
        text: `${quote(path)} ${first === path ? 'stands twice' : `is the same directory as ${first}`}. ${doesNotStart(broker)}`,
        help: 'Name each directory once.',
        program: `Kafka: Duplicate log directory found: ${path}`,
      };
    }
  },
});
