/**
 * How many brokers a cluster has, as far as one file shows, and by what: advice for three brokers helps nobody on a laptop.
 * A file of one node cannot prove much, so each answer carries the words that say why it is believed.
 */
import type { BrokerModel } from './broker';
import { isLoopback } from './addresses';
import type { ValuePart } from './valuePart';

export interface ClusterSize {
  /** `one`: surely a single broker. `several`: surely more than one. `unknown`: the file does not tell. */
  readonly size: 'one' | 'several' | 'unknown';
  /** At least this many brokers or controllers, when the file shows several. */
  readonly least: number;
  /** The words that say why, such as `controller.quorum.voters names 3 nodes`; empty when unknown. */
  readonly because: string;
  readonly part: ValuePart | undefined;
}

/** Addresses of other nodes tell most; then a node that is its own whole cluster; a replication factor tells what somebody meant. */
export function clusterSizeOf(broker: BrokerModel): ClusterSize {
  return severalByAddress(broker) ?? oneBy(broker) ?? severalByFactor(broker) ?? { size: 'unknown', least: 1, because: '', part: undefined };
}

function severalByAddress(broker: BrokerModel): ClusterSize | undefined {
  for (const list of [broker.voters, broker.bootstrapServers]) {
    const count = new Set(list.addresses.map(({ whole, id }) => id ?? whole.text)).size;
    if (count > 1 && list.part) return { size: 'several', least: count, because: `${list.key} names ${count} nodes`, part: list.part };
  }
  const connect = broker.settings.part('zookeeper.connect');
  const hosts = connect?.items.length ?? 0;
  if (broker.roles.mode !== 'zookeeper' || hosts < 2 || !connect) return undefined;
  return { size: 'several', least: hosts, because: `zookeeper.connect names ${hosts} servers`, part: connect };
}

function severalByFactor(broker: BrokerModel): ClusterSize | undefined {
  for (const key of ['default.replication.factor', 'offsets.topic.replication.factor', 'transaction.state.log.replication.factor']) {
    const { value, part } = broker.settings.number(key);
    if (part && typeof value === 'number' && value > 1) return { size: 'several', least: value, because: `${key} is ${value}`, part };
  }
  return undefined;
}

/** A combined node that is its own only voter, or whose only address is the machine itself, is a cluster of one. */
function oneBy(broker: BrokerModel): ClusterSize | undefined {
  const { roles, voters, bootstrapServers } = broker;
  if (!roles.broker) return undefined;
  if (roles.controller) {
    const list = voters.part ? voters : bootstrapServers;
    const [only] = list.addresses;
    if (list.complete && list.addresses.length === 1 && list.broken.length === 0 && only && list.part) {
      return { size: 'one', least: 1, because: `process.roles has both roles and ${list.key} names this node alone`, part: list.part };
    }
  }
  const connect = broker.settings.part('zookeeper.connect');
  const { endpoints, complete } = broker.clientEndpoints;
  if (roles.mode === 'zookeeper' && connect && /^(?:localhost|127\.0\.0\.1)(?::[0-9]+)?(?:\/.*)?$/.test(connect.text)
    && complete && endpoints.length > 0 && endpoints.every(({ host }) => host !== undefined && (host === '' || isLoopback(host)))) {
    return { size: 'one', least: 1, because: 'zookeeper.connect and the listeners name this machine alone', part: connect };
  }
  return undefined;
}
