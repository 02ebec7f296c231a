import { brokerRule } from '../rule';
import { doesNotStart } from './words';

/** KafkaConfig.validateValues from 3.0: the voters; from 3.9 the bootstrap servers do as well. A ZooKeeper broker that migrates (3.4-3.9) needs them too. */
export const quorumMissing = brokerRule({
  id: 'broker/quorum-missing',
  severity: 'error',
  versions: '>=3.0',
  cites: ['kafka:controller.quorum.voters', 'kafka:controller.quorum.bootstrap.servers'],
  title: 'A node of a KRaft cluster does not know its controllers',
  why: 'Every broker and every controller finds the metadata quorum through controller.quorum.bootstrap.servers or controller.quorum.voters.',

  *check({ broker }) {
    const { roles, voters, bootstrapServers, settings } = broker;
    const isMigrating = roles.mode === 'zookeeper' && broker.in('3.4-3.9') && settings.flag('zookeeper.metadata.migration.enable').value === true;
    if (roles.mode !== 'kraft' && !isMigrating) return;
    const takesServers = broker.in('>=3.9');
    if (!voters.empty || !voters.complete || (takesServers && (!bootstrapServers.empty || !bootstrapServers.complete))) return;
    const servers = settings.part('controller.quorum.bootstrap.servers');
    const isTooEarly = !takesServers && servers !== undefined && servers.text !== '';
    const place = (isTooEarly ? servers.entry : voters.part?.entry) ?? (isMigrating ? settings.entry('zookeeper.metadata.migration.enable') : roles.part?.entry);
    yield {
      span: place ? (isTooEarly ? place.keySpan : place.span) : { start: 0, end: 0 },
      text: isTooEarly
        ? `controller.quorum.bootstrap.servers is read from Kafka 3.9, and controller.quorum.voters is missing. ${doesNotStart(broker)}`
        : `Neither controller.quorum.voters nor controller.quorum.bootstrap.servers names the controllers. ${doesNotStart(broker)}`,
      help: takesServers ? 'Write controller.quorum.bootstrap.servers=host1:9093,host2:9093,host3:9093.' : 'Write controller.quorum.voters=1@host1:9093,2@host2:9093,3@host3:9093.',
      program: `Kafka: ${words(isMigrating, broker.in('>=3.8'))}`,
    };
  },
});

function words(isMigrating: boolean, namesServers: boolean): string {
  const start = isMigrating ? 'If using zookeeper.metadata.migration.enable' : 'If using process.roles';
  if (namesServers) return `${start}, either controller.quorum.bootstrap.servers must contain the set of bootstrap controllers or controller.quorum.voters must contain a parseable set of controllers.`;
  return `${start}, controller.quorum.voters must contain a parseable set of voters.`;
}
