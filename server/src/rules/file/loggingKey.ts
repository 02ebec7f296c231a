import { propertiesRule } from '../rule';

/** Keys of log4j 1, and system properties of log4j 2; Kafka hands server.properties to no logging library. */
const LOGGING_KEY = /^log4j2?\./;

export const loggingKey = propertiesRule({
  id: 'file/logging-key',
  severity: 'warning',
  cites: ['https://github.com/apache/kafka/blob/3.9/config/log4j.properties'],
  title: 'A logging setting stands in a broker file',
  why: 'The logging library has a file of its own, named by KAFKA_LOG4J_OPTS. Kafka takes the line for a key of a plugin, and the level stays as it was.',

  *check({ kind, document }) {
    if (kind.name !== 'broker') return;
    for (const entry of document.entries) {
      if (!LOGGING_KEY.test(entry.key)) continue;
      yield {
        span: entry.keySpan,
        text: `"${entry.key}" is a setting of the logging file. In this file nothing reads it.`,
        help: 'Move the line to log4j.properties, or from Kafka 4 on write the logger into log4j2.yaml.',
      };
    }
  },
});
