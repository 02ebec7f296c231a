import { liesIn, type Identity } from '../../model/beside';
import type { BrokerModel } from '../../model/broker';
import type { LogDirectory } from '../../model/logDirectories';
import type { Finding } from '../finding';
import { brokerRule } from '../rule';
import { doesNotStart, quote } from './words';

/**
 * BrokerMetadataCheckpoint and KafkaServer up to 3.6, MetaPropertiesEnsemble.verify from 3.7 (tried on 3.7.2 to 4.4.0). A meta.properties near the file is
 * taken for that of a log directory whose last folder has the same name; where the path does not lead there, it may be another one: a warning.
 */
export const dataOfAnotherNode = brokerRule({
  id: 'broker/data-of-another-node',
  severity: 'error',
  cites: ['kafka:log.dirs', 'https://github.com/bitnami/bitnami-docker-kafka/issues/205', 'https://github.com/Yolean/kubernetes-kafka/issues/212'],
  title: 'A log directory was formatted for another node or another cluster',
  why: 'The meta.properties of a log directory keeps the id of its node and of its cluster. A broker that finds other ids there takes the disk for a wrong one and does not start.',

  *check(file) {
    const { broker, path } = file;
    const stored = broker.logDirectories.directories.flatMap((directory) => (file.context.beside?.identities ?? []).flatMap((identity): readonly Stored[] => {
      const lies = liesIn(identity, directory, path);
      return lies === 'no' ? [] : [{ identity, directory, severity: lies === 'surely' ? 'error' : 'warning' }];
    }));
    const { value: id, part } = broker.nodeId;
    const other = stored.find(({ identity: { nodeId } }) => nodeId !== undefined && typeof id === 'number' && nodeId !== id);
    if (part && other) yield { span: part.span, severity: other.severity, ...ofAnotherNode(broker, part.text, other) };
    const [first] = stored;
    const strange = stored.find(({ identity: { clusterId } }) => clusterId !== undefined && clusterId !== first?.identity.clusterId);
    if (first?.identity.clusterId !== undefined && strange?.directory.part) yield { span: strange.directory.part.span, severity: strange.severity, ...ofAnotherCluster(broker, first.identity.clusterId, strange) };
  },
});

interface Stored {
  readonly identity: Identity;
  readonly directory: LogDirectory;
  readonly severity: 'error' | 'warning';
}

type Words = Pick<Finding, 'text' | 'help' | 'program'>;

function ofAnotherNode(broker: BrokerModel, id: string, { identity: { name, nodeId }, directory }: Stored): Words {
  const was = String(nodeId ?? '');
  return {
    text: `${quote(id)} is not the node that ${name} was made for: that is ${was}. ${doesNotStart(broker)}`,
    help: `Write ${was}, or mount the directory of node ${id}.`,
    program: broker.in('>=3.7')
      ? `Kafka: Stored node id ${was} doesn't match previous node id ${id} in ${directory.path}/meta.properties. If you moved your data, make sure your configured node id matches. If you intend to create a new node, you should remove all data in your data directories.`
      : broker.roles.mode === 'kraft'
        ? `Kafka: Configured node.id \`${id}\` doesn't match stored node.id \`${was}' in meta.properties.`
        : `Kafka: Configured broker.id ${id} doesn't match stored broker.id Some(${was}) in meta.properties.`,
  };
}

function ofAnotherCluster(broker: BrokerModel, expected: string, { identity: { name, clusterId = '' }, directory }: Stored): Words {
  return {
    text: `${quote(directory.path)} holds data of another cluster: ${name} says ${clusterId}, the first directory ${expected}. ${doesNotStart(broker)}`,
    help: 'Mount the directories of one cluster, or empty the strange one and format it.',
    program: broker.in('>=3.7')
      ? `Kafka: Invalid cluster.id in: ${directory.path}/meta.properties. Expected ${expected}, but read ${clusterId}`
      : 'Kafka: BrokerMetadata is not consistent across log.dirs.',
  };
}
