import { hasTemplateBlocks } from '../../documents/templateBlocks';
import { holdsSecret } from '../../model/secret';
import { propertiesRule } from '../rule';

/** java.util.Properties.load keeps the last line of a key (JDK 17); log4j, ZooKeeper and Kafka read through it. */
export const duplicateKey = propertiesRule({
  id: 'file/duplicate-key',
  severity: 'warning',
  cites: ['https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/Properties.html'],
  title: 'A key stands twice, and only its last line is read',
  why: 'Java keeps the last line of a key and says nothing. Whoever edits the first one sees no effect, and the value that counts stands far below.',

  *check({ text, document, lines }) {
    if (hasTemplateBlocks(text)) return; // the lines may stand in branches that exclude each other
    for (const entry of document.entries) {
      const read = document.get(entry.key);
      if (!read || read === entry || entry.span.start === entry.span.end) continue;
      const line = lines.positionAt(read.keySpan.start).line + 1;
      const same = read.value === entry.value;
      const shown = entry.value === '' || holdsSecret(entry) ? entry.key : entry.trimmed.text;
      yield {
        span: entry.span,
        ...(same ? { severity: 'hint' as const } : {}),
        tag: 'unnecessary',
        text: same ? `"${entry.key}" has the same value again in line ${line}. This line is not read.` : `"${shown}" is not read: line ${line} sets ${entry.key} again, and the last line counts.`,
        help: 'Keep one of the two lines. Removing this one changes nothing.',
        fixes: [{ kind: 'safe', title: 'Remove this line', edits: [{ span: entry.lineSpan, newText: '' }] }],
        related: [{ span: read.span, text: 'this line counts' }],
      };
    }
  },
});
