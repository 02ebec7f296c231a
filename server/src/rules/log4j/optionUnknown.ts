import { log4j1Class } from '../../knowledge/logging/log4j1Classes';
import { log4j2Plugin } from '../../knowledge/logging/log4j2Plugins';
import type { LoggingFile } from '../../model/file';
import type { LoggingProblem } from '../../model/logging';
import { nearest, sameWord } from '../../model/loggingText';
import { replace } from '../finding';
import { loggingRule } from '../rule';
import { isSizeLimit } from './sizeLimitIgnored';
import { quote, said } from './words';

/** Options by reflection on reload4j 1.2.25 and log4j-core 2.25.5. */
export const optionUnknown = loggingRule({
  id: 'log4j/option-unknown',
  severity: 'error',
  cites: ['https://logging.apache.org/log4j/2.x/manual/appenders.html'],
  title: 'An option that the class or element does not have',
  why: 'The library complains on the console, ignores the line and goes on with its default.',

  *check(file) {
    for (const problem of file.logging.problems) {
      if (problem.code !== 'option-unknown' || isSizeLimit(problem.name, problem.owner)) continue;
      const written = file.text.slice(problem.span.start, problem.span.end);
      const known = optionsOf(file, problem);
      const meant = problem.name.toLowerCase() === 'additive' && known.includes('additivity') ? 'additivity' : nearest(written, known);
      const owner = problem.owner.slice(problem.owner.lastIndexOf('.') + 1);
      yield {
        span: problem.span,
        text: `${quote(written)} is not an option of ${owner}. The line is not read.`,
        help: meant === undefined ? known.length > 0 ? `${owner} has ${known.slice(0, 12).join(', ')}.` : `${owner} has no options.` : `Did you mean ${meant}?`,
        ...said(problem),
        ...(meant === undefined ? {} : { fixes: [replace('choice', `Change to ${meant}`, problem.span, meant)] }),
      };
    }
  },
});

function optionsOf(file: LoggingFile, { owner }: LoggingProblem): readonly string[] {
  if (file.logging.library === 'log4j1') {
    return Object.entries(log4j1Class(owner)?.options ?? {}).filter(([, type]) => type !== 'read-only' && type !== 'object').map(([name]) => name.slice(0, 1).toUpperCase() + name.slice(1)).filter((name) => !sameWord(name, 'name'));
  }
  const plugin = log4j2Plugin(owner);
  return plugin ? [...plugin.attributes.map((attribute) => attribute.name), ...plugin.elements.map((element) => element.name)] : [];
}
