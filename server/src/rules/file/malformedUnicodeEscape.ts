import { propertiesRule } from '../rule';

/** loadConvert of JDK 17 throws IllegalArgumentException; what stands behind the escape is never read. */
export const malformedUnicodeEscape = propertiesRule({
  id: 'file/malformed-unicode-escape',
  severity: 'error',
  covers: ['file/windows-path'],
  cites: ['https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/Properties.html'],
  title: 'Java refuses the whole file at a broken \\u',
  why: 'Behind \\u Java wants four hexadecimal digits. A Windows path such as C:\\users is enough: the broker does not start, and log4j runs without any configuration.',

  *check({ text, document, kind, family }) {
    for (const { span } of document.problems) {
      const raw = text.slice(span.start, span.end);
      if (kind.template !== undefined && /^\\u(?:\{\{|<%|\$)/.test(text.slice(span.start, span.start + 5))) continue;
      yield {
        span,
        text: `"${raw.replace(/[\r\n]+$/, '')}" is not four hexadecimal digits behind \\u. ${family === 'logging' ? 'log4j reads nothing of this file.' : 'The file cannot be read, and the program does not start.'}`,
        help: 'Write the backslash twice, or the path with forward slashes.',
        program: 'Java: Malformed \\uxxxx encoding.',
        fixes: [{ kind: 'choice', title: 'Write the backslash twice', edits: [{ span: { start: span.start, end: span.start }, newText: '\\' }] }],
      };
    }
  },
});
