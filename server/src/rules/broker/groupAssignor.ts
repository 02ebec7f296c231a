import { ASSIGNOR_KINDS, assignorProblems } from '../../model/groupAssignors';
import { brokerRule } from '../rule';
import { doesNotStart, quote } from './words';

/** GroupCoordinatorConfig: group.consumer.assignors from 3.6, group.share.assignors from 4.1, group.streams.assignors from 4.4. */
export const groupAssignor = brokerRule({
  id: 'broker/group-assignor',
  severity: 'error',
  versions: '>=3.6',
  cites: ['kafka:group.consumer.assignors', 'kafka:group.share.assignors'],
  title: 'An assignor of the group coordinator does not exist',
  why: 'From 4.0 the assignors have short names in lower case: uniform, range, simple. Before, only full class names count.',

  *check({ broker }) {
    for (const kind of ASSIGNOR_KINDS) {
      const { unknown, surplus } = assignorProblems(broker, kind);
      const known = broker.in('>=4.0') ? kind.short : kind.classes;
      for (const item of unknown) {
        yield {
          span: item.text === '' ? item.entry.span : item.span,
          text: `${quote(item.text)} is no assignor of this version. ${doesNotStart(broker)}`,
          help: `Write ${known.join(' or ')}, or remove the line.`,
          program: broker.in('>=4.4') ? `Kafka: Invalid value ${item.text} for configuration ${kind.key}: Class cannot be found` : `Kafka: Class ${item.text} cannot be found`,
        };
      }
      if (!surplus || unknown.length > 0) continue;
      yield {
        span: surplus.text === '' ? surplus.entry.span : surplus.span,
        text: `${quote(surplus.text)} is not exactly one assignor. ${doesNotStart(broker)}`,
        help: `Write ${known.join(' or ')}.`,
        program: `Kafka: ${kind.key} must contain exactly one assignor, but found ${surplus.items.length}`,
      };
    }
  },
});
