import { brokerRule } from '../rule';

export const recoveryThreads = brokerRule({
  id: 'broker/recovery-threads',
  severity: 'info',
  cites: ['kafka:num.recovery.threads.per.data.dir', 'https://issues.apache.org/jira/browse/KAFKA-19573'],
  title: 'One thread for each log directory loads all partitions',
  why: 'After a crash a broker reads its last segments again, one after the other. More threads shorten the start from hours to minutes; while the broker runs they cost nothing.',

  *check({ broker, context }) {
    const { value, part } = broker.settings.number('num.recovery.threads.per.data.dir');
    if (value !== 1 || !part || context.profile.value === 'development' || broker.clusterSize.size === 'one') return;
    yield { span: part.span, text: '"1" thread for each directory: after a crash the start takes as long as it can.', help: 'Write the number of cores divided by the number of directories.' };
  },
});
