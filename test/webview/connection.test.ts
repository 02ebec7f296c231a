import assert from 'node:assert/strict';
import type { NumberedRecord, Outcome, RecordBlock, Request } from '../../client/src/logViewer/protocol';
import { connect } from '../../client/webview/connection';
import { BLOCK, RecordCache } from '../../client/webview/recordCache';

function wired() {
  const posted: Request[] = [];
  const timers = new Set<() => void>();
  const events: unknown[] = [];
  const connection = connect({
    post: (request) => { posted.push(request); },
    after: (_ms, run) => { timers.add(run); return () => { timers.delete(run); }; },
  }, { state: (value) => { events.push(value); }, view: () => undefined, goTo: () => undefined, restart: () => undefined, problems: () => undefined, run: () => undefined });
  return { connection, posted, timers, events };
}

describe('connection of the page', () => {
  it('gives each answer to its own request', async () => {
    const { connection, posted, timers } = wired();
    const one = connection.call('indexOfLine', 0, 1);
    const two = connection.call('indexOfLine', 0, 2);
    connection.receive({ kind: 'response', id: posted[1]?.id, outcome: { ok: true, value: 22 } });
    connection.receive({ kind: 'response', id: posted[0]?.id, outcome: { ok: true, value: 11 } });
    assert.deepEqual([await one, await two], [{ ok: true, value: 11 }, { ok: true, value: 22 }]);
    assert.equal(timers.size, 0);
  });

  it('ends a request without an answer', async () => {
    const { connection, timers } = wired();
    const asked = connection.call('records', 0, 0, 10);
    for (const run of timers) run();
    const outcome = await asked;
    assert.ok(!outcome.ok && outcome.problem.code === 'timeout');
  });

  it('passes on events and leaves other messages alone', () => {
    const { connection, events } = wired();
    connection.receive({ kind: 'event', event: 'state', value: 1 });
    connection.receive({ kind: 'event', event: 'toString', value: 2 });
    connection.receive('hello');
    assert.deepEqual(events, [1]);
  });
});

describe('record cache', () => {
  const block = (from: number, count: number): RecordBlock => ({ previous: undefined, records: Array.from({ length: count }, (_, i) => ({ index: from + i, line: from + i }) as NumberedRecord) });

  it('reads in blocks what the screen needs, and nothing twice', async () => {
    const asked: number[] = [];
    const cache = new RecordCache((_view, from, count) => { asked.push(from); return Promise.resolve({ ok: true, value: block(from, count) }); }, () => undefined);
    cache.use(0);
    cache.want(100, 140, 1000);
    cache.want(100, 140, 1000);
    await new Promise(setImmediate);
    assert.deepEqual(asked, [BLOCK, 2 * BLOCK]);
    assert.equal(cache.get(130)?.line, 130);
    assert.equal(cache.get(5), undefined);
    assert.equal((cache.before(130) as NumberedRecord).line, 129);
    assert.equal(cache.before(0), 'none');
  });

  it('throws away the answers of an earlier view, and draws the old records until the new ones are there', async () => {
    const answers: ((outcome: Outcome<RecordBlock>) => void)[] = [];
    const cache = new RecordCache(() => new Promise((resolve) => { answers.push(resolve); }), () => undefined);
    cache.use(1);
    cache.want(0, 10, 20);
    cache.use(2);
    cache.want(0, 10, 20);
    answers[0]?.({ ok: true, value: block(500, 5) });
    await new Promise(setImmediate);
    assert.equal(cache.get(0), undefined);
    answers[1]?.({ ok: true, value: block(0, 20) });
    await new Promise(setImmediate);
    assert.equal(cache.get(0)?.line, 0);
    cache.moved();
    assert.equal(cache.get(0)?.line, 0);
  });
});
