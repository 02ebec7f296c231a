import { replace } from '../finding';
import { brokerRule } from '../rule';
import { doesNotStart } from './words';

const MOST = 500;

/** ShareCoordinatorConfig of 4.0 to 4.2; from 4.3 the range of the setting says it (broker/value-range). */
export const shareSnapshotRecords = brokerRule({
  id: 'broker/share-snapshot-records',
  severity: 'error',
  versions: '4.0-4.2',
  cites: ['kafka:share.coordinator.snapshot.update.records.per.snapshot'],
  title: 'Too many updates between two snapshots of a share group',
  why: 'The share coordinator writes a snapshot after at most 500 updates of it.',

  *check({ broker }) {
    const { value, part } = broker.settings.number('share.coordinator.snapshot.update.records.per.snapshot');
    if (!part || typeof value !== 'number' || value <= MOST) return;
    yield {
      span: part.span,
      text: `"${value}" is more than ${MOST}. ${doesNotStart(broker)}`,
      help: `Write 0 to ${MOST}.`,
      program: `Kafka: share.coordinator.snapshot.update.records.per.snapshot must be between [0, ${MOST}]`,
      fixes: [replace('choice', `Change to ${MOST}`, part.span, String(MOST))],
    };
  },
});
