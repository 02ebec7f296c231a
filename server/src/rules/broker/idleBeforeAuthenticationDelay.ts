import { comparison } from '../../model/comparison';
import { brokerRule } from '../rule';
import { doesNotStart, requirementFailed } from './words';

/** KafkaConfig.validateValues, all versions, while connections.max.idle.ms is not negative. */
export const idleBeforeAuthenticationDelay = brokerRule({
  id: 'broker/idle-before-authentication-delay',
  severity: 'error',
  cites: ['kafka:connections.max.idle.ms', 'kafka:connection.failed.authentication.delay.ms'],
  title: 'An idle connection is closed before the answer to a failed login',
  why: 'The broker delays the answer to a failed login, and closes connections that are idle. The delay has to be shorter.',

  *check({ broker }) {
    const found = comparison(broker.settings, 'connections.max.idle.ms', 'connection.failed.authentication.delay.ms');
    if (!found || found.leftValue < 0 || found.rightValue < found.leftValue) return;
    yield {
      span: found.place.span,
      text: found.left.part ? `"${found.leftValue}" ms is not longer than connection.failed.authentication.delay.ms, ${found.rightValue} ms${found.right.part ? '' : ' by default'}. ${doesNotStart(broker)}` : `"${found.rightValue}" ms is not shorter than connections.max.idle.ms, ${found.leftValue} ms by default. ${doesNotStart(broker)}`,
      help: found.left.part ? 'Write a longer time, or -1 to never close idle connections.' : 'Write a shorter time; the default is 100.',
      program: requirementFailed(`connection.failed.authentication.delay.ms=${found.rightValue} should always be less than connections.max.idle.ms=${found.leftValue} to prevent failed authentication responses from timing out`),
      related: found.left.part && found.right.part ? [{ span: found.right.part.span, text: 'the delay' }] : [],
    };
  },
});
