import { brokerRule } from '../rule';
import { doesNotStart } from './words';

/** KafkaConfig and GroupCoordinatorConfig from 3.7: classic always; consumer with ZooKeeper is refused in 3.8 and 3.9. */
export const rebalanceProtocols = brokerRule({
  id: 'broker/rebalance-protocols',
  severity: 'error',
  versions: '>=3.7',
  cites: ['kafka:group.coordinator.rebalance.protocols'],
  title: 'The classic protocol of consumer groups is switched off, or a new one is wanted with ZooKeeper',
  why: 'Clients of all ages use the classic protocol, and Kafka does not start without it. The others live in KRaft only.',

  *check({ broker }) {
    const { value, part } = broker.settings.list('group.coordinator.rebalance.protocols');
    if (!part || !value || broker.settings.problems.some(({ key }) => key === part.entry.key)) return;
    if (!value.includes('classic') && !(value.length === 0 && broker.in('>=4.2'))) {
      yield {
        span: part.text === '' ? part.entry.span : part.span,
        text: `"${part.text}" leaves out classic. ${doesNotStart(broker)}`,
        help: `Write ${['classic', ...value].join(',')}, or remove the line.`,
        program: "Kafka: Disabling the 'classic' protocol is not supported.",
      };
    }
    if (broker.roles.mode === 'zookeeper' && broker.in('3.8-3.9') && value.includes('consumer')) {
      yield {
        span: part.items.find(({ text }) => text === 'consumer')?.span ?? part.span,
        text: '"consumer" needs KRaft, and this broker has ZooKeeper. The broker does not start.',
        help: 'Write classic, or remove the line.',
        program: "Kafka: The new 'consumer' rebalance protocol is only supported in KRaft cluster.",
      };
    }
  },
});
