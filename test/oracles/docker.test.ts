/** Our reader of Docker's env files against the docker command. A stub on the loopback plays the daemon: the file is read by the command itself. */
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { readDocker } from '../../server/src/documents/envDocker';
import { Chance } from './kafka/chance';
import { generatedEnv } from './systemd/generatedEnv';

const FILES = 300;
const FOLDER = path.resolve('out/oracles/docker');

/** Bodies that are sent to `containers/create`, the newest last. */
const created: string[] = [];

function answer(request: IncomingMessage, response: ServerResponse): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
    const isCreate = request.url?.includes('/containers/create') ?? false;
    if (isCreate) created.push(Buffer.concat(chunks).toString());
    response.writeHead(isCreate ? 201 : 200, { 'Content-Type': 'application/json', 'API-Version': '1.41' }).end(isCreate ? '{"Id":"x","Warnings":[]}' : '{"ID":"x","OSType":"linux"}');
  });
}

/** What `docker create --env-file` sends; undefined when the command refuses the file. */
async function docker(port: number, file: string): Promise<readonly string[] | undefined> {
  const before = created.length;
  const status = await new Promise<number>((resolve) => {
    execFile('docker', ['-H', `tcp://127.0.0.1:${port}`, 'create', '--env-file', file, 'image'], { env: { PATH: process.env['PATH'], HOME: FOLDER } }, (error) => { resolve(error ? 1 : 0); });
  });
  if (status !== 0 || created.length === before) return undefined;
  return (JSON.parse(created.at(-1) ?? '{}') as { Env?: readonly string[] }).Env ?? [];
}

describe('docker', function () {
  const server = createServer(answer);

  before(function (done) {
    if (spawnSync('docker', ['--version']).status !== 0) {
      if (process.env['CI']) throw new Error('docker is not installed');
      this.skip();
    }
    mkdirSync(FOLDER, { recursive: true });
    server.listen(0, '127.0.0.1', done);
  });
  after(() => { server.close(); });

  it(`agrees with our reader on ${FILES} generated files`, async () => {
    const chance = new Chance(28);
    const { port } = server.address() as AddressInfo;
    let refused = 0;
    for (let i = 0; i < FILES; i++) {
      const text = generatedEnv(chance);
      const file = path.join(FOLDER, 'kafka.env');
      writeFileSync(file, text);
      const { assignments, problems } = readDocker(text);
      const isRefused = problems.some(({ code }) => code !== 'no-assignment');
      const sent = await docker(port, file);
      if (!sent) refused++;
      assert.equal(sent === undefined, isRefused, JSON.stringify(text));
      if (sent) assert.deepEqual(new Set(sent), new Set(assignments.map(({ name, value }) => `${name}=${value}`)), JSON.stringify(text));
    }
    assert.ok(refused > FILES / 4 && refused < FILES, `${refused} of ${FILES} files were refused`);
  });
});
