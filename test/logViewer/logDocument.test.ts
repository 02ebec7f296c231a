import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type * as vscode from 'vscode';
import { LogDocument } from '../../client/src/logViewer/logDocument';
import { buildWorker, scratchFolder, untilComplete, workerPath } from '../logEngine/engineHost';

const PATTERN = '%t | %c{1} | %d{yyyy.MM.dd HH-mm-ss.SSS} | %-5p | %m%n';
const OWN = 'main | KafkaServer | 2026.11.25 09-30-24.013 | INFO  | starting\nmain | LogManager | 2026.11.25 09-30-25.100 | ERROR | full\njava.io.IOException: x\n';
const KAFKA = '[2026-11-25 09:30:24,013] INFO starting (kafka.Kafka)\n';

/** As much of an address as a document looks at. */
const uri = (parts: object): vscode.Uri => parts as unknown as vscode.Uri;

describe('a log that editors show', () => {
  let folder: string, remove: () => void;
  before(buildWorker);
  beforeEach(() => { ({ folder, remove } = scratchFolder()); });
  afterEach(() => { remove(); });

  const file = (text: string): vscode.Uri => {
    const fsPath = path.join(folder, 'server.log');
    writeFileSync(fsPath, text);
    return uri({ scheme: 'file', fsPath });
  };
  const errors = async (document: LogDocument): Promise<number> => {
    const opened = document.log();
    assert.ok(opened.ok);
    return (await untilComplete(opened.value)).counts[5] ?? -1;
  };

  it('opens in the layout that its broker names', async () => {
    const document = await LogDocument.open(file(OWN), workerPath, () => Promise.resolve(PATTERN));
    assert.equal(await errors(document), 1);
    document.dispose();
  });

  it('opens without waiting for a server that is starting, and again when the layout is known', async () => {
    let tell: (pattern: string) => void = () => undefined;
    const late = new Promise<string>((resolve) => { tell = resolve; });
    const document = await LogDocument.open(file(OWN), workerPath, (_path, waitMs) => (waitMs === undefined ? late : Promise.resolve(undefined)));
    assert.equal(await errors(document), 0);
    const replaced = new Promise<void>((resolve) => { document.onReplaced(resolve); });
    tell(PATTERN);
    await replaced;
    assert.equal(await errors(document), 1);
    document.dispose();
  });

  it('stays as it is when its lines are known without the layout, and when it is closed', async () => {
    const known = await LogDocument.open(file(KAFKA), workerPath, (_path, waitMs) => Promise.resolve(waitMs === undefined ? PATTERN : undefined));
    const before = known.log();
    await errors(known);
    assert.equal(known.log(), before);
    known.dispose();
    let tell: (pattern: string) => void = () => undefined;
    const closed = await LogDocument.open(file(OWN), workerPath, (_path, waitMs) => (waitMs === undefined ? new Promise((resolve) => { tell = resolve; }) : Promise.resolve(undefined)));
    closed.onReplaced(() => assert.fail('it is closed'));
    closed.dispose();
    tell(PATTERN);
    await new Promise(setImmediate);
  });

  it('opens once when two editors ask for it again', async () => {
    const place = file(KAFKA);
    rmSync(place.fsPath);
    const document = await LogDocument.open(place, workerPath, () => Promise.resolve(undefined));
    assert.equal(document.log().ok, false);
    file(KAFKA);
    const [one, other] = await Promise.all([document.reopen(), document.reopen()]);
    assert.ok(one.ok && other.ok);
    assert.equal(one.value, other.value);
    document.dispose();
  });

  it('says of a file from elsewhere that it cannot be opened here', async () => {
    const document = await LogDocument.open(uri({ scheme: 'vscode-vfs', toString: () => 'vscode-vfs://x/server.log' }), workerPath, () => assert.fail('nobody is asked'));
    const log = document.log();
    assert.deepEqual(log.ok ? undefined : log.problem.code, 'not-local');
    assert.equal((await document.reopen()).ok, false);
    document.dispose();
  });
});
