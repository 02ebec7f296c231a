import type { BrokerModel } from '../../model/broker';
import { replace } from '../finding';
import { brokerRule } from '../rule';
import { requirementFailed } from './words';

/** KafkaConfig.validateValues from 3.0, for the controller role with static voters. */
export const nodeIdNotAVoter = brokerRule({
  id: 'broker/node-id-not-a-voter',
  severity: 'error',
  versions: '>=3.0',
  cites: ['kafka:controller.quorum.voters', 'https://github.com/apache/kafka/pull/11179'],
  title: 'A controller is not among the voters',
  why: 'controller.quorum.voters lists all controllers of the cluster by their ids. A controller that is not in the list has no place in the quorum.',

  *check({ broker }) {
    const ids = voterIds(broker);
    const { roles, nodeId } = broker;
    if (!roles.controller || !ids || typeof nodeId.value !== 'number' || nodeId.value < 0 || ids.includes(nodeId.value)) return;
    const place = nodeId.part ?? roles.part;
    const { part } = broker.voters;
    yield {
      span: place?.span ?? { start: 0, end: 0 },
      text: `"${nodeId.value}" is not among the voters ${ids.join(', ')}. This controller does not start.`,
      help: `Write one of these ids, or add ${nodeId.value}@host:9093 to controller.quorum.voters on every controller.`,
      program: requirementFailed(`If process.roles contains the 'controller' role, the node id ${nodeId.value} must be included in the set of voters controller.quorum.voters=Set(${ids.join(', ')})`),
      related: part ? [{ span: part.span, text: 'the voters' }] : [],
      ...(nodeId.part && ids.length === 1 ? { fixes: [replace('choice', `Change to ${ids.join('')}`, nodeId.part.span, ids.join(''))] } : {}),
    };
  },
});

/** The ids of all voters; undefined when there is none, one is broken, or a template may add one. */
export function voterIds({ voters }: BrokerModel): readonly number[] | undefined {
  if (voters.empty || !voters.complete || voters.broken.length > 0) return undefined;
  const ids = voters.addresses.map(({ id }) => id).filter((id) => id !== undefined);
  return ids.length === voters.addresses.length ? [...new Set(ids)] : undefined;
}
