import assert from 'node:assert/strict';
import { brokerInlayHints } from '../../server/src/features/inlayHints/broker';
import { applyEdits } from '../../server/src/documents/span';
import type { MachineFacts } from '../../server/src/machine/facts';
import { machine, place } from '../support/machine';
import { brokerFile, lines } from './brokerFiles';

/** The lines as an editor draws them, hints in brackets. */
function drawn(texts: readonly string[], facts?: MachineFacts): readonly string[] {
  const file = brokerFile(lines(...texts), facts);
  const edits = brokerInlayHints(file).map(({ offset, label }) => ({ span: { start: offset, end: offset }, newText: `[${label}]` }));
  return applyEdits(file.text, edits).trimEnd().split('\n').slice(-texts.length);
}

describe('inlay hints of server.properties', () => {
  it('do the sums of the style guide', () => {
    assert.deepEqual(drawn([
      'log.retention.hours=168', 'log.retention.bytes=1073741824', 'log.segment.bytes=16777216', 'message.max.bytes=1048588', 'log.cleaner.dedupe.buffer.size=134217728', 'num.io.threads=8', 'log.dirs=/d1,/d2,/d3',
    ], machine(place('/d2', 'folder'))), [
      'log.retention.hours=168[ = 7 d]', 'log.retention.bytes=1073741824[ = 1 GiB × partitions]', 'log.segment.bytes=16777216[ = 16 MiB]', 'message.max.bytes=1048588[ = 1 MiB + 12 B]',
      'log.cleaner.dedupe.buffer.size=134217728[ = 128 MiB]', 'num.io.threads=8[ of 16 cores]', 'log.dirs=/d1,/d2,/d3[ 3 directories]',
    ]);
    assert.deepEqual(drawn(['log.retention.ms=604800000']), ['log.retention.ms=604800000[ = 7 d]']);
  });

  it('are quiet where the unit is plain, unknown or the line is not read', () => {
    const quiet = ['log.retention.hours=1', 'log.retention.check.interval.ms=30000', 'log.retention.bytes=-1', 'num.io.threads=8', 'log.dirs=/d1', 'log.roll.ms={{ roll }}', 'log.segment.bytes=lots', 'no.such.bytes=1073741824', 'retention.ms=604800000'];
    assert.deepEqual(drawn(quiet), quiet);
    assert.deepEqual(drawn(['log.segment.bytes=16777216', 'log.segment.bytes=33554432']), ['log.segment.bytes=16777216', 'log.segment.bytes=33554432[ = 32 MiB]']);
  });

  it('stand behind the value, before trailing blanks, within 24 characters', () => {
    assert.deepEqual(drawn(['log.retention.hours=168   ']), ['log.retention.hours=168[ = 7 d]']);
    for (const { label } of brokerInlayHints(brokerFile('log.retention.bytes=123456789012\nlog.roll.ms=123456789012\n'))) assert.ok(label.length <= 24, label);
  });

  it('name cores only where the machine looks like the broker, and say so', () => {
    const texts = ['num.network.threads=3', 'log.dirs=/d1'];
    assert.deepEqual(drawn(texts, machine()), texts);
    assert.deepEqual(drawn(texts, machine(place('/d1', 'file'))), texts);
    const [hint] = brokerInlayHints(brokerFile(lines(...texts), machine(place('/d1', 'folder'))));
    assert.equal(hint?.label, ' of 16 cores');
    assert.equal(hint.tooltip, 'Cores of this machine, which seems to be the broker: `/d1` of its log directories is here.\n\nEach listener has so many of its own.');
  });

  it('tell the sum of a retention size', () => {
    const [hint] = brokerInlayHints(brokerFile(lines('log.retention.bytes=1073741824', 'default.replication.factor=3', 'num.partitions=200')));
    assert.match(hint?.tooltip ?? '', /1 GiB × 200 partitions × 3 copies = 600 GiB in the cluster/);
    assert.match(hint?.tooltip ?? '', /`num\.partitions` from line 5, `default\.replication\.factor` from line 4/);
  });
});
