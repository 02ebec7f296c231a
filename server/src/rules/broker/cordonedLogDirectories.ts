import { brokerRule } from '../rule';
import { quote, requirementFailed } from './words';

/** KafkaConfig.validateValues from 4.3 (KIP-1066), on nodes with the broker role. */
export const cordonedLogDirectories = brokerRule({
  id: 'broker/cordoned-log-directories',
  severity: 'error',
  versions: '>=4.3',
  cites: ['kafka:cordoned.log.dirs', 'https://cwiki.apache.org/confluence/display/KAFKA/KIP-1066%3A+Mechanism+to+cordon+brokers+and+log+directories'],
  title: 'A cordoned log directory is none of the broker',
  why: 'cordoned.log.dirs names directories of log.dirs that take no new partitions, letter by letter, or * alone for all of them.',

  *check({ broker }) {
    const cordoned = broker.settings.part('cordoned.log.dirs');
    const { directories, complete } = broker.logDirectories;
    if (!broker.isBroker || !cordoned || !complete || cordoned.templated) return;
    const items = cordoned.items.filter(({ text }) => text !== '');
    const everything = items.find(({ text }) => text === '*');
    if (everything && new Set(items.map(({ text }) => text)).size > 1) {
      yield {
        span: everything.span,
        text: '"*" cordons all directories, and others are named beside it. The broker does not start.',
        help: 'Write * alone, or the directories without it.',
        program: requirementFailed('When cordoned.log.dirs is set to *, it must not contain other values'),
      };
    }
    if (everything) return;
    const paths = directories.map(({ path }) => path);
    for (const item of items) {
      if (paths.includes(item.text)) continue;
      yield {
        span: item.span,
        text: `${quote(item.text)} is not among the log directories ${paths.join(', ')}. The broker does not start.`,
        help: 'Write the directory as it stands in log.dirs, letter by letter.',
        program: requirementFailed(`All entries in cordoned.log.dirs must be present in log.dirs or log.dir. Missing entries : ${item.text}`),
      };
    }
  },
});
