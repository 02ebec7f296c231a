import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { MOST_FILES, isLiveName, openWhole } from '../../client/src/logViewer/openWhole';
import { buildWorker, scratchFolder, untilComplete, valueOf, workerPath } from '../logEngine/engineHost';

const record = (hour: number): string => `[2026-11-25 0${hour}:00:00,000] INFO hour ${hour} (kafka.Test)\n`;

/** Opens one file of a folder with these texts; gives its first lines with the files they stand in, and how many files there are (undefined for a single one). */
async function opened(texts: Readonly<Record<string, string | Buffer>>, name: string): Promise<{ readonly files: number | undefined; readonly rows: readonly string[]; readonly notice: string | undefined }> {
  const { folder, remove } = scratchFolder();
  for (const [each, text] of Object.entries(texts)) writeFileSync(path.join(folder, each), text);
  const log = valueOf(await openWhole(path.join(folder, name), { workerPath, workers: 1 }));
  try {
    const state = await untilComplete(log);
    const records = valueOf(await log.records(0, 0, 100, { maxChars: 100, maxLines: 1 }));
    return { notice: state.notice, files: state.sources?.length, rows: records.map(({ message, file, fileLine }) => (file === undefined ? message : `${message}, ${path.basename(file)} ${fileLine ?? '?'}`)) };
  } finally {
    await log.close();
    remove();
  }
}

describe('which files the log viewer opens', () => {
  before(buildWorker);

  it('the log that is written now, with its rotated files, packed ones too', async () => {
    const texts = { 'server.log.2026-11-25-01.gz': gzipSync(record(1)), 'server.log.2026-11-25-02': record(2) + record(2), 'server.log': record(3), 'controller.log.1': record(1) };
    assert.deepEqual(await opened(texts, 'server.log'), { notice: undefined, files: 3, rows: ['hour 1, server.log.2026-11-25-01.gz 0', 'hour 2, server.log.2026-11-25-02 0', 'hour 2, server.log.2026-11-25-02 1', 'hour 3, server.log 0'] });
  });

  it('a log without rotated files as a series of one: it may be rotated while it is followed', async () => {
    const texts = { 'server.log.1': record(1), 'controller.log': record(3) };
    assert.deepEqual(await opened(texts, 'controller.log'), { notice: undefined, files: 1, rows: ['hour 3, controller.log 0'] });
  });

  it('a rotated file, and a file of another name alone', async () => {
    const texts = { 'server.log.1': record(1), 'server.log': record(2), 'broker.jsonl': record(4) };
    assert.deepEqual(await opened(texts, 'server.log.1'), { notice: undefined, files: undefined, rows: ['hour 1'] });
    assert.deepEqual(await opened(texts, 'broker.jsonl'), { notice: undefined, files: undefined, rows: ['hour 4'] });
  });

  it('of a very long series the youngest files, and says so', async () => {
    // The higher the number the older, as log4j 1 and logrotate count.
    const older = (i: number): string => `[2026-11-25 0${8 - Math.floor(i / 60)}:${String(59 - i % 60).padStart(2, '0')}:00,000] INFO file ${i} (kafka.Test)\n`;
    const rotated = Array.from({ length: MOST_FILES + 1 }, (_, i): [string, string] => [`server.log.${i + 1}`, older(i + 1)]);
    const { files, rows, notice } = await opened({ ...Object.fromEntries(rotated), 'server.log': record(9) }, 'server.log');
    assert.deepEqual([files, notice, rows[0], rows[99]], [MOST_FILES, 'The 2 oldest rotated files are left out', `file ${MOST_FILES - 1}, server.log.${MOST_FILES - 1} 0`, `file ${MOST_FILES - 100}, server.log.${MOST_FILES - 100} 0`]);
  });

  it('a packed file as the text in it', async () => {
    assert.deepEqual(await opened({ 'server.log.1.gz': gzipSync(record(1)), 'server.log': record(2) }, 'server.log.1.gz'), { notice: undefined, files: 1, rows: ['hour 1, server.log.1.gz 0'] });
  });

  it('a log that is gone says so, also when its rotated files are still there', async () => {
    const { folder, remove } = scratchFolder();
    writeFileSync(path.join(folder, 'server.log.1'), record(1));
    const gone = await openWhole(path.join(folder, 'server.log'), { workerPath });
    mkdirSync(path.join(folder, 'controller.log'));
    const directory = await openWhole(path.join(folder, 'controller.log'), { workerPath });
    remove();
    assert.deepEqual([gone, directory].map((result) => (result.ok ? 'opened' : result.problem.code)), ['not-found', 'is-directory']);
  });

  it('knows a log that is written now by its name', () => {
    assert.deepEqual(['server.log', 'kafkaServer-gc.log', 'kafkaServer.out', 'server.log.1', 'server.log.2026-11-25-03', 'server-2026-11-25.log', 'server.log.gz', 'broker.jsonl'].filter(isLiveName), ['server.log', 'kafkaServer-gc.log', 'kafkaServer.out']);
  });
});
