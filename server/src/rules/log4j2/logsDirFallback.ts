import { replace } from '../finding';
import { loggingRule } from '../rule';
import { quote } from '../log4j/words';

/** kafka-run-class.sh sets the system property kafka.logs.dir; without `sys:` log4j 2 asks the Properties of the file only, and those of Kafka say ".". */
export const logsDirFallback = loggingRule({
  id: 'log4j2/logs-dir-fallback',
  severity: 'warning',
  cites: ['guide:L1', 'https://logging.apache.org/log4j/2.x/manual/lookups.html'],
  title: 'kafka.logs.dir without sys: is not the log directory',
  why: 'The start script gives the directory as a system property, and log4j 2 reads those behind sys: only. Without it the logs go to the directory that the broker was started in.',

  *check({ logging }) {
    if (logging.library !== 'log4j2') return;
    const defined = logging.variables.find((variable) => variable.name === 'kafka.logs.dir');
    if (defined?.value.text.includes('sys:')) return;
    for (const use of logging.variableUses) {
      if (use.text !== 'kafka.logs.dir') continue;
      const where = defined ? `"${defined.value.text}", as this file defines it` : 'a directory of this very name';
      yield {
        span: use.span,
        text: `${quote(`\${${use.text}}`)} is ${where}, not the log directory of Kafka.`,
        help: 'Write ${sys:kafka.logs.dir}.',
        fixes: [replace('choice', 'Change to ${sys:kafka.logs.dir}', use.span, '${sys:kafka.logs.dir}')],
      };
    }
  },
});
