import { brokerRule } from '../rule';
import { requirementFailed } from './words';

/** KafkaConfig.validateValues from 3.0, for a node with the broker role alone. */
export const nodeIdIsAVoter = brokerRule({
  id: 'broker/node-id-is-a-voter',
  severity: 'error',
  versions: '>=3.0',
  cites: ['kafka:controller.quorum.voters', 'https://github.com/bitnami/containers/issues/52211'],
  title: 'A node with the broker role alone has the id of a controller',
  why: 'Brokers and controllers share one space of ids. The id of a voter belongs to a controller.',

  *check({ broker }) {
    const { roles, nodeId, voters } = broker;
    if (!roles.broker || roles.controller || roles.mode !== 'kraft' || voters.broken.length > 0) return;
    const voter = voters.addresses.find(({ id }) => id !== undefined && id === nodeId.value);
    if (!voter) return;
    const ids = [...new Set(voters.addresses.map(({ id, idPart }) => id ?? idPart?.text ?? ''))];
    const place = nodeId.part ?? roles.part;
    yield {
      span: place?.span ?? { start: 0, end: 0 },
      text: `"${voter.id ?? ''}" is the id of a controller in controller.quorum.voters. The broker does not start.`,
      help: 'Give this broker an id that no controller has, or add controller to process.roles.',
      program: requirementFailed(`If process.roles contains just the 'broker' role, the node id ${voter.id ?? ''} must not be included in the set of voters controller.quorum.voters=Set(${ids.join(', ')})`),
      related: [{ span: voter.whole.span, text: 'the controller with this id' }],
    };
  },
});
