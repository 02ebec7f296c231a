import { loggingRule } from '../rule';
import { quote, said } from './words';

/** Letters of helpers.PatternParser (reload4j 1.2.25) and converter keys of log4j-core 2.25.5. */
export const patternLetter = loggingRule({
  id: 'log4j/pattern-letter',
  severity: 'error',
  cites: ['https://logging.apache.org/log4j/2.x/manual/pattern-layout.html'],
  title: 'A conversion that the pattern does not know',
  why: 'The library complains on the console and prints the letter as it stands, so the log lacks what was meant, and readers of the log do not find it.',

  *check({ logging }) {
    for (const problem of logging.problems) {
      if (problem.code !== 'pattern-letter') continue;
      yield {
        span: problem.span,
        text: `${quote(problem.name)} is not known here. It is printed as it stands.`,
        help: logging.library === 'log4j1' ? 'Letters are c, C, d, F, l, L, m, M, n, p, r, t, x and X; two percent signs print one.' : 'Often used are d, p, c, m, t, L, X and n; two percent signs print one. In a filePattern only d and i are known.',
        ...said(problem),
      };
    }
  },
});
