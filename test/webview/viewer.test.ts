import assert from 'node:assert/strict';
import { answer } from '../../client/src/logViewer/answering';
import type { Request } from '../../client/src/logViewer/protocol';
import { LogSession } from '../../client/src/logViewer/session';
import { arriveAt } from '../../client/webview/arriving';
import { connect } from '../../client/webview/connection';
import { ERROR_AND_ABOVE, NO_FILTER, withPill } from '../../client/webview/filter';
import { first, last, nextHit, nextOfLevel, page, step } from '../../client/webview/moving';
import { restored } from '../../client/webview/state';
import { Viewer } from '../../client/webview/viewer';
import { MemoryLog } from '../support/memoryLog';

const start = Date.parse('2026-11-24T00:00:00Z');
/** One record a second; every tenth an ERROR with a trace of four lines. */
function lines(from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; i++) {
    const stamp = new Date(start + i * 1000).toISOString().replace('T', ' ').replace('.', ',').replace('Z', '');
    text += i % 10 === 0 ? `[${stamp}] ERROR failure ${i} (kafka.A)\njava.io.IOException: x\n\tat kafka.A.a(A.scala:1)\n\tat kafka.A.b(A.scala:2)\nCaused by: y${i}\n` : `[${stamp}] INFO record ${i} (kafka.B)\n`;
  }
  return text;
}

/** A page without a picture: viewer, session and log, connected by the real protocol. */
async function opened(log = new MemoryLog(lines(0, 400)), saved?: unknown) {
  const kept: unknown[] = [];
  const timers = new Set<() => void>();
  const session = new LogSession({
    file: { name: 'server.log', path: '/logs/server.log', where: 'broker-2', records: '' },
    log: () => ({ ok: true, value: log }), reopen: () => Promise.resolve({ ok: true, value: log }), post: (notice) => { connection.receive(structuredClone(notice)); },
    siblings: () => Promise.resolve([]), openSibling: () => Promise.resolve(), copy: () => Promise.resolve(),
  });
  const after = (_ms: number, run: () => void): (() => void) => {
    timers.add(run);
    return () => { timers.delete(run); };
  };
  const connection = connect({ post: (request: Request) => { void answer(session.answers, structuredClone(request)).then((response) => { connection.receive(structuredClone(response)); }); }, after: () => () => undefined },
    { state: (state) => { viewer.onState(state); }, view: (view) => { viewer.onView(view); }, goTo: (time) => { arriveAt(viewer, time); }, restart: () => void viewer.start(), problems: () => undefined, run: () => undefined });
  const viewer = new Viewer({ call: connection.call, frame: (draw) => { setImmediate(draw); }, after, keep: (value) => { kept.push(value); } }, restored(saved), false);
  viewer.pageRows = 20;
  /** Lets everything that is under way come to its end. */
  const settle = async (): Promise<void> => { for (let i = 0; i < 30; i++) await new Promise(setImmediate); };
  const runTimers = (): void => { for (const run of [...timers]) { timers.delete(run); run(); } };
  void viewer.start();
  await settle();
  const rowOf = (line: number): number => {
    let row = -viewer.state.top.row;
    for (let index = viewer.state.top.index; index < viewer.total && row < 25; index++) {
      if (viewer.cache.get(index)?.line === line) return row;
      row += viewer.rowsOf(index);
    }
    return -1;
  };
  return { viewer, log, settle, runTimers, kept, rowOf };
}

describe('viewer', () => {
  it('opens at the first record and reads what the screen shows', async () => {
    const { viewer } = await opened();
    assert.equal(viewer.total, 400);
    assert.deepEqual(viewer.state.top, { index: 0, row: 0 });
    assert.equal(viewer.cache.get(0)?.message, 'failure 0');
    assert.deepEqual(viewer.linesAt(0)?.map((line) => line.kind), ['head', 'folded']);
  });

  it('keeps the current record on its row when the filter changes', async () => {
    const { viewer, settle, rowOf } = await opened();
    await viewer.select(200);
    await settle();
    const line = viewer.state.current?.line ?? -1;
    const before = rowOf(line);
    assert.ok(before >= 0);
    viewer.setFilter(withPill(NO_FILTER, { kind: 'not', text: 'record 19', regex: false, matchCase: false }));
    await settle();
    assert.equal(rowOf(line), before);
    assert.equal(viewer.currentRecord?.line, line);
  });

  it('puts the nearest record there when the filter hides the current one', async () => {
    const { viewer, settle } = await opened();
    await viewer.select(205);
    viewer.setFilter({ ...NO_FILTER, levels: ERROR_AND_ABOVE });
    await settle();
    assert.equal(viewer.total, 40);
    assert.deepEqual([viewer.currentRecord, viewer.state.current?.index], [undefined, 20]);
    viewer.setFilter(NO_FILTER);
    await settle();
    assert.deepEqual(viewer.currentRecord?.message, 'record 205');
  });

  it('waits for a pause in the typing', async () => {
    const { viewer, settle, runTimers } = await opened();
    viewer.setFilter({ ...NO_FILTER, text: 'failure 1' }, true);
    await settle();
    assert.equal(viewer.total, 400);
    runTimers();
    await settle();
    assert.equal(viewer.total, 11);
  });

  it('leaves the rows alone while a pattern is half typed', async () => {
    const { viewer, settle } = await opened();
    viewer.setFilter({ ...NO_FILTER, text: '(failure', regex: true });
    await settle();
    assert.equal(viewer.total, 400);
    viewer.setFilter({ ...NO_FILTER, text: '(failure) 1?0 ', regex: true });
    await settle();
    assert.equal(viewer.total, 2);
  });

  it('follows the end, and counts instead of moving once the reader scrolled up', async () => {
    const { viewer, log, settle } = await opened();
    await last(viewer);
    await settle();
    assert.ok(viewer.state.following);
    log.append(lines(400, 405));
    await settle();
    assert.equal(viewer.state.top.index, 405 - 18, 'two records of the last page take two rows');
    viewer.place.scrollBy(-5);
    const { top } = viewer.state;
    log.append(lines(405, 415));
    await settle();
    assert.deepEqual(viewer.state.top, top);
    assert.equal(viewer.total - (viewer.state.paused?.records ?? 0), 10);
    viewer.place.scrollBy(500);
    assert.ok(viewer.state.following);
    assert.equal(viewer.state.paused, undefined);
  });

  it('begins anew when the file was cut', async () => {
    const { viewer, log, settle } = await opened();
    await viewer.select(300);
    log.truncate('server.log was cut to 0 bytes');
    await settle();
    assert.equal(viewer.total, 0);
    assert.equal(viewer.state.current, undefined);
    log.append(lines(0, 3));
    await settle();
    assert.equal(viewer.total, 3);
    assert.equal(viewer.cache.get(2)?.message, 'record 2');
  });

  it('steps by records, pages, levels and matches', async () => {
    const { viewer, settle } = await opened();
    const now = (): string | undefined => viewer.currentRecord?.message;
    await step(viewer, 1);
    assert.equal(now(), 'failure 0');
    await step(viewer, 1);
    assert.equal(now(), 'record 1');
    assert.ok(await nextOfLevel(viewer, ERROR_AND_ABOVE, false));
    assert.equal(now(), 'failure 10');
    assert.ok(await nextOfLevel(viewer, ERROR_AND_ABOVE, true));
    assert.equal(now(), 'failure 0');
    assert.ok(!(await nextOfLevel(viewer, ERROR_AND_ABOVE, true)));
    await page(viewer, 1);
    assert.ok((viewer.state.current?.index ?? 0) > 10);
    await first(viewer);
    assert.equal(now(), 'failure 0');
    viewer.setFilter(withPill(NO_FILTER, { kind: 'mark', text: 'y390', regex: false, matchCase: false }));
    await settle();
    assert.ok(await nextHit(viewer, false));
    await settle();
    assert.equal(now(), 'failure 390');
    assert.deepEqual([viewer.total, viewer.state.hit], [400, 0]);
  });

  it('unfolds a trace in place', async () => {
    const { viewer, settle } = await opened();
    await viewer.select(10);
    const line = viewer.state.current?.line ?? 0;
    await viewer.fold(line, true);
    await settle();
    assert.equal(viewer.rowsOf(10), 5);
    await viewer.fold(line, false);
    assert.equal(viewer.rowsOf(10), 2);
  });

  it('comes back as it was after hiding', async () => {
    const { viewer, settle, runTimers, kept, log } = await opened();
    viewer.setFilter(withPill(NO_FILTER, { kind: 'not', text: 'record 7', regex: false, matchCase: false }));
    await settle();
    await viewer.select(150);
    await viewer.fold(viewer.cache.get(144)?.line ?? 0, true);
    await settle();
    runTimers();
    const again = await opened(log, structuredClone(kept.at(-1)));
    await again.settle();
    assert.deepEqual(again.viewer.state.filter, viewer.state.filter);
    assert.deepEqual(again.viewer.state.top.index, viewer.state.top.index);
    assert.equal(again.viewer.currentRecord?.line, viewer.currentRecord?.line);
  });
});
