import { comparison } from '../../model/comparison';
import { brokerRule } from '../rule';

export const messageAboveRequest = brokerRule({
  id: 'broker/message-above-request',
  severity: 'warning',
  cites: ['kafka:message.max.bytes', 'kafka:socket.request.max.bytes'],
  title: 'A batch may be larger than the largest request',
  why: 'The broker closes the connection on a request above socket.request.max.bytes before it looks at its batches.',

  *check({ broker }) {
    const found = comparison(broker.settings, 'message.max.bytes', 'socket.request.max.bytes');
    if (!found || found.leftValue <= found.rightValue) return;
    yield {
      span: found.place.span,
      text: `"${found.place.text}": batches up to ${found.leftValue} bytes are allowed, and requests above ${found.rightValue} bytes are cut off.`,
      help: `Write socket.request.max.bytes of more than ${found.leftValue}, or a smaller message.max.bytes.`,
      related: found.left.part && found.right.part ? [{ span: found.right.part.span, text: 'the largest request' }] : [],
    };
  },
});
