import { brokerRule } from '../rule';
import { doesNotStart, requirementFailed } from './words';

/** KafkaConfig.validateValues; from 4.2 an empty log.dirs is refused as an empty list (broker/empty-value). */
export const noLogDirectory = brokerRule({
  id: 'broker/no-log-directory',
  severity: 'error',
  versions: '<4.2',
  cites: ['kafka:log.dirs', 'kafka:log.dir'],
  title: 'No log directory is named',
  why: 'log.dirs is there and empty, so the default does not apply and no place for data is left.',

  *check({ broker }) {
    const { directories, complete, part } = broker.logDirectories;
    if (!complete || directories.length > 0 || !part) return;
    yield {
      span: part.entry.span,
      text: `"${part.entry.key}" names no directory. ${doesNotStart(broker)}`,
      help: 'Write a folder on a disk of its own, for example /var/lib/kafka/data.',
      program: requirementFailed('At least one log directory must be defined via log.dirs or log.dir.'),
    };
  },
});
