import assert from 'node:assert/strict';
import { ALL_LEVELS } from '../../client/src/logEngine/engine';
import { answer } from '../../client/src/logViewer/answering';
import type { Methods, MethodName, Notice, Outcome, Request } from '../../client/src/logViewer/protocol';
import { MARK, isRequest, isResponse } from '../../client/src/logViewer/protocol';
import { LogSession } from '../../client/src/logViewer/session';
import { MemoryLog } from '../support/memoryLog';

const TEXT = `[2026-11-24 02:47:10,000] INFO Rolled new log segment (kafka.log.LocalLog)
[2026-11-24 02:47:11,000] WARN Disk is slow (kafka.log.LogManager)
[2026-11-24 02:47:12,318] ERROR Error while appending records to payments-17 (kafka.server.LogDirFailureChannel)
java.io.IOException: failed
	at kafka.log.LogSegment.append(LogSegment.scala:1)
Caused by: java.io.IOException: No space left on device
[2026-11-24 02:47:12,702] FATAL Shutdown broker (kafka.log.LogManager)
[2026-11-24 02:55:04,020] INFO Starting payments-17 (kafka.server.KafkaRaftServer)
`;

const ANY = { levels: ALL_LEVELS, terms: [] };
const term = (text: string, exclude = false): { text: string; regex: boolean; matchCase: boolean; exclude: boolean } => ({ text, regex: false, matchCase: false, exclude });

function open(log = new MemoryLog(TEXT)) {
  const notices: Notice[] = [];
  const copied: string[] = [];
  const session = new LogSession({
    file: { name: 'server.log', path: '/logs/server.log', where: 'broker-2', records: '' },
    log: () => ({ ok: true, value: log }), reopen: () => Promise.resolve({ ok: true, value: log }),
    post: (notice) => { notices.push(notice); }, siblings: () => Promise.resolve([]), openSibling: () => Promise.resolve(),
    copy: (text) => { copied.push(text); return Promise.resolve(); },
  });
  const ask = async <M extends MethodName>(method: M, ...args: Parameters<Methods[M]>): Promise<ReturnType<Methods[M]>> => {
    // A page's messages travel as JSON: what is undefined in a list arrives as null.
    const response = await answer(session.answers, JSON.parse(JSON.stringify({ kind: 'request', id: 1, method, args })) as Request);
    assert.ok(response.outcome.ok, JSON.stringify(response.outcome));
    return response.outcome.value as ReturnType<Methods[M]>;
  };
  return { log, session, ask, notices, copied };
}

describe('log viewer session', () => {
  it('gives the views of a filter, with the counts of all levels', async () => {
    const { ask } = open();
    await ask('open');
    const views = await ask('filter', { levels: 1 << 5, terms: [term('payments-17')] }, []);
    assert.equal(views.shown.records, 1);
    assert.deepEqual(views.allLevels.counts, [0, 0, 0, 1, 0, 1, 0]);
    assert.equal(views.hits, undefined);
  });

  it('uses the view of everything when nothing is filtered', async () => {
    const { ask, log } = open();
    await ask('open');
    const views = await ask('filter', ANY, []);
    assert.deepEqual([views.shown.id, views.allLevels.id, log.openViews], [0, 0, 0]);
  });

  it('filters by the logs of a whole that is put together', async () => {
    const { ask, log } = open();
    await ask('open');
    await ask('filter', { ...ANY, sources: [0] }, []);
    assert.equal(log.openViews, 1);
  });

  it('frees the views of the filter before', async () => {
    const { ask, log, session } = open();
    await ask('open');
    for (const text of ['a', 'b', 'c']) await ask('filter', { levels: 1 << 5, terms: [term(text)] }, [term('x')]);
    assert.equal(log.openViews, 3);
    session.dispose();
    assert.equal(log.openViews, 0);
  });

  it('numbers records among all, so that hidden ones can be counted', async () => {
    const { ask } = open();
    await ask('open');
    const { shown } = await ask('filter', { levels: (1 << 4) | (1 << 6), terms: [] }, []);
    const block = await ask('records', shown.id, 1, 10);
    assert.equal(block.previous?.number, 1);
    assert.deepEqual(block.records.map((record) => [record.index, record.number]), [[1, 3]]);
  });

  it('walks the marked records in a circle', async () => {
    const { ask } = open();
    await ask('open');
    const { shown, hits } = await ask('filter', ANY, [term('payments-17')]);
    assert.equal(hits?.records, 2);
    const next = async (line: number, backwards: boolean): Promise<number | undefined> => (await ask('nextHit', hits.id, shown.id, line, backwards))?.line;
    assert.equal(await next(0, false), 2);
    assert.equal(await next(2, false), 7);
    assert.equal(await next(7, false), 2);
    assert.equal(await next(2, true), 7);
    assert.equal(await ask('hitNumber', hits.id, 7), 1);
    assert.equal(await ask('hitNumber', hits.id, 6), -1);
  });

  it('marks levels and matches on the scrollbar', async () => {
    const { ask } = open();
    await ask('open');
    const { shown, hits } = await ask('filter', ANY, [term('payments-17')]);
    assert.deepEqual(await ask('marks', shown.id, hits?.id, 5), [0, MARK.warn, MARK.error | MARK.hit, MARK.fatal, MARK.hit]);
  });

  it('counts what each filter would leave', async () => {
    const { ask, log } = open();
    await ask('open');
    assert.deepEqual(await ask('count', [ANY, { ...ANY, levels: 1 << 5 }, { ...ANY, terms: [term('payments-17', true)] }]), [5, 1, 3]);
    assert.equal(log.openViews, 0);
  });

  it('copies the whole record', async () => {
    const { ask, copied } = open();
    await ask('open');
    await ask('copyRecord', 2);
    assert.match(copied[0] ?? '', /^\[2026-11-24 02:47:12,318\] ERROR .*\n.*\n.*\nCaused by: .*device$/);
  });

  it('tells of growth and of truncation', async () => {
    const { ask, log, notices } = open();
    await ask('open');
    await ask('filter', ANY, []);
    log.append('[2026-11-24 02:56:00,000] ERROR again (kafka.Kafka)\n');
    assert.ok(notices.some((notice) => notice.event === 'view' && notice.value.records === 6));
    log.truncate('server.log was cut to 0 bytes');
    assert.ok(notices.some((notice) => notice.event === 'state' && notice.value.generation === 1 && notice.value.notice === 'server.log was cut to 0 bytes'));
  });

  it('takes arguments that are left out as left out', async () => {
    const asked: unknown[] = [];
    const log = Object.assign(new MemoryLog(TEXT), { histogram: (...given: readonly unknown[]): undefined => { asked.push(...given); } });
    await open(log).ask('histogram', 0, 10, undefined, undefined);
    assert.deepEqual(asked, [0, 10, undefined, undefined]);
  });

  it('answers every request, even when the method throws or is unknown', async () => {
    const { session } = open();
    const failing = { ...session.answers, siblings: () => Promise.reject(new Error('disk gone')) };
    const fails = async (method: string): Promise<Outcome<unknown>> => (await answer(failing, { kind: 'request', id: 7, method, args: [] } as unknown as Request)).outcome;
    assert.deepEqual(await fails('siblings'), { ok: false, problem: { code: 'failed', message: 'disk gone' } });
    assert.equal((await fails('constructor')).ok, false);
  });

  it('takes only messages of the protocol', () => {
    assert.ok(isRequest({ kind: 'request', id: 1, method: 'open', args: [] }));
    for (const message of [undefined, null, 'request', {}, { kind: 'request', id: 'x', method: 'open', args: [] }, { kind: 'response', id: 1, outcome: {} }]) assert.ok(!isRequest(message));
    assert.ok(isResponse({ kind: 'response', id: 1, outcome: { ok: true } }));
  });
});
