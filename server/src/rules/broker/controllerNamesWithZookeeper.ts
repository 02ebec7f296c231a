import { brokerRule } from '../rule';
import { requirementFailed } from './words';

/** KafkaConfig.validateValues 3.1 to 3.9, unless the broker migrates to KRaft (3.4 to 3.9). */
export const controllerNamesWithZookeeper = brokerRule({
  id: 'broker/controller-names-with-zookeeper',
  severity: 'error',
  versions: '3.1-3.9',
  cites: ['kafka:controller.listener.names', 'kafka:process.roles'],
  title: 'controller.listener.names in a broker with ZooKeeper',
  why: 'With ZooKeeper the controller is one of the brokers and has no listener of its own. Most often process.roles is missing here.',

  *check({ broker }) {
    const { roles, controllerNames, settings } = broker;
    const { part, names } = controllerNames;
    if (roles.mode !== 'zookeeper' || !part || names.length === 0) return;
    if (broker.in('>=3.4') && settings.flag('zookeeper.metadata.migration.enable').value !== false) return;
    yield {
      span: part.entry.span,
      text: '"controller.listener.names" is set, and process.roles is missing: this is a broker with ZooKeeper. The broker does not start.',
      help: 'Write process.roles for a KRaft node, or remove the line.',
      program: requirementFailed(`controller.listener.names must be empty when not running in KRaft mode: [${names.join(', ')}]`),
    };
  },
});
