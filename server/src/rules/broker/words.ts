/** Sentences that many rules about broker files share: what does not start, and how Kafka heads its own words. */
import type { BrokerModel } from '../../model/broker';

/** What does not happen when Kafka refuses the file. */
export function doesNotStart({ roles }: BrokerModel): string {
  return roles.controller && !roles.broker ? 'This controller does not start.' : 'The broker does not start.';
}

/** Kafka's `require` of Scala heads its text; Utils.require of Java and exceptions do not. */
export const requirementFailed = (words: string): string => `Kafka: requirement failed: ${words}`;

/** A value as a message shows it: in quotes, on one line, not longer than a line. */
export function quote(text: string): string {
  const line = text.replace(/[\r\n\t\f]+/g, ' ');
  return `"${line.length > 90 ? `${line.slice(0, 87)}...` : line}"`;
}

/** The comma of Chinese and Japanese keyboards; Kafka and ZooKeeper divide lists at the other one only. */
export const WIDE_COMMA = '\uFF0C';

/** `a`, `a or b`, `a, b or c`. */
export function anyOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}

/** `1 broker`, `2 brokers`. */
export function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
