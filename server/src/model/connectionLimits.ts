/** max.connections.per.ip.overrides: `host:count` between commas, the last colon divides (Csv.parseCsvMap). */
import { javaInteger } from './numbers';
import type { ValuePart } from './valuePart';

export interface ConnectionLimit {
  readonly whole: ValuePart;
  readonly host: ValuePart;
  readonly count: ValuePart;
  /** What Kafka refuses about it. */
  readonly problem: 'form' | 'count' | 'host' | undefined;
}

/** SocketServer's pattern of hosts. */
const HOST = /^[0-9a-zA-Z\-%._:]*$/;

export function connectionLimits(part: ValuePart | undefined): readonly ConnectionLimit[] {
  const items = [...(part?.items ?? [])];
  // String.split of Java drops empty elements at the end, and only there.
  while (items.at(-1)?.text === '') items.pop();
  return items.map((whole): ConnectionLimit => {
    const colon = whole.shape.lastIndexOf(':');
    if (colon < 0) return { whole, host: whole, count: whole, problem: whole.templated ? undefined : 'form' };
    const host = whole.slice(0, colon).trim();
    const count = whole.slice(colon + 1).trim();
    const isCountWrong = !count.templated && javaInteger(count.text, 'int') === null;
    return { whole, host, count, problem: isCountWrong ? 'count' : !host.templated && !HOST.test(host.text) ? 'host' : undefined };
  });
}
