import { isKnownKey, meantBrokerKey } from '../../knowledge/meantKey';
import { isOfTieredStorage, namesPlugin } from '../../model/classValues';
import { placeholders } from '../../model/template';
import { brokerRule } from '../rule';

/** Keys that other rules speak of, and those of products built on Kafka. */
const SPOKEN_OF = /^(?:-|KAFKA_|log4j|(?:confluent|strimzi|automq|autobalancer|elasticstream|inkless|redpanda|aiven|cruise\.control|ranger|oauth|client\.quota\.callback|s3)\.)/;

/** AbstractConfig.logUnused names such keys in server.log and goes on. A plugin gets all settings, so a file that names one stays unjudged. */
export const unknownKey = brokerRule({
  id: 'file/unknown-key',
  severity: 'hint',
  cites: ['https://github.com/strimzi/strimzi-kafka-operator/issues/2007'],
  title: 'A key that neither Kafka nor a plugin reads',
  why: 'Kafka takes every key and hands it to its plugins. Where a file names no plugin, a key that Kafka does not know is read by nobody.',

  *check({ broker, document, kind }) {
    if (kind.template !== undefined || broker.template) return;
    const unknown = document.entries.filter(({ key }) => /^[\w.-]+$/.test(key) && !isKnownKey(key) && !isOfTieredStorage(broker, key) && !SPOKEN_OF.test(key) && placeholders(key).length === 0 && meantBrokerKey(key, broker.version) === undefined);
    if (unknown.length === 0 || namesPlugin(broker)) return;
    for (const { key, keySpan } of unknown) {
      yield {
        span: keySpan,
        tag: 'unnecessary',
        text: `"${key}" is not a key of Apache Kafka, and this file names no plugin that could read it.`,
        help: 'Remove the line, unless something outside of this file reads it.',
      };
    }
  },
});
