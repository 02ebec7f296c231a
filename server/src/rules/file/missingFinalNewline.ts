import { propertiesRule } from '../rule';

/** java.util.Properties reads such a file; what a script appends with `>>` is another matter (GoogleCloudDataproc/initialization-actions#429). */
export const missingFinalNewline = propertiesRule({
  id: 'file/missing-final-newline',
  severity: 'info',
  cites: ['https://github.com/GoogleCloudDataproc/initialization-actions/issues/429'],
  title: 'The last line has no line break',
  why: 'The next script that appends a setting writes it behind the last value: "log.dirs=/data" becomes "log.dirs=/datanum.io.threads=8". One setting is wrong, the other is missing.',

  *check({ text, document, kind, lines }) {
    const last = document.entries.at(-1);
    if (kind.template !== undefined || last?.valueSpan.end !== text.length) return;
    const end = { start: text.length, end: text.length };
    yield {
      span: last.value === '' ? last.keySpan : last.trimmed.span,
      text: `"${last.key}" ends the file without a line break. A setting that a script appends becomes part of its value.`,
      help: 'End the file with a line break.',
      fixes: [{ kind: 'safe', title: 'Add a line break at the end', edits: [{ span: end, newText: lines.lineBreak }] }],
    };
  },
});
