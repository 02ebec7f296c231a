import { replace } from '../finding';
import { brokerRule } from '../rule';
import { doesNotStart, quote } from './words';

/** The validators Range and Between of ConfigDef, with the bounds of each version. */
export const valueRange = brokerRule({
  id: 'broker/value-range',
  severity: 'error',
  cites: ['kafka:num.io.threads'],
  title: 'A number lies outside of what Kafka accepts',
  why: 'Kafka puts bounds to many numbers and refuses the file at start. Some bounds came later: log.segment.bytes has at least 1 MiB from 4.0.',

  *check({ broker }) {
    for (const { kind, part, fact, kafka } of broker.settings.problems) {
      if (kind !== 'range') continue;
      const { check } = fact;
      const { min, max } = check?.kind === 'range' ? check : {};
      const bound = kafka.includes('at least') ? min : kafka.includes('no more than') ? max : undefined;
      yield {
        span: part.span,
        text: `${quote(part.text)} is ${bound === undefined ? 'not accepted' : bound === min ? `less than ${min}` : `more than ${max ?? ''}`}. ${doesNotStart(broker)}`,
        help: help(min, max, check?.kind === 'custom' ? check.text : undefined, fact.default),
        program: `Kafka: ${kafka}`,
        ...(bound === undefined ? {} : { fixes: [replace('choice', `Change to ${bound}`, part.span, String(bound))] }),
      };
    }
  },
});

function help(min: number | undefined, max: number | undefined, words: string | undefined, preset: string | null | undefined): string {
  const range = words ?? (min !== undefined && max !== undefined ? `${min} to ${max}` : min !== undefined ? `${min} or more` : `${max ?? ''} or less`);
  return `Write ${range}${typeof preset === 'string' ? `; the default is ${preset}` : ''}.`;
}
