import { brokerRule } from '../rule';
import { doesNotStart } from './words';

/** KafkaConfig of 3.6 and 3.7; from 3.8 tiered storage works with several directories (KAFKA-16363). */
export const tieredStorageDirectories = brokerRule({
  id: 'broker/tiered-storage-directories',
  severity: 'error',
  versions: '3.6-3.7',
  cites: ['kafka:remote.log.storage.system.enable', 'kafka:log.dirs'],
  title: 'Tiered storage and several log directories',
  why: 'Up to 3.7, tiered storage works with one log directory only.',

  *check({ broker }) {
    const { directories, complete, part } = broker.logDirectories;
    const isOn = broker.settings.flag('remote.log.storage.system.enable');
    if (isOn.value !== true || !complete || directories.length < 2 || !part) return;
    yield {
      span: part.span,
      text: `${directories.length} log directories, and remote.log.storage.system.enable is true. ${doesNotStart(broker)}`,
      help: 'Keep one directory, switch tiered storage off, or use Kafka 3.8.',
      program: `Kafka: Multiple log directories \`${directories.map(({ path }) => path).join(',')}\` are not supported when remote log storage is enabled`,
      related: isOn.part ? [{ span: isOn.part.span, text: 'tiered storage is on' }] : [],
    };
  },
});
