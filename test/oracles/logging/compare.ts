/** Where our model and the library say different things about a file. */
import type { LoggingModel, LoggingProblem } from '../../../server/src/model/logging';
import type { Judged, JudgedLogger } from './realLog4j';

/** Messages that say again what another one said, or that name class loaders. */
const ECHO = /^(The class "|\[.*\] whereas object of type|".*" was loaded by|Please initialize the log4j|See http)/;

/** A message of the library or of our model without the parts that only its own JVM can know. */
export function plainMessage(message: string): string {
  return message
    .replace(/\n[\s\S]*$/, '')
    .replace(/^((?:Could not create plugin|Unable to invoke factory method)\b.*? for element [^:]*):.*$/, '$1')
    .replace(/^(Error while converting string \[[\s\S]*?\] to type \[[^\]]*\]\.).*$/, '$1')
    .replace(/^Error parsing .*$/, 'Error parsing')
    .replace(/^\[.*?DatePatternConverter\] /, '')
    .trim();
}

export function libraryMessages(judged: Judged): readonly string[] {
  return [...new Set(judged.messages.filter((message) => !ECHO.test(message)).map(plainMessage))].sort();
}

export function ourMessages(model: LoggingModel): readonly string[] {
  return [...new Set(model.problems.flatMap((problem) => problem.words).map(plainMessage))].sort();
}

/** Differences of levels, additivity and appenders. */
export function stateDifferences(model: LoggingModel, judged: Judged): readonly string[] {
  const found: string[] = [];
  const own = (uses: LoggingModel['root']['uses']): string => [...new Set(uses.flatMap(({ appender }) => (appender?.live ? [appender.name] : [])))].sort().join(',');
  const check = (theirs: JudgedLogger, name: string): void => {
    const level = model.effective(name).level;
    if (level !== theirs.level) found.push(`level of "${name}": ${theirs.level ?? 'null'}, ours ${level ?? 'unknown'}`);
    const logger = name === '' ? model.root : model.logger(name);
    const appenders = [...theirs.appenders].sort().join(',');
    if (appenders !== own(logger?.uses ?? [])) found.push(`appenders of "${name}": ${appenders}, ours ${own(logger?.uses ?? [])}`);
    if (name !== '' && (logger?.additive ?? true) !== theirs.additive) found.push(`additivity of "${name}": ${String(theirs.additive)}`);
  };
  if (judged.root) check(judged.root, '');
  // `log4j.logger.=INFO` makes a logger without a name, which nobody can ask for.
  for (const logger of judged.loggers) if (logger.name !== '' || !judged.root) check(logger, logger.name);
  for (const logger of model.loggers) if (!judged.loggers.some(({ name }) => name === logger.name)) found.push(`"${logger.name}" is not a logger of the library`);
  return found;
}

/** Problems that the library has words for but that stand on a line without what they are about. */
export function misplaced(problems: readonly LoggingProblem[], text: string): readonly string[] {
  return problems.filter((problem) => {
    if (problem.words.length === 0) return false;
    const { start, end } = problem.span;
    if (start < 0 || end > text.length || start > end) return true;
    const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, (text.indexOf('\n', end) + text.length + 1) % (text.length + 1)).toLowerCase();
    const lastWord = problem.owner.slice(problem.owner.lastIndexOf('.') + 1);
    return ![problem.name, problem.owner, lastWord, problem.owner.split(': ')[0] ?? ''].some((word) => word !== '' && line.includes(word.toLowerCase())) && problem.name !== '';
  }).map((problem) => `${problem.code} at ${problem.span.start}: ${problem.name}`);
}
