import { comparison } from '../../model/comparison';
import { brokerRule } from '../rule';

/** Logged as ERROR from 4.2, and the start goes on; the lease is the same in all KRaft versions. */
export const heartbeatAboveHalfSession = brokerRule({
  id: 'broker/heartbeat-above-half-session',
  severity: 'warning',
  cites: ['kafka:broker.heartbeat.interval.ms', 'kafka:broker.session.timeout.ms'],
  title: 'One lost heartbeat ends the session of a broker',
  why: 'The controller fences a broker that it does not hear of for broker.session.timeout.ms. Less than two heartbeats in that time, and a single late one takes all leaders away.',

  *check({ broker }) {
    if (broker.roles.mode !== 'kraft') return;
    const found = comparison(broker.settings, 'broker.heartbeat.interval.ms', 'broker.session.timeout.ms');
    if (!found || found.leftValue * 2 <= found.rightValue) return;
    yield {
      span: found.place.span,
      text: `"${found.place.text}" ms: the session of ${found.rightValue} ms holds less than two heartbeats of ${found.leftValue} ms.`,
      help: found.left.part ? `Write ${Math.floor(found.rightValue / 2)} or less.` : `Write ${found.leftValue * 2} or more.`,
      ...(broker.in('>=4.2') ? { program: `Kafka: broker.heartbeat.interval.ms (${found.leftValue} ms) must be less than or equal to half of the broker.session.timeout.ms (${found.rightValue} ms).` } : {}),
      related: found.left.part && found.right.part ? [{ span: found.right.part.span, text: 'the session' }] : [],
    };
  },
});
