import { listenerSettings } from '../../model/listenerSettings';
import { parseValue } from '../../model/values';
import { brokerRule } from '../rule';
import { doesNotStart, quote } from './words';

/** AbstractConfig.valuesWithPrefixOverride, when a listener is built: KafkaConfig itself does not look at listener.name.* values. */
export const listenerSettingValue = brokerRule({
  id: 'broker/listener-setting-value',
  severity: 'error',
  cites: ['https://cwiki.apache.org/confluence/display/KAFKA/KIP-103%3A+Separation+of+Internal+and+External+traffic'],
  title: 'A setting of one listener has a value that Kafka does not take',
  why: 'Values behind listener.name. are read when the listener is built, a moment after the rest of the file was taken. They have the type and the bounds of the setting that they stand for.',

  *check({ broker }) {
    for (const { part, fact, key, listener } of listenerSettings(broker)) {
      const { problem } = parseValue(key, part, fact, broker.version);
      // The type of compressed offsets is looked at for the broker alone.
      if (!problem || problem.kind === 'codec') continue;
      yield {
        span: problem.part.text === '' ? problem.part.entry.span : problem.part.span,
        text: `${problem.part.text === '' ? `"${key}" has no value or an empty element` : `${quote(problem.part.text)} is no value of ${fact.name}`}. The listener ${listener} cannot be built. ${doesNotStart(broker)}`,
        help: `Write a value that ${fact.name} takes.`,
        program: `Kafka: ${problem.kafka}`,
      };
    }
  },
});
