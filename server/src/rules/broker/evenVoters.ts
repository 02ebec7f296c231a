import { brokerRule } from '../rule';

export const evenVoters = brokerRule({
  id: 'broker/even-voters',
  severity: 'warning',
  cites: ['guide:Z1', 'kafka:controller.quorum.voters'],
  title: 'The number of controllers is even',
  why: 'A quorum works by majority: 4 controllers survive the loss of one, as 3 do, and 2 survive none.',

  *check({ broker }) {
    const { voters, roles } = broker;
    const count = new Set(voters.addresses.map(({ id, whole }) => id ?? whole.text)).size;
    if (!voters.part || !voters.complete || voters.broken.length > 0 || count === 0 || count % 2 === 1 || roles.mode === 'zookeeper') return;
    yield {
      span: voters.part.span,
      text: count === 2 ? '2 controllers survive no loss, as a single one does, and both have to agree to everything.' : `${count} controllers survive the loss of ${count / 2 - 1}, as ${count - 1} do, and one more has to agree to everything.`,
      help: `Use ${count === 2 ? '3' : `${count - 1} or ${count + 1}`} controllers.`,
    };
  },
});
