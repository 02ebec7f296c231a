import { brokerRule } from '../rule';
import { doesNotStart } from './words';

/** QuorumConfig.parseVoterConnections from 3.8, when the node resolves the voters; before, 0.0.0.0 counted as an address that is not known yet. */
export const voterMetaAddress = brokerRule({
  id: 'broker/voter-meta-address',
  severity: 'error',
  versions: '>=3.8',
  cites: ['kafka:controller.quorum.voters'],
  title: 'A voter cannot be reached at 0.0.0.0',
  why: 'The other nodes connect to the address of a voter. 0.0.0.0 means every interface of the machine that reads it.',

  *check({ broker }) {
    if (broker.roles.mode !== 'kraft' && broker.roles.mode !== 'none') return;
    for (const { host, hostPart } of broker.voters.addresses) {
      if (host !== '0.0.0.0') continue;
      yield {
        span: hostPart.span,
        text: `"0.0.0.0" is not an address that other nodes can reach. ${doesNotStart(broker)}`,
        help: 'Write the name or address under which the other nodes reach this controller.',
        program: 'Kafka: Host string (0.0.0.0) is not routeable',
      };
    }
  },
});
