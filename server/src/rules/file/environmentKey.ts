import { propertiesRule } from '../rule';

/** Variables that start scripts read; the others are the convention of Docker images: KAFKA_LOG_DIRS becomes log.dirs. */
const SCRIPT_VARIABLE = /^KAFKA_(?:HEAP_OPTS|OPTS|JMX_OPTS|JMX_PORT|JVM_PERFORMANCE_OPTS|LOG4J_OPTS|LOG4J_CMD_OPTS|GC_LOG_OPTS|GC_OPTS|DEBUG|DEBUG_FLAG|HOME|JAVA_HOME|MODE|USER|GROUP|CFG_.*)$/;

/** What the scripts of the images make of a variable: `___` is a hyphen, `__` an underscore, `_` a dot (apache/kafka docker/README, confluentinc/kafka-images). */
function settingKey(variable: string): string {
  return variable.replace(/^KAFKA_/, '').toLowerCase().replaceAll('___', '-').replaceAll('__', '\0').replaceAll('_', '.').replaceAll('\0', '_');
}

export const environmentKey = propertiesRule({
  id: 'file/environment-key',
  severity: 'warning',
  cites: ['https://github.com/apache/kafka/blob/trunk/docker/README.md'],
  title: 'A name of the environment stands where a key is read',
  why: 'The start scripts of Docker images turn variables such as KAFKA_LOG_DIRS into settings. In a properties file nobody does: Kafka keeps the default of the setting that was meant.',

  *check({ kind, document }) {
    if (kind.name !== 'broker') return;
    for (const entry of document.entries) {
      if (!/^KAFKA_[A-Z0-9_]+$/.test(entry.key)) continue;
      if (SCRIPT_VARIABLE.test(entry.key)) {
        yield {
          span: entry.keySpan,
          text: `"${entry.key}" is a variable of the start script. In this file nothing reads it.`,
          help: 'Move the line to the environment file of the service.',
        };
        continue;
      }
      const key = settingKey(entry.key);
      const present = document.get(key) !== undefined;
      yield {
        span: entry.keySpan,
        text: `"${entry.key}" is a variable of Docker images. Kafka does not read it here.`,
        help: present ? `${key} is set in this file too: remove this line.` : `Write ${key} in this file.`,
        ...(present ? {} : { fixes: [{ kind: 'choice', title: `Change to ${key}`, edits: [{ span: entry.keySpan, newText: key }] }] }),
      };
    }
  },
});
