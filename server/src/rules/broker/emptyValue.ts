import { brokerRule } from '../rule';
import { replace, type Fix } from '../finding';
import { doesNotStart } from './words';
import { ValuePart } from '../../model/valuePart';
import type { ValueProblem } from '../../model/values';

/** ValidList of ConfigDef: up to 4.1 only lists with fixed words refuse an empty element, from 4.2 all of Kafka's own lists. */
export const emptyValue = brokerRule({
  id: 'broker/empty-value',
  severity: 'error',
  cites: ['kafka:listeners', 'https://cwiki.apache.org/confluence/display/KAFKA/KIP-1161%3A+Unifying+LIST-Type+Configuration+Validation+and+Default+Values'],
  title: 'A list has an empty element, or a value is missing where Kafka needs one',
  why: 'A comma too many makes an empty element. Up to 4.1 Kafka drops it in listeners and log.dirs; from 4.2 it refuses the file.',

  *check({ broker }) {
    for (const problem of broker.settings.problems) {
      const { kind, part, key, kafka } = problem;
      if (kind !== 'empty-element' && kind !== 'empty-list' && kind !== 'empty-text') continue;
      if (key === 'process.roles' && kind === 'empty-list') continue; // broker/required-setting-missing
      const isElement = kind === 'empty-element';
      yield {
        span: isElement ? commaOf(problem) : part.entry.span,
        text: `${isElement ? `"${key}" has an empty element: a comma too many` : `"${key}" has no value`}. ${doesNotStart(broker)}`,
        help: isElement ? 'Remove the comma.' : 'Write a value, or remove the line to take the default.',
        program: `Kafka: ${kafka}`,
        fixes: isElement ? [withoutEmpty(problem)] : [],
      };
    }
  },
});

/** The empty element has no width: the comma before it, or behind it, is shown. */
function commaOf({ part }: ValueProblem): { readonly start: number; readonly end: number } {
  const { entry, start } = part;
  const before = entry.value.lastIndexOf(',', start - 1);
  const at = before >= 0 ? before : entry.value.indexOf(',', start);
  return at < 0 ? entry.span : entry.valuePart(at, at + 1);
}

function withoutEmpty({ part }: ValueProblem): Fix {
  const kept = ValuePart.of(part.entry).items.map(({ text }) => text).filter((item) => item !== '').join(',');
  return replace('safe', 'Remove the empty elements', part.entry.valueSpan, kept);
}
