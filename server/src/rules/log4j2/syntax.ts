import { loggingRule } from '../rule';

/** JsonConfiguration catches the error and then fails with a NullPointerException in setup (tried on Kafka 4.1.1). */
export const syntax = loggingRule({
  id: 'log4j2/syntax',
  severity: 'error',
  cites: ['https://yaml.org/spec/1.1/'],
  title: 'The file is not well-formed YAML',
  why: 'Kafka 4 ends at start with an ExceptionInInitializerError; the cause stands on the console only.',

  *check(file) {
    const problem = file.logging.problems.find((one) => one.code === 'syntax');
    if (!problem) return;
    yield {
      span: problem.span,
      text: `This is not well-formed YAML: ${problem.name.replace(/\s+/g, ' ').replace(/[.:]$/, '')}. ${problem.fatal ? 'The broker does not start.' : 'log4j reads nothing of it, and only ERROR and FATAL are written, to the console.'}`,
      help: 'Indent with blanks, children deeper than their parent, all items of a list alike.',
      program: problem.fatal ? 'log4j: Error parsing' : 'log4j: No Loggers were configured, using default. Is the Loggers element missing?',
    };
  },
});
