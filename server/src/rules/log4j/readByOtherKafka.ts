import { versionText } from '../../knowledge/version';
import { loggingRule } from '../rule';

/** KIP-653. With log4j-1.2-api on the class path `-Dlog4j.configuration` still works on 4.x (tried on 4.1.1); named by log4j2.configurationFile the file is read as log4j 2 and gives no log. */
export const readByOtherKafka = loggingRule({
  id: 'log4j/read-by-other-kafka',
  severity: 'warning',
  cites: ['https://kafka.apache.org/40/getting-started/upgrade/', 'https://github.com/apache/kafka/pull/18290'],
  title: 'A logging file of the other log4j',
  why: 'Kafka up to 3.9 reads log4j 1 files, Kafka 4 reads log4j 2 files. Kafka 4 reads an old file through a deprecated bridge only, and only when the start script notices it; Kafka 3 reads no log4j 2 file at all.',

  *check(file) {
    const { version, versionKnown } = file.context;
    if (!versionKnown) return;
    const isFour = version.value.major >= 4;
    if (isFour === (file.logging.library === 'log4j2')) return;
    const { root } = file.logging;
    const first = [root, ...file.logging.loggers].filter((logger) => logger.configured).sort((a, b) => a.nameSpan.start - b.nameSpan.start)[0];
    yield {
      span: first?.nameSpan ?? { start: 0, end: Math.min(1, file.text.length) },
      text: isFour ? `Kafka ${versionText(version.value)} reads log4j2.yaml. It reads this file through a deprecated bridge, when the start script notices it.` : `Kafka ${versionText(version.value)} reads log4j.properties. It does not read this file.`,
      help: isFour ? 'Convert it: Kafka: Convert to log4j2.yaml. Custom appenders do not survive the bridge.' : 'Write a log4j.properties for Kafka 3.9 and older.',
    };
  },
});
