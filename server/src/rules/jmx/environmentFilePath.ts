import { environmentRule } from '../rule';
import { quote } from './words';

/** config_parse_unit_env_file of systemd: the whole value is one path, `#` begins no comment here. */
export const environmentFilePath = environmentRule({
  id: 'jmx/environment-file-path',
  severity: 'error',
  cites: ['guide:M3', 'https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html'],
  title: 'A path that systemd does not find',
  why: 'A comment behind the path becomes part of it, and a path that does not begin at the root is ignored. Kafka starts without its variables, or not at all.',

  *check({ environment: { unit }, kind }) {
    if (kind.template) return;
    for (const { text, span } of unit?.environmentFiles ?? []) {
      const comment = /\s+[#;].*$/s.exec(text);
      if (comment) {
        const start = span.end - comment[0].length;
        const isPlain = span.end - span.start === text.length;
        yield {
          span: isPlain ? { start: start + (comment[0].length - comment[0].trimStart().length), end: span.end } : span,
          text: `${quote(comment[0].trim())} is part of the path: systemd knows no comment behind a value. The file is not found.`,
          help: 'Write the comment on a line of its own.',
          ...(isPlain ? { fixes: [{ kind: 'safe' as const, title: 'Remove the comment', edits: [{ span: { start, end: span.end }, newText: '' }] }] } : {}),
        };
      } else if (!/^[/%]/.test(text)) {
        yield {
          span,
          text: `${quote(text)} does not begin with a slash. systemd ignores the line.`,
          help: 'Write the full path, for example /etc/kafka/kafka.env.',
          program: `systemd: EnvironmentFile= path is not absolute, ignoring: ${text}`,
        };
      }
    }
  },
});
