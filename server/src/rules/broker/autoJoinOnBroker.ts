import { brokerRule } from '../rule';
import { requirementFailed } from './words';

/** KafkaConfig.validateValues from 4.2 (KIP-853). */
export const autoJoinOnBroker = brokerRule({
  id: 'broker/auto-join-on-broker',
  severity: 'error',
  versions: '>=4.2',
  cites: ['kafka:controller.quorum.auto.join.enable'],
  title: 'A node without the controller role cannot join the quorum',
  why: 'The setting lets a new controller add itself to the voters. A node with the broker role alone never votes.',

  *check({ broker }) {
    const { value, part } = broker.settings.flag('controller.quorum.auto.join.enable');
    if (value !== true || !part || broker.roles.controller || broker.roles.mode !== 'kraft') return;
    yield {
      span: part.entry.span,
      text: '"controller.quorum.auto.join.enable" is true, and this node has no controller role. The broker does not start.',
      help: 'Remove the line, or add controller to process.roles.',
      program: requirementFailed("controller.quorum.auto.join.enable is only supported when process.roles contains the 'controller' role."),
      fixes: [{ kind: 'choice', title: 'Remove this setting', edits: [{ span: part.entry.lineSpan, newText: '' }] }],
    };
  },
});
