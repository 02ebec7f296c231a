import { replace } from '../finding';
import { brokerRule } from '../rule';
import { doesNotStart, quote } from './words';

/** GroupCoordinatorConfig of 4.4: the one list whose duplicates are not removed but refused. */
export const rackTagTwice = brokerRule({
  id: 'broker/rack-tag-twice',
  severity: 'error',
  versions: '>=4.4',
  cites: ['kafka:group.streams.rack.aware.assignment.tags'],
  title: 'A tag for the placement of standby tasks stands twice',
  why: 'The tags say by what streams groups spread their standby tasks. Other lists lose their duplicates with a warning, this one is refused.',

  *check({ broker }) {
    const part = broker.settings.part('group.streams.rack.aware.assignment.tags');
    const seen = new Set<string>();
    for (const item of part?.items ?? []) {
      if (seen.has(item.text) && item.text !== '' && part) {
        yield {
          span: item.span,
          text: `${quote(item.text)} stands twice. ${doesNotStart(broker)}`,
          help: 'Name each tag once.',
          program: 'Kafka: group.streams.rack.aware.assignment.tags must not contain duplicate tag keys.',
          fixes: [replace('safe', 'Name each tag once', part.span, [...new Set(part.items.map(({ text }) => text))].join(','))],
        };
      }
      seen.add(item.text);
    }
  },
});
