import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { ALL_LEVELS } from '../../client/src/logEngine/engine';
import { openLog } from '../../client/src/logEngine/openLog';
import { buildWorker, scratchFolder, untilComplete, untilViewComplete, valueOf, workerPath } from './engineHost';

const LIMITS = { maxChars: 1000, maxLines: 50 };

const TEXT = `preamble
[2026-11-25 03:00:00,001] INFO [KafkaServer id=1] started (kafka.server.KafkaServer)
[2026-11-25 03:00:01,002] WARN message with a break:
\tsecond line
\tthird line (kafka.server.ReplicaManager)
[2026-11-25 03:00:02,003] ERROR [ReplicaManager broker=1] Error processing append (kafka.server.ReplicaManager)
java.io.IOException: outer
\tat kafka.A.b(A.scala:1)
Caused by: java.io.IOException: No space left on device
\t... 3 more
[2026-11-25 03:00:03,004] DEBUG done (kafka.log.LogCleaner)
`;

describe('openLog', () => {
  before(buildWorker);

  it('keeps a stack trace with its record, finds logger, cause and time', async () => {
    const { folder, remove } = scratchFolder();
    const file = path.join(folder, 'server.log');
    writeFileSync(file, TEXT);
    const log = valueOf(await openLog(file, { workerPath }));
    const state = await untilComplete(log);
    assert.equal(state.problem, undefined);
    assert.equal(state.lines, 11);
    assert.equal(state.records, 5);
    assert.deepEqual(state.counts, [1, 0, 1, 1, 1, 1, 0]);
    assert.equal(state.format, 'Kafka pattern');
    assert.equal(state.firstTime, Date.UTC(2026, 10, 25, 3, 0, 0, 1));
    assert.equal(state.lastTime, Date.UTC(2026, 10, 25, 3, 0, 3, 4));
    const records = valueOf(await log.records(0, 0, 10, LIMITS));
    assert.deepEqual(records.map((r) => [r.line, r.lineCount, r.level, r.logger, r.message]), [
      [0, 1, 0, '', 'preamble'],
      [1, 1, 3, 'kafka.server.KafkaServer', '[KafkaServer id=1] started'],
      [2, 3, 4, 'kafka.server.ReplicaManager', 'message with a break:'],
      [5, 5, 5, 'kafka.server.ReplicaManager', '[ReplicaManager broker=1] Error processing append'],
      [10, 1, 2, 'kafka.log.LogCleaner', 'done'],
    ]);
    assert.equal(records[3]?.cause, 'java.io.IOException: No space left on device');
    assert.equal(records[3].time, Date.UTC(2026, 10, 25, 3, 0, 2, 3));
    assert.equal(valueOf(await log.recordText(2, 1000)), '[2026-11-25 03:00:01,002] WARN message with a break:\n\tsecond line\n\tthird line (kafka.server.ReplicaManager)');

    const errors = valueOf(await log.filter({ levels: 0b0110000, terms: [] }, new AbortController().signal));
    assert.equal(errors.records, 2);
    const hit = valueOf(await log.filter({ levels: ALL_LEVELS, terms: [{ text: 'no space', regex: false, matchCase: false, exclude: false }] }, new AbortController().signal));
    const filtered = await untilViewComplete(log, hit.id);
    assert.equal(filtered.problem, undefined);
    assert.deepEqual(valueOf(await log.records(hit.id, 0, 10, LIMITS)).map((r) => r.line), [5]);
    assert.equal(log.indexOfLine(0, 7), 3);
    assert.equal(valueOf(await log.indexOfTime(0, Date.UTC(2026, 10, 25, 3, 0, 2))), 3);
    assert.equal(log.nextOfLevel(0, 0, 1 << 5, false), 3);
    assert.equal(log.nextOfLevel(0, 4, 1 << 3, true), 1);
    const histogram = log.histogram(hit.id, 4);
    assert.equal(histogram?.all.flat().reduce((a, b) => a + b, 0), 4);
    await log.close();
    remove();
  });
});
