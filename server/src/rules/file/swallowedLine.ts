import { propertiesRule } from '../rule';

/** A line that reads like a setting or a comment of its own: a dotted key in lower case at the very start of the line, or a comment marker. */
const OWN_LINE = /^(?:[ \t\f]*[#!]|[a-z][a-z0-9]*(?:\.[a-z0-9-]+)+[ \t]*[=:])/;

/** LineReader of JDK 17: behind a continuation neither `#` nor `key=` begins anything. */
export const swallowedLine = propertiesRule({
  id: 'file/swallowed-line',
  severity: 'warning',
  cites: ['https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/Properties.html'],
  title: 'A backslash makes the next line part of the value',
  why: 'Behind a line that ends in a backslash everything is value, a comment and a setting too. The comment ends up in the value, or the setting is lost.',

  *check({ document, lines }) {
    for (const entry of document.entries) {
      const first = lines.positionAt(entry.keySpan.start).line;
      const last = lines.positionAt(entry.valueSpan.end).line;
      for (let line = first + 1; line <= last; line++) {
        const text = lines.textOf(line);
        if (!OWN_LINE.test(text)) continue;
        const comment = /^[ \t\f]*[#!]/.test(text);
        const start = lines.startOf(line) + text.length - text.trimStart().length;
        const before = { start: lines.endOf(line - 1) - 1, end: lines.endOf(line - 1) };
        yield {
          span: { start, end: lines.endOf(line) },
          text: comment
            ? `"${text.trim().slice(0, 1)}" begins no comment here: line ${line} ends in a backslash, and this line is part of ${entry.key}.`
            : `"${text.trim().split(/[ \t=:]/, 1)[0] ?? ''}" is not a setting here: line ${line} ends in a backslash, and this line is part of ${entry.key}.`,
          help: comment ? 'Move the comment above the setting.' : `Remove the backslash at the end of line ${line}.`,
          fixes: comment
            ? [{ kind: 'choice', title: 'Remove the comment from the value', edits: [{ span: { start: lines.startOf(line), end: lines.startOf(line + 1) }, newText: '' }] }]
            : [{ kind: 'choice', title: `Remove the backslash in line ${line}`, edits: [{ span: before, newText: '' }] }],
          related: [{ span: before, text: 'this backslash joins the lines' }],
        };
        break; // the rest belongs to the same slip
      }
    }
  },
});
