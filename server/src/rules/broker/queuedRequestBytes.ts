import { comparison } from '../../model/comparison';
import { brokerRule } from '../rule';
import { doesNotStart, requirementFailed } from './words';

/** KafkaConfig.validateValues, all versions: 0 and less mean no limit. */
export const queuedRequestBytes = brokerRule({
  id: 'broker/queued-request-bytes',
  severity: 'error',
  cites: ['kafka:queued.max.request.bytes', 'kafka:socket.request.max.bytes'],
  title: 'The queue of requests is smaller than one request',
  why: 'queued.max.request.bytes limits the memory of all waiting requests. One request may take socket.request.max.bytes, and would never fit.',

  *check({ broker }) {
    const found = comparison(broker.settings, 'queued.max.request.bytes', 'socket.request.max.bytes');
    if (!found || found.leftValue <= 0 || found.leftValue >= found.rightValue) return;
    yield {
      span: found.place.span,
      text: `"${found.leftValue}" is less than socket.request.max.bytes, ${found.rightValue}${found.right.part ? '' : ' by default'}. ${doesNotStart(broker)}`,
      help: `Write ${found.rightValue} or more, or -1 for no limit.`,
      program: requirementFailed('queued.max.request.bytes must be larger or equal to socket.request.max.bytes'),
      related: found.right.part ? [{ span: found.right.part.span, text: 'socket.request.max.bytes' }] : [],
    };
  },
});
