import assert from 'node:assert/strict';
import { Bookmarks, type Memory } from '../../client/src/logViewer/bookmarks';
import { PageInsight, type InsightHost } from '../../client/src/logViewer/insight';
import type { Explanation } from '../../client/src/logViewer/insightProtocol';
import type { Outcome } from '../../client/src/logViewer/protocol';
import { incidentReport, withoutSecretWords, type Incident } from '../../client/src/logViewer/report';
import { MemoryLog } from '../support/memoryLog';

const T0 = Date.parse('2026-11-24T00:00:00Z');
const at = (n: number): string => `[2026-11-24 00:${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')},000]`;
const START = 'Registered kafka:type=kafka.Log4jController MBean (kafka.utils.Log4jControllerRegistration$)';
/** A run that fails, a silence of seven minutes, and a run that goes on. */
const TEXT = `${at(0)} INFO ${START}\n${at(10)} ERROR Error while appending to p-1 (a.B)\njava.io.IOException: No space left on device\n${at(11)} ERROR Exiting Kafka due to fatal exception (kafka.Kafka$)\n${at(431)} INFO ${START}\n${at(432)} INFO listener.name.x.sasl.jaas.config = password="sesame" (a.C)\n`;

class Store implements Memory {
  readonly values = new Map<string, unknown>();
  get(key: string): unknown { return structuredClone(this.values.get(key)); }
  update(key: string, value: unknown): Promise<void> {
    this.values.set(key, structuredClone(value));
    return Promise.resolve();
  }
}

function valueOf<T>(outcome: Outcome<T>): T {
  assert.ok(outcome.ok);
  return outcome.value;
}

const EXPLANATION: Explanation = { problem: { id: 'full', title: 'Disk full', severity: 'fatal' }, means: ['The disk is full.'], check: [], settings: [{ key: 'log.dirs', value: '/data', uri: 'file:///b/server.properties', file: 'server.properties', line: 4, warns: false }], follows: [], leadsTo: [] };

function opened(log = new MemoryLog(TEXT)): { readonly insight: PageInsight; readonly log: MemoryLog; readonly reports: string[]; readonly events: string[]; readonly store: Store; readonly asked: unknown[] } {
  const reports: string[] = [];
  const events: string[] = [];
  const asked: unknown[] = [];
  const store = new Store();
  const host: InsightHost = {
    knowledge: {
      searchWords: () => Promise.resolve([]),
      recognise: (records) => Promise.resolve(records.map(({ lines }) => (lines.length > 0 ? EXPLANATION.problem ?? null : null))),
      explain: (uri, record) => {
        asked.push(uri, record);
        return Promise.resolve(record.lines.length > 0 ? EXPLANATION : null);
      },
    },
    memory: store, uriOf: (path) => `file://${path}`, openSetting: () => Promise.resolve(),
    openReport: (markdown) => {
      reports.push(markdown);
      return Promise.resolve();
    },
  };
  const insight = new PageInsight(() => ({ file: { name: 'server.log', path: '/b/logs/server.log', where: 'broker-2', records: '' }, insight: host, log: () => ({ ok: true, value: log }), post: ({ event }) => { events.push(event); } }));
  return { insight, log, reports, events, store, asked };
}

async function settle(): Promise<void> { for (let i = 0; i < 60; i++) await new Promise(setImmediate); }

describe('what a page may ask beyond records', () => {
  it('gives the runs of the broker with their ends', async () => {
    const { insight } = opened();
    const { runs, sinceStart, lastRun } = valueOf(await insight.answers.runs());
    assert.deepEqual([sinceStart, lastRun], [{ from: T0 + 431_000 }, { from: T0, to: T0 + 11_000 }]);
    assert.deepEqual(runs.map(({ startSeen, from, to, end }) => [startSeen, from, to, end]), [[true, T0, T0 + 11_000, 'failed'], [true, T0 + 431_000, T0 + 432_000, 'running']]);
    insight.stop();
  });

  it('finds problems, and tells that more is known', async () => {
    const { insight, events } = opened();
    await insight.answers.problems(undefined, undefined);
    await settle();
    assert.deepEqual(valueOf(await insight.answers.problems(undefined, undefined)).found.map(({ title, count, line }) => [title, count, line]), [['Disk full', 1, 1]]);
    assert.deepEqual(valueOf(await insight.answers.nextProblem(0, 0, false)), { index: 1, line: 1 });
    assert.equal(valueOf(await insight.answers.nextProblem(0, 1, false)), undefined);
    insight.stop();
    assert.ok(events.every((event) => event === 'problems'));
  });

  it('explains a record by its words and the address of its log', async () => {
    const { insight, asked } = opened();
    assert.equal(valueOf(await insight.answers.explain(1))?.problem?.title, 'Disk full');
    assert.deepEqual(asked, ['file:///b/logs/server.log', { level: 'ERROR', logger: 'a.B', message: 'Error while appending to p-1', lines: ['java.io.IOException: No space left on device'] }]);
    assert.equal(valueOf(await insight.answers.explain(0)), undefined);
    insight.stop();
  });

  it('writes a report with problems, runs, settings, counts and bookmarks', async () => {
    const { insight, reports } = opened();
    await insight.answers.problems(undefined, undefined);
    await settle();
    await insight.answers.setBookmark(1, 'the first failure');
    await insight.answers.setBookmark(5, '');
    await insight.answers.exportReport(undefined, undefined);
    const [report = ''] = reports;
    for (const part of [
      '# Incident on broker-2, 24 November 2026\n', '| Began | 00:00:10.000 Disk full |', '| 00:00:10.000 | Disk full | stops the broker or a part of it | 1 |',
      '- started 00:00:00.000, failed 00:00:11.000\n- started 00:07:11.000, still running at the end', '- server.properties:4 `log.dirs=/data`', '| server.log | 0 | 2 | 0 | 5 |',
      '### 00:00:10.000 ERROR\n\nthe first failure\n\n```text\n[2026-11-24 00:00:10,000] ERROR Error while appending to p-1 (a.B)\njava.io.IOException: No space left on device\n```', 'password=•••',
    ]) assert.ok(report.includes(part), `${part}\n---\n${report}`);
    assert.ok(!report.includes('sesame'));
    insight.stop();
  });

  it('answers with nothing where nobody knows anything', async () => {
    const insight = new PageInsight(() => ({ file: { name: 'server.log', path: '/server.log', where: '', records: '' }, insight: undefined, log: () => ({ ok: true, value: new MemoryLog(TEXT) }), post: () => undefined }));
    assert.deepEqual(valueOf(await insight.answers.runs()).runs, []);
    assert.deepEqual(valueOf(await insight.answers.problems(undefined, undefined)).all, []);
    assert.equal(valueOf(await insight.answers.explain(1)), undefined);
    assert.deepEqual(valueOf(await insight.answers.setBookmark(1, '')), []);
  });
});

describe('bookmarks', () => {
  it('are found again by time and text when lines have moved, and stay kept when the record is gone', async () => {
    const store = new Store();
    const log = new MemoryLog(TEXT);
    const bookmarks = new Bookmarks(store, '/b/server.log');
    await bookmarks.set(log, 3, 'here');
    await bookmarks.set(log, 1, '');
    assert.deepEqual((await bookmarks.all(log)).map(({ line, note, level }) => [line, note, level]), [[1, '', 5], [3, 'here', 5]]);
    const rotated = new MemoryLog(`${at(0)} INFO one line more in front (a.D)\n${TEXT}`);
    assert.deepEqual((await new Bookmarks(store, '/b/server.log').all(rotated)).map(({ line }) => line), [2, 4]);
    const other = new MemoryLog(`${at(500)} INFO another file (a.D)\n`);
    assert.deepEqual(await bookmarks.all(other), []);
    assert.equal((await bookmarks.all(log)).length, 2);
    await bookmarks.set(log, 3, undefined);
    await bookmarks.set(log, 1, undefined);
    assert.equal(store.values.get('bookmarks:/b/server.log'), undefined);
  });

  it('leave alone what is no bookmark', async () => {
    const store = new Store();
    await store.update('bookmarks:/x', [{ line: 'x' }, null, 3]);
    assert.deepEqual(await new Bookmarks(store, '/x').all(new MemoryLog(TEXT)), []);
    await store.update('bookmarks:/x', 'nonsense');
    assert.deepEqual(await new Bookmarks(store, '/x').all(new MemoryLog(TEXT)), []);
  });
});

describe('the incident report', () => {
  const empty: Incident = { log: 'server.log', where: 'broker|1', from: undefined, to: undefined, counts: [], problems: [], incomplete: false, runs: [], settings: [], bookmarks: [] };

  it('stands even when nothing is known', () => {
    const report = incidentReport(empty);
    assert.ok(report.startsWith('# Incident on broker\\|1\n\n'));
    assert.ok(report.includes('No known problem was recognised.'));
  });

  it('fences records that hold fences, and says when it is not complete', () => {
    const report = incidentReport({ ...empty, from: T0, to: T0 + 90_061_000, incomplete: true, bookmarks: [{ time: T0, level: 4, note: '', text: 'a ``` b' }] });
    assert.ok(report.includes('````text\na ``` b\n````'));
    assert.ok(report.includes('1 d 1 h'));
    assert.ok(report.includes('there may be more'));
  });

  it('shows no secret', () => {
    for (const secret of ['ssl.keystore.password = sesame', 'password="sesame seed"', "token: 'sesame'", 'user_admin="sesame"', 'Authorization: Basic sesame', 'sasl.jaas.config=x password=sesame;', 'api_key=sesame, x=1']) {
      assert.ok(!withoutSecretWords(secret).includes('sesame'), secret);
    }
    assert.equal(withoutSecretWords('ssl.key.password = [hidden]'), 'ssl.key.password = [hidden]');
    assert.equal(withoutSecretWords('log.dirs = /data'), 'log.dirs = /data');
  });
});
