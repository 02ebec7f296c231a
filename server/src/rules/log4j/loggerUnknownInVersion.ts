import { classPresence, classReleases, movedTo, packagePresence } from '../../knowledge/logging/loggerClasses';
import { minorText } from '../../knowledge/version';
import type { LoggingFile } from '../../model/file';
import type { Logger } from '../../model/logging';
import { replace } from '../finding';
import { loggingRule } from '../rule';
import { releaseOf } from './levelFixes';
import { quote } from './words';

/** Loggers that are no classes. */
const WORDS = /^(state\.change\.logger|kafka\.(request|authorizer)\.logger|kafka\.(producer|consumer))$/;

/** Classes of Kafka 2.8.2, 3.3.2, 3.6.2, 3.9.1, 4.1.1 and 4.4.0; a version between two of them counts as either. */
export const loggerUnknownInVersion = loggingRule({
  id: 'log4j/logger-unknown-in-version',
  severity: 'hint',
  cites: ['https://kafka.apache.org/41/getting-started/upgrade/'],
  title: 'A logger of a class that this Kafka version does not have',
  why: 'The line does nothing: no class of this name writes records. Many classes changed their package in Kafka 4.',

  *check(file) {
    const version = releaseOf(file);
    for (const logger of file.logging.loggers) {
      if (!/^(kafka|org\.apache\.(kafka|zookeeper))(\.|$)/.test(logger.name) || WORDS.test(logger.name) || logger.name === 'kafka.log.LogCleaner') continue;
      if (!isGone(file, logger)) continue;
      const releases = classReleases(logger.name);
      const moved = movedTo(logger.name, version);
      yield {
        span: logger.nameSpan,
        tag: 'unnecessary',
        text: `${quote(logger.name)} is no logger of Kafka ${minorText(version)}${releases ? `; it is one of Kafka ${releases.first === releases.last ? releases.first : `${releases.first} to ${releases.last}`}` : ''}. The line does nothing.`,
        help: moved === undefined ? 'Remove it.' : `The class is ${moved} now.`,
        ...(moved === undefined || logger.span.end <= logger.nameSpan.end ? {} : { fixes: [replace('choice', `Change to ${moved}`, logger.nameSpan, moved)] }),
      };
    }
  },
});

/** True for a class of Kafka that the version lacks, and for ZooKeeper's classes from 4.0 on. */
function isGone(file: LoggingFile, { name }: Logger): boolean {
  const version = releaseOf(file);
  if (/^(org\.apache\.zookeeper|kafka\.zookeeper|kafka\.zk|kafka\.controller)(\.|$)/.test(name)) return version.major >= 4;
  const own = classPresence(name, version);
  return own === 'absent' || (own === 'unknown' && packagePresence(name, version) === 'absent');
}
