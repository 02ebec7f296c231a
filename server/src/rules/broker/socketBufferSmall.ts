import { brokerRule } from '../rule';

const LEAST = 65536;

export const socketBufferSmall = brokerRule({
  id: 'broker/socket-buffer-small',
  severity: 'info',
  cites: ['kafka:socket.receive.buffer.bytes', 'kafka:socket.send.buffer.bytes'],
  title: 'Socket buffers are so small that the network waits',
  why: 'A sender waits when the buffer of the receiver is full. Over a network with some delay, small buffers limit every connection to a fraction of the line.',

  *check({ broker }) {
    for (const key of ['socket.receive.buffer.bytes', 'socket.send.buffer.bytes', 'replica.socket.receive.buffer.bytes']) {
      const { value, part } = broker.settings.number(key);
      if (!part || typeof value !== 'number' || value < 0 || value >= LEAST) continue;
      yield { span: part.span, text: `"${value}" bytes are little for a buffer: the sender waits most of the time.`, help: 'Remove the line, or write -1 to leave it to the system.' };
    }
  },
});
