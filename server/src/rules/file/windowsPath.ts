import { propertiesRule } from '../rule';

/** A drive, and backslashes of which at least one stands alone. */
const PATH = /(?:^|[,;=\s"'])([A-Za-z]:(?:\\(?![\\\r\n])[^\\,;\s"']*|\\\\[^\\,;\s"']*)+)/g;

/** loadConvert of JDK 17: a backslash and the character behind it are one character. */
export const windowsPath = propertiesRule({
  id: 'file/windows-path',
  severity: 'error',
  cites: ['https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/Properties.html', 'https://github.com/apache/kafka/pull/3260'],
  title: 'Single backslashes vanish from a Windows path',
  why: 'In a properties file a backslash is a sign of its own: "C:\\kafka\\logs" is read as "C:kafkalogs", and "\\t" or "\\n" as a tab or a line break. The broker writes to another folder, or finds none.',

  *check({ text, document }) {
    for (const entry of document.entries) {
      const raw = text.slice(entry.valueSpan.start, entry.valueSpan.end);
      if (!raw.includes(':\\')) continue;
      for (const match of raw.matchAll(PATH)) {
        const path = match[1] ?? '';
        if (!/(?<!\\)(?:\\\\)*\\(?!\\)/.test(path) || /\{\{|\$\{|<%/.test(path)) continue;
        const start = entry.valueSpan.start + match.index + match[0].length - path.length;
        const forward = path.replaceAll(/\\+/g, '/');
        yield {
          span: { start, end: start + path.length },
          text: `"${path}" loses its backslashes: Java reads "${asRead(path)}".`,
          help: `Write ${forward}. Java takes forward slashes on Windows too.`,
          fixes: [
            { kind: 'choice', title: `Change to ${forward}`, edits: [{ span: { start, end: start + path.length }, newText: forward }] },
          ],
        };
      }
    }
  },
});

/** The path after Java's unescaping, control characters shown as words. */
function asRead(path: string): string {
  const CONTROL: Readonly<Record<string, string>> = { t: '<tab>', n: '<line break>', r: '<return>', f: '<form feed>' };
  return path.replaceAll(/\\([^])/g, (_, c: string) => CONTROL[c] ?? c);
}
