import { childrenOf, log4j2Plugin, log4j2Plugins } from '../../knowledge/logging/log4j2Plugins';
import { nearest } from '../../model/loggingText';
import { replace } from '../finding';
import { loggingRule } from '../rule';
import { quote, said } from '../log4j/words';

/** PluginElementVisitor fails with a NullPointerException on an element without a plugin, and the element around it becomes nothing. */
export const elementUnknown = loggingRule({
  id: 'log4j2/element-unknown',
  severity: 'error',
  cites: ['https://logging.apache.org/log4j/2.x/manual/configuration.html'],
  title: 'An element that log4j 2 does not know, or not here',
  why: 'One unknown element in Appenders costs all appenders: the broker writes no log at all. One in an appender costs that appender.',

  *check({ logging }) {
    for (const problem of logging.problems) {
      if (problem.code !== 'element-unknown' && problem.code !== 'element-not-taken') continue;
      const parent = log4j2Plugin(problem.owner);
      const known = parent ? childrenOf(parent).map((plugin) => plugin.name) : ['Properties', 'Appenders', 'Loggers', 'Scripts', 'CustomLevels', 'Filters'];
      const meant = nearest(problem.name, known) ?? nearest(problem.name, log4j2Plugins.map((plugin) => plugin.name));
      const lost = problem.words.some((word) => /^(Unable to invoke|Could not create)/.test(word)) ? ` ${problem.owner} is dropped with all that is in it.` : ' It is left out.';
      yield {
        span: problem.span,
        text: problem.code === 'element-unknown' ? `${quote(problem.name)} is not an element of log4j 2.${lost}` : `${quote(problem.name)} has no place in ${problem.owner}. It is left out.`,
        help: meant === undefined ? `${problem.owner} takes ${known.slice(0, 12).join(', ')}.` : `Did you mean ${meant}?`,
        ...said(problem),
        ...(meant === undefined || problem.code === 'element-not-taken' ? {} : { fixes: [replace('choice', `Change to ${meant}`, problem.span, meant)] }),
      };
    }
  },
});
