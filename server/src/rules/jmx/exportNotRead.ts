import { environmentRule } from '../rule';

/** systemd drops the line ("Ignoring invalid environment assignment"); Docker refuses the file ("contains whitespaces"). */
export const exportNotRead = environmentRule({
  id: 'jmx/export-not-read',
  severity: 'warning',
  cites: ['guide:M3', 'https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html'],
  title: 'export in a file that no shell reads',
  why: 'systemd takes "export NAME" for the name of the variable and drops the line. Kafka starts without it.',

  *check({ environment: { problems, dialect } }) {
    if (dialect !== 'systemd') return;
    for (const { code, span } of problems) {
      if (code !== 'export') continue;
      yield {
        span,
        text: '"export" is for shells. Read by EnvironmentFile= of systemd, this line is dropped.',
        help: 'Remove the word. systemd passes every variable of the file on.',
        program: 'systemd: Ignoring invalid environment assignment',
        fixes: [{ kind: 'choice', title: 'Remove export', edits: [{ span, newText: '' }] }],
      };
    }
  },
});
