import type { KeyFact } from '../../knowledge/catalogue';
import { integerMeant } from '../../model/meantNumber';
import type { ValueProblem } from '../../model/values';
import { replace, type Fix } from '../finding';
import { brokerRule } from '../rule';
import { doesNotStart, quote } from './words';

/** ConfigDef.parseType refuses these in every version (tried on 2.8.2 to 4.4.0). */
export const valueType = brokerRule({
  id: 'broker/value-type',
  severity: 'error',
  cites: ['kafka:num.network.threads'],
  title: 'A value is not of the type of its setting',
  why: 'Kafka reads every value of its definition at start. Numbers are plain decimal digits: no unit, no comment behind the value, no underscore. Switches are true or false, in any case.',

  *check({ broker }) {
    for (const problem of broker.settings.problems) {
      if (problem.kind !== 'type') continue;
      const { part, fact } = problem;
      const isSwitch = fact.type === 'boolean';
      yield {
        span: part.text === '' ? part.entry.span : part.span,
        text: `${part.text === '' ? `"${problem.key}" has no value` : `${quote(part.text)} is not ${isSwitch ? 'true or false' : 'a number'}`}. ${doesNotStart(broker)}`,
        help: isSwitch ? 'Write true or false.' : numberHelp(problem),
        program: `Kafka: ${problem.kafka}`,
        fixes: fixesOf(problem),
      };
    }
  },
});

function numberHelp({ part, fact }: ValueProblem): string {
  const meant = integerMeant(part.text);
  if (meant?.exceeds && fact.type !== 'double') return `Write a whole number up to ${fact.type === 'long' ? '9223372036854775807' : fact.type === 'short' ? '32767' : '2147483647'}.`;
  const example = meant?.digits ?? fact.default;
  const kind = fact.type === 'double' ? 'a number' : 'a whole number';
  return `Write ${kind}${boundsOf(fact)}${typeof example === 'string' ? `, for example ${example}` : ''}.`;
}

function boundsOf({ check }: KeyFact): string {
  if (check?.kind !== 'range') return '';
  const { min, max } = check;
  return min !== undefined && max !== undefined ? ` from ${min} to ${max}` : min !== undefined ? ` of ${min} or more` : '';
}

function fixesOf({ part, fact }: ValueProblem): readonly Fix[] {
  if (fact.type === 'boolean') {
    const plain = part.text.replace(/^(["'])(.*)\1$/, '$2').replace(/\s+[#!].*$/, '').toLowerCase();
    if (plain === 'true' || plain === 'false') return [replace('safe', `Change to ${plain}`, part.span, plain)];
    if (/^(?:yes|y|on|1|enabled?)$/.test(plain)) return [replace('choice', 'Change to true', part.span, 'true')];
    return /^(?:no|n|off|0|disabled?)$/.test(plain) ? [replace('choice', 'Change to false', part.span, 'false')] : [];
  }
  const meant = fact.type === 'double' ? undefined : integerMeant(part.text);
  return meant && !meant.exceeds ? [replace(meant.certain ? 'safe' : 'choice', `Change to ${meant.digits}`, part.span, meant.digits)] : [];
}
