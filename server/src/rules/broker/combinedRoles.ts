import { brokerRule } from '../rule';
import { adviceFor } from './advice';

export const combinedRoles = brokerRule({
  id: 'broker/combined-roles',
  severity: 'warning',
  cites: ['kafka:process.roles', 'https://kafka.apache.org/documentation/#kraft_role'],
  title: 'One process is broker and controller',
  why: 'A broker under load slows down the controller in the same process, neither can be restarted or sized alone. Kafka advises against it where it matters.',

  *check(file) {
    const { roles, clusterSize } = file.broker;
    const advice = adviceFor(file);
    if (!roles.broker || !roles.controller || !roles.part || !advice) return;
    const isProduction = file.context.profile.value === 'production';
    if (!isProduction && clusterSize.size !== 'several') return;
    yield {
      span: roles.part.span,
      severity: isProduction ? 'warning' : 'info',
      text: `"${roles.part.text}" puts broker and controller into one process: load on the one slows down the other${isProduction ? '' : advice.reason}.`,
      help: 'Give the controllers processes of their own; 3 are enough.',
    };
  },
});
