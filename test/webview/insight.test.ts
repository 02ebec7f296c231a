import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { FoundProblem, LogRun } from '../../client/src/logViewer/protocol';
import { fitting } from '../../client/webview/problemsFit';
import { rangeChoices, runChoices } from '../../client/webview/rangeChoices';
import { linesOf } from '../../client/webview/recordLines';
import { landmarksAt, landmarksOf } from '../../client/webview/timelineMarks';

const runs: readonly LogRun[] = [
  { startSeen: false, from: 0, to: 1000, end: 'stopped', broker: undefined },
  { startSeen: true, from: 2000, to: 3000, end: 'failed', broker: undefined },
  { startSeen: true, from: 5000, to: 9000, end: 'running', broker: undefined },
];
const problem = (time: number, title: string, severity: FoundProblem['severity']): FoundProblem => ({ id: title, title, severity, count: 1, line: time, time });

describe('ranges of times', () => {
  it('offer the last start, the last run that ended, the first problem', () => {
    const choices = rangeChoices({ lastTime: 1_000_000, current: 500_000, runs: { runs, sinceStart: { from: 5000 }, lastRun: { from: 2000, to: 3000 } }, problem: 2500 }).map(({ name, from, to }) => [name, from, to]);
    assert.deepEqual(choices, [
      ['Whole log', undefined, undefined], ['Five minutes around the current record', 200_000, 800_000], ['Since the last start of the broker', 5000, undefined],
      ['Last run before it stopped', 2000, 3000], ['From the first known problem', 2500, undefined], ['Last 15 minutes', 100_000, undefined],
    ]);
    assert.deepEqual(rangeChoices({ lastTime: 1_000_000, current: undefined, runs: undefined, problem: undefined }).map(({ name }) => name), ['Whole log', 'Last 15 minutes']);
  });

  it('offer every run, the last one first, when there are several', () => {
    assert.deepEqual(runChoices(runs).map(({ name, from, to }) => [name, from, to]), [['Run that goes on', 5000, undefined], ['Run that failed', 2000, 3000], ['Run that was stopped, its start is not in the log', 0, 1000]]);
    assert.deepEqual(runChoices(runs.slice(2)), []);
    assert.equal(runChoices(runs.map((run) => ({ ...run, broker: 'broker-1' })))[0]?.name, 'broker-1: Run that goes on');
  });
});

describe('the strip of problems', () => {
  it('lets warnings go first, then what came later', () => {
    const items = [{ mild: true, width: 100 }, { mild: false, width: 100 }, { mild: true, width: 100 }, { mild: false, width: 100 }];
    assert.deepEqual([...fitting(items, 400)], [0, 1, 2, 3]);
    assert.deepEqual([...fitting(items, 310)], [0, 1, 3]);
    assert.deepEqual([...fitting(items, 210)], [1, 3]);
    assert.deepEqual([...fitting(items, 150)], [1]);
    assert.deepEqual([...fitting(items, 50)], []);
  });

  it('never takes more room than there is', () => {
    fc.assert(fc.property(fc.array(fc.record({ mild: fc.boolean(), width: fc.integer({ min: 1, max: 300 }) }), { maxLength: 30 }), fc.nat(2000), (items, room) => {
      const shown = fitting(items, room);
      const used = [...shown].reduce((sum, i) => sum + (items[i]?.width ?? 0), 0);
      assert.ok(used <= room);
      items.forEach((item, i) => { if (!shown.has(i)) assert.ok(used + item.width > room); });
    }));
  });
});

describe('marks of the timeline', () => {
  const marks = landmarksOf([problem(2500, 'Disk full', 'fatal'), problem(2600, 'ISR shrunk', 'attention')], runs);

  it('stand where problems began and where the broker started and ended', () => {
    assert.deepEqual(marks.map(({ time, kind }) => [time, kind]), [[1000, 'stop'], [2000, 'start'], [2500, 'severe'], [2600, 'mild'], [3000, 'fail'], [5000, 'start']]);
  });

  it('are named near the pointer', () => {
    const scale = { from: 0, to: 10_000, width: 1000 };
    assert.equal(landmarksAt(marks, scale, 500), '00:00:05 start of the broker');
    assert.equal(landmarksAt(marks, scale, 700), '');
  });
});

describe('the note of a bookmark', () => {
  it('is a row of its own', () => {
    const record = { index: 0, number: 0, line: 0, offset: 0, lineCount: 1, level: 3, time: 0, logger: '', message: 'm', rest: [], cause: undefined, cut: false } as const;
    assert.deepEqual(linesOf(record, 'none', undefined, 'why').map(({ kind }) => kind), ['head', 'note']);
    assert.deepEqual(linesOf(record, 'none', undefined, '').map(({ kind }) => kind), ['head']);
  });
});
