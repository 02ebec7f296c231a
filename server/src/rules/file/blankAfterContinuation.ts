import { propertiesRule } from '../rule';

/** LineReader of JDK 17 joins lines only when the backslash is the last character of the line. */
export const blankAfterContinuation = propertiesRule({
  id: 'file/blank-after-continuation',
  severity: 'warning',
  cites: ['https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/Properties.html'],
  title: 'A blank behind the backslash ends the value',
  why: 'A backslash joins two lines only when it is the last character of its line. With a blank behind it the value ends there, and the next line becomes a setting of its own that nothing reads.',

  *check({ text, document, lines }) {
    for (const entry of document.entries) {
      const match = /(\\+)([ \t\f]+)$/.exec(text.slice(entry.valueSpan.start, entry.valueSpan.end));
      const backslashes = match?.[1] ?? '';
      if (backslashes.length % 2 === 0) continue;
      const next = lines.positionAt(entry.valueSpan.end).line + 1;
      if (next >= lines.count || /^[ \t\f]*(?:[#!].*)?$/.test(lines.textOf(next))) continue;
      const blanks = match?.[2] ?? '';
      const blankSpan = { start: entry.valueSpan.end - blanks.length, end: entry.valueSpan.end };
      yield {
        span: { start: blankSpan.start - 1, end: blankSpan.end },
        text: `"\\${blanks}" does not join the next line: a blank stands behind the backslash. Line ${next + 1} is read as a setting of its own.`,
        help: 'Let the backslash be the last character of the line.',
        fixes: [{ kind: 'choice', title: 'Remove the blank, so that the lines are joined', edits: [{ span: blankSpan, newText: '' }] }],
      };
    }
  },
});
