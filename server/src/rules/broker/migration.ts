import { releaseOrder } from '../../model/releases';
import type { BrokerModel } from '../../model/broker';
import type { Finding } from '../finding';
import { brokerRule } from '../rule';
import { doesNotStart, requirementFailed } from './words';

/** KafkaConfig.validateValues 3.4 to 3.9 with zookeeper.metadata.migration.enable=true. The quorum is broker/quorum-missing. */
export const migration = brokerRule({
  id: 'broker/migration',
  severity: 'error',
  versions: '3.4-3.9',
  cites: ['kafka:zookeeper.metadata.migration.enable', 'https://kafka.apache.org/39/documentation.html#kraft_zk_migration'],
  title: 'The migration from ZooKeeper to KRaft lacks a setting',
  why: 'During the migration a node needs both worlds: zookeeper.connect on controllers; the quorum, the controllers\u2019 listener and a new protocol on brokers.',

  *check({ broker }) {
    const flag = broker.settings.flag('zookeeper.metadata.migration.enable');
    if (flag.value !== true || !flag.part || broker.template) return;
    if (broker.roles.mode === 'kraft' && !broker.settings.part('zookeeper.connect')) {
      yield {
        span: flag.part.entry.span,
        text: `zookeeper.connect is missing, and the metadata is to be taken from there. ${doesNotStart(broker)}`,
        help: 'Write zookeeper.connect as it stands on the brokers.',
        program: 'Kafka: If using `zookeeper.metadata.migration.enable` in KRaft mode, `zookeeper.connect` must also be set.',
      };
    }
    if (broker.roles.mode === 'zookeeper') yield* ofBroker(broker, flag.part.entry.span);
  },
});

function* ofBroker(broker: BrokerModel, at: Finding['span']): Iterable<Finding> {
  const { nodeId, controllerNames, settings, logDirectories } = broker;
  if (broker.in('>=3.9') && typeof nodeId.value === 'number' && nodeId.value < 0) {
    yield {
      span: nodeId.part?.span ?? at,
      text: `${nodeId.part ? `"${nodeId.value}" lets ZooKeeper make the id` : 'broker.id is missing, so that ZooKeeper makes the id'}, and KRaft knows no such ids. The broker does not start.`,
      help: 'Write broker.id and the id that the broker has now; it stands in meta.properties.',
      program: requirementFailed('broker.id generation is incompatible with ZooKeeper migration. Please stop using it before enabling migration (set broker.id to a value greater or equal to 0).'),
    };
  }
  if (controllerNames.names.length === 0 && controllerNames.complete) {
    yield {
      span: at,
      text: 'controller.listener.names is missing, and the broker is to speak to the new controllers. The broker does not start.',
      help: 'Write controller.listener.names as it stands on the controllers, and its protocol in listener.security.protocol.map.',
      program: requirementFailed('controller.listener.names must not be empty when running in ZooKeeper migration mode: []'),
    };
  }
  const ibp = settings.word('inter.broker.protocol.version');
  const speaks = typeof ibp.value === 'string' && !settings.problems.some(({ key }) => key === ibp.key) ? releaseOrder(ibp.value) : undefined;
  if (speaks === undefined) return;
  if (speaks < (releaseOrder('3.4-IV0') ?? 0)) {
    yield {
      span: ibp.part?.span ?? at,
      text: `"${ibp.value ?? ''}" knows no migration. The broker does not start.`,
      help: 'Write 3.4 or newer, or remove the line.',
      program: requirementFailed("Cannot enable ZooKeeper migration without setting 'inter.broker.protocol.version' to 3.4 or higher"),
    };
  }
  if (broker.in('<3.5') || !logDirectories.complete || logDirectories.directories.length < 2) return;
  const isAllowed = broker.in('>=3.7') && speaks >= (releaseOrder('3.7-IV2') ?? 0);
  if (isAllowed) return;
  yield {
    span: logDirectories.part?.span ?? at,
    text: `${logDirectories.directories.length} log directories, and the migration ${broker.in('>=3.7') ? 'needs inter.broker.protocol.version 3.7 for them' : 'takes one'}. The broker does not start.`,
    help: broker.in('>=3.7') ? 'Raise inter.broker.protocol.version to 3.7 or newer.' : 'Migrate with Kafka 3.7 or newer.',
    program: requirementFailed(broker.in('>=3.7')
      ? "Cannot enable ZooKeeper migration with multiple log directories (aka JBOD) without setting 'inter.broker.protocol.version' to 3.7-IV2 or higher"
      : 'Cannot enable ZooKeeper migration when multiple log directories (aka JBOD) are in use.'),
  };
}
