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
    .replace(/^(Cannot access RandomAccessFile|Unable to create file|FileManager \(\)|RandomAccessFileManager \(\)).*$/, '$1')
    .replace(/^Error parsing .*$/, 'Error parsing')
    .replace(/^\[.*?DatePatternConverter\] /, '')
    .replace(/invalid attributes (.*)$/, (_, names: string) => `invalid attributes ${names.split(', ').sort().join(', ')}`)
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
    const { start, end } = problem.span;
    if (start < 0 || end > text.length || start > end) return true;
    // The whole file is to blame, a part is missing, or the text is no YAML: there is no word to look for.
    if (problem.words.length === 0 || problem.code === 'syntax' || problem.code === 'start-refused' || problem.code === 'loggers-missing' || (problem.code === 'root-missing' && end === 0)) return false;
    const stop = text.indexOf('\n', end);
    // A value over several lines is folded.
    const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, stop < 0 ? text.length : stop).toLowerCase().replace(/\s+/g, ' ');
    // What is missing in the item of a list is shown at the first word of the item.
    if ((problem.code === 'option-missing' || problem.code === 'property-without-name') && (/^ ?-(?: |$)/.test(line) || /-\s*$/.test(text.slice(0, start)))) return false;
    const words = [problem.name, problem.owner.slice(problem.owner.lastIndexOf('.') + 1), problem.owner.split(': ')[0] ?? '', problem.owner.split('.').slice(0, 2).join('.'), ...(problem.code === 'root-missing' ? ['loggers', 'logger'] : []), ...(problem.code === 'not-supported' ? ['async', 'logger'] : [])];
    // `ref:` without a value is the text null.
    // A pattern may come from a variable.
    return problem.name !== '' && problem.name !== 'null' && !(problem.code.startsWith('pattern') && line.includes('${')) && !words.some((word) => word !== '' && line.includes(word.toLowerCase().replace(/\s+/g, ' ')));
  }).map((problem) => `${problem.code} at ${problem.span.start}: ${problem.name}`);
}
