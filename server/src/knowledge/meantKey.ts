/** What an unknown key was meant to be, remembered: the same names are asked about on every keystroke, and comparing one with all keys takes a while. */
import { brokerKey, dynamicOnlyKey, nearestBrokerKey, prefixFamily, topicKey } from './catalogue';
import { minorText, type KafkaVersion } from './version';

const answers = new Map<string, string | undefined>();
const MOST_ANSWERS = 10_000;

/** True for a key that some version of Kafka knows, of brokers or topics, or that belongs to a family of keys with free ends. */
export function isKnownKey(key: string): boolean {
  return brokerKey(key) !== undefined || topicKey(key) !== undefined || dynamicOnlyKey(key) !== undefined || prefixFamily(key) !== undefined;
}

/** The broker key that is one or two slips away; undefined when there is none or two are equally near. */
export function meantBrokerKey(key: string, version: KafkaVersion): string | undefined {
  const question = `${minorText(version)} ${key}`;
  if (answers.has(question)) return answers.get(question);
  if (answers.size >= MOST_ANSWERS) answers.clear();
  const answer = nearestBrokerKey(key, version);
  answers.set(question, answer);
  return answer;
}
