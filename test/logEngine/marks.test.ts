import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { LogRecord } from '../../client/src/logEngine/engine';
import { brokerRuns, lastRunBeforeStop, silences, similarRuns, sinceLastStart } from '../../client/src/logEngine/marks';
import { openLog } from '../../client/src/logEngine/openLog';
import { openMerge } from '../../client/src/logEngine/series';
import { stamp } from './brokers';
import { buildWorker, scratchFolder, untilComplete, valueOf, workerPath } from './engineHost';

const START = Date.UTC(2026, 10, 25, 3);
const never = new AbortController().signal;
const at = (seconds: number, text: string): string => `[${stamp(START + seconds * 1000)}] ${text}\n`;
const begin = 'INFO Registered `kafka:type=kafka.Log4jController` MBean (kafka.utils.Log4jControllerRegistration$)';

describe('marks', () => {
  before(buildWorker);

  const text = [
    at(0, 'INFO tail of an earlier run (kafka.log.LogManager)'),
    at(5, 'INFO Terminating process due to signal SIGTERM (org.apache.kafka.common.utils.LoggingSignalHandler)'),
    at(6, 'INFO [BrokerServer id=1] shut down completed (kafka.server.BrokerServer)'),
    at(60, begin), at(61, 'ERROR Exiting Kafka due to fatal exception (kafka.Kafka$)'), 'java.lang.IllegalArgumentException: requirement failed\n',
    at(100, begin), at(101, 'INFO work (kafka.A)'), at(140, 'INFO work (kafka.A)'),
    at(400, begin), at(401, 'INFO the text kafka:type=kafka.Log4jController alone is no start (kafka.A)'), at(402, 'INFO work (kafka.A)'),
  ].join('');

  it('runs of the broker: how each began and ended', async () => {
    const { folder, remove } = scratchFolder();
    const file = path.join(folder, 'server.log');
    writeFileSync(file, text);
    const log = valueOf(await openLog(file, { workerPath }));
    await untilComplete(log);
    const runs = valueOf(await brokerRuns(log, never));
    assert.deepEqual(runs.map(({ startSeen, firstLine, from, lastLine, to, end }) => [startSeen, firstLine, ((from ?? 0) - START) / 1000, lastLine, ((to ?? 0) - START) / 1000, end]), [
      [false, 0, 0, 2, 6, 'stopped'], [true, 3, 60, 4, 61, 'failed'], [true, 6, 100, 8, 140, 'killed'], [true, 9, 400, 11, 402, 'running'],
    ]);
    assert.deepEqual(sinceLastStart(runs), { from: START + 400_000 });
    assert.deepEqual(lastRunBeforeStop(runs), { from: START + 100_000, to: START + 140_000 });
    assert.equal(sinceLastStart([]), undefined);
    assert.equal(lastRunBeforeStop([]), undefined);
    const stop = new AbortController();
    stop.abort();
    const given = await brokerRuns(log, stop.signal);
    assert.equal(!given.ok && given.problem.code, 'cancelled');

    const other = path.join(folder, 'controller.log');
    writeFileSync(other, at(30, 'INFO elsewhere (kafka.B)') + at(500, 'INFO elsewhere (kafka.B)'));
    const merged = valueOf(await openMerge([{ paths: [other] }, { paths: [file] }], { workerPath }));
    await untilComplete(merged);
    assert.deepEqual(valueOf(await brokerRuns(merged, never, 0)), []);
    assert.deepEqual(valueOf(await brokerRuns(merged, never, 1)).map(({ from, to, end }) => [from, to, end]), runs.map(({ from, to, end }) => [from, to, end]));
    await Promise.all([log.close(), merged.close()]);
    remove();
  });

  it('silences: the longest ones, in order', async () => {
    const { folder, remove } = scratchFolder();
    const file = path.join(folder, 'server.log');
    writeFileSync(file, text);
    const log = valueOf(await openLog(file, { workerPath }));
    await untilComplete(log);
    const found = async (least: number, most: number): Promise<unknown[]> => valueOf(await silences(log, least, most, never)).map(({ line, from, to }) => [line, (from - START) / 1000, (to - START) / 1000]);
    assert.deepEqual(await found(39_000, 10), [[3, 6, 60], [6, 61, 100], [8, 101, 140], [9, 140, 400]]);
    assert.deepEqual(await found(39_000, 2), [[3, 6, 60], [9, 140, 400]]);
    assert.deepEqual(await found(1_000_000, 2), []);
    await log.close();
    remove();
  });

  const record = (index: number, message: string): LogRecord => ({ index, line: index, offset: 0, lineCount: 1, level: 3, time: undefined, logger: 'kafka.A', message, rest: [], cause: undefined, cut: false });

  it('similar records: the same but for numbers, in a row', () => {
    const messages = ['start', 'Partition orders-1 offset 17', 'Partition orders-23 offset 4', 'Partition orders-3 offset 99999', 'Partition orders-3 offset', 'x 7b0f3c2e-1111-4a4a-8b8b-0123456789ab', 'x 00000000-abcd-4a4a-8b8b-0123456789ab'];
    assert.deepEqual(similarRuns(messages.map((message, i) => record(i + 50, message))), [{ first: 51, count: 3 }]);
    assert.deepEqual(similarRuns(messages.map((message, i) => record(i, message)), 2), [{ first: 1, count: 3 }, { first: 5, count: 2 }]);
  });

  it('similar records: runs cover just what a naive count finds', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('a 1', 'a 2', 'b'), { maxLength: 40 }), (messages) => {
      const covered = new Set(similarRuns(messages.map((message, i) => record(i, message))).flatMap(({ first, count }) => Array.from({ length: count }, (_, n) => first + n)));
      const same = (i: number, j: number): boolean => messages[i]?.[0] === messages[j]?.[0];
      messages.forEach((_, i) => { assert.equal(covered.has(i), [i - 2, i - 1, i].some((first) => first >= 0 && first + 2 < messages.length && same(first, first + 1) && same(first, first + 2))); });
    }));
  });
});
