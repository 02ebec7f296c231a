import { loggingRule } from '../rule';
import { quote } from '../log4j/words';

/** PropertiesConfigurationBuilder throws ConfigurationException, and the JVM ends with it. */
export const startRefused = loggingRule({
  id: 'log4j2/start-refused',
  severity: 'error',
  cites: ['https://logging.apache.org/log4j/2.x/manual/configuration.html'],
  title: 'A part without name or type in log4j2.properties',
  why: 'In a properties file every appender needs a name and a type, every logger a name, every other part a type. Without it log4j throws, and the broker does not start.',

  *check({ logging }) {
    for (const problem of logging.problems) {
      if (problem.code !== 'start-refused') continue;
      yield { span: problem.span, text: `${quote(problem.owner)} has no ${problem.name} that log4j takes. The broker does not start.`, help: `Add ${problem.owner}.${problem.name}.`, program: `log4j: ${problem.words[0] ?? ''}` };
    }
  },
});
