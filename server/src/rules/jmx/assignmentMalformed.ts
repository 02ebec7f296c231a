import type { EnvProblem } from '../../documents/envFile';
import type { EnvironmentFile } from '../../model/file';
import type { Finding } from '../finding';
import { environmentRule } from '../rule';
import { quote } from './words';

/** The readers of environment files of systemd (env-file.c), of shells and of Docker (opts/file.go). */
export const assignmentMalformed = environmentRule({
  id: 'jmx/assignment-malformed',
  severity: 'error',
  cites: ['https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html', 'https://docs.docker.com/reference/cli/docker/container/run/#env'],
  title: 'A line that is no assignment to its reader',
  why: 'systemd drops such a line without a sign in Kafka, a shell runs its first word as a command, and Docker refuses the whole file.',

  *check(file) {
    if (file.kind.template) return;
    for (const problem of file.environment.problems) {
      const finding = findingFor(file, problem);
      if (finding) yield finding;
    }
  },
});

function findingFor({ environment: { dialect }, text }: EnvironmentFile, { code, span }: EnvProblem): Finding | undefined {
  const written = text.slice(span.start, span.end);
  if (code === 'unterminated-quote') {
    return { span, text: `The quote ${written} is not closed: everything up to the end of the file belongs to this value.`, help: 'Close the quote.' };
  }
  if (code === 'text-after-quote' && /[ \t]/.test(text[span.start - 1] ?? '')) {
    return { span, severity: 'warning', text: 'What stands behind the closing quote belongs to the value, a comment too.', help: 'End the line at the quote. A comment stands on a line of its own.' };
  }
  return code === 'blank-around-equals' ? blankAround(dialect, span, written) : undefined;
}

function blankAround(dialect: EnvironmentFile['environment']['dialect'], span: EnvProblem['span'], written: string): Finding {
  const isBlank = written.trim() === '';
  const what = isBlank ? 'A blank stands beside the equals sign' : `${quote(written)} holds a blank, which no name does`;
  return {
    span,
    text: dialect === 'docker' ? `${what}: Docker refuses the whole file.` : `${what}: the shell runs a command, and the variable is not set.`,
    help: 'Write NAME=value without blanks.',
    ...(isBlank ? { fixes: [{ kind: 'choice' as const, title: 'Remove the blank', edits: [{ span, newText: '' }] }] } : {}),
  };
}
