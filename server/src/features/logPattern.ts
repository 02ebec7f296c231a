/** The layout in which a log is written, read from the logging file of its broker: the log viewer reads lines of other layouts than Kafka's own with it. */
import type { KafkaFile } from '../model/file';
import type { Appender } from '../model/logging';

/** What rotation puts behind a name: `.1`, `.2026-11-25-03`, `-20261125.gz`. */
const ROTATED = /^[.-]\d[\w.-]*$/;
/** kafka-server-start.sh sends the console there. */
const CONSOLE = /^(?:kafka|kafkaServer|zookeeper)\.out\b/;

/**
 * The conversion pattern with which a log of this name (without folders) is written; of two logging files the first that knows the log, of two appenders the last that is built.
 * Undefined where no file says so, where the layout is no pattern, and where the pattern has variables.
 */
export function patternOfLog(name: string, files: readonly KafkaFile[]): string | undefined {
  for (const file of files) {
    if (file.family !== 'logging') continue;
    const appender = file.logging.appenders.findLast((each) => each.live && writes(each, name));
    if (appender) return appender.pattern && !appender.pattern.text.includes('${') ? appender.pattern.text : undefined;
  }
  return undefined;
}

function writes({ kind, file }: Appender, name: string): boolean {
  if (CONSOLE.test(name)) return kind === 'console';
  const own = file?.text.split(/[\\/]/).at(-1) ?? '';
  return own !== '' && (name === own || name.startsWith(own) && ROTATED.test(name.slice(own.length)));
}
