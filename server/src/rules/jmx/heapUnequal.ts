import type { EnvironmentFile } from '../../model/file';
import { replace, type Finding } from '../finding';
import { environmentRule } from '../rule';
import { quote, withBlanks } from './words';

/** Kafka's own advice for production gives both the same value. Connect and the tools grow from a small heap on purpose. */
export const heapUnequal = environmentRule({
  id: 'jmx/heap-unequal',
  severity: 'info',
  profiles: ['production'],
  cites: ['guide:K5', 'kafka:operations/java-version'],
  title: 'A heap that grows while the broker works',
  why: 'The heap starts small and grows in pauses. The machine seems to have free memory that the broker takes later, when the page cache has it.',

  *check(file) {
    const finding = findingFor(file);
    if (finding) yield finding;
  },
});

function findingFor(file: EnvironmentFile): Finding | undefined {
  const { heap: { start, maximum }, moreOptions, program } = file.environment;
  if (moreOptions || (program !== 'broker' && program !== undefined) || maximum?.bytes === undefined) return undefined;
  const size = maximum.option.value ?? '';
  const help = `Give both the same value: -Xms${size} -Xmx${size}.`;
  const title = `Give -Xms and -Xmx the same value: ${size}`;
  if (!start) {
    const at = maximum.option.span.start;
    return {
      span: maximum.option.span,
      text: `${quote(maximum.option.text)} stands without -Xms: the heap starts at 1/64 of the memory and grows while the broker works.`,
      help,
      fixes: [{ kind: 'choice', title, edits: withBlanks(file, maximum.option.variable, { span: { start: at, end: at }, newText: `-Xms${size} ` }) }],
    };
  }
  if (start.bytes === undefined || start.bytes >= maximum.bytes) return undefined;
  return {
    span: start.option.span,
    text: `${quote(start.option.text)} is smaller than ${quote(maximum.option.text)}: the heap grows while the broker works.`,
    help,
    fixes: [replace('choice', title, start.option.valueSpan, size)],
  };
}
