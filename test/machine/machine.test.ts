import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { growthOf, isRolled } from '../../server/src/machine/growth';
import { Machine, mountOf, mountsIn, placeAt } from '../../server/src/machine/machine';
import { listenersIn, listenersOn } from '../../server/src/machine/ports';
import { scratchFolder } from '../support/bundles';

describe('the machine', () => {
  it('knows memory, cores and places, and forgets a place that is gone', async () => {
    const folder = scratchFolder('machine');
    const log = path.join(folder, 'server.log');
    writeFileSync(log, 'twelve bytes');
    const machine = new Machine();
    await machine.look([folder, log, '/no/such/place']);
    const { facts } = machine;
    assert.ok(facts.memoryBytes > 2 ** 20 && facts.cores >= 1);
    assert.deepEqual([...facts.places.keys()].sort(), [folder, log].sort());
    assert.equal(facts.places.get(folder)?.kind, 'folder');
    assert.equal(facts.places.get(log)?.bytes, 12);
    assert.equal(machine.revision, 2);
    await machine.look([folder, log]);
    assert.equal(machine.revision, 2, 'nothing new');
    assert.ok((facts.places.get(log)?.freeBytes ?? 0) <= (facts.places.get(log)?.totalBytes ?? 0));
  });

  it('says nothing of what cannot be looked at', async () => {
    for (const odd of ['', '\0', '/no/such', 'a'.repeat(5000), '/dev/null']) assert.equal(await placeAt(odd), undefined, odd);
    assert.equal(await new Machine().freeSpace('/no/such/log'), undefined);
  });

  it('measures the growth of a log from its rolled files', async () => {
    const folder = scratchFolder('growth');
    mkdirSync(folder, { recursive: true });
    const log = path.join(folder, 'server.log');
    writeFileSync(log, 'x'.repeat(6000));
    writeFileSync(`${log}.2026-11-25-11`, 'x'.repeat(900));
    writeFileSync(`${log}.2026-11-25-10.gz`, 'x'.repeat(100_000));
    const tenMinutes = (Date.now() - 600_000) / 1000;
    utimesSync(`${log}.2026-11-25-11`, tenMinutes, tenMinutes);
    const found = await new Machine().freeSpace(log);
    assert.equal(found?.growth?.bytes, 6000);
    assert.ok(Math.abs((found.growth.milliseconds) - 600_000) < 5000);
    appendFileSync(log, 'more');
    assert.equal((await new Machine().freeSpace(log))?.place.bytes, 6004);
  });

  it('hears who listens on a port', async function () {
    const server = net.createServer();
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    const { port } = server.address() as net.AddressInfo;
    const heard = await listenersOn(port);
    server.close();
    if (!heard) return this.skip();
    assert.deepEqual(heard, ['127.0.0.1']);
  });
});

describe('growth of a log', () => {
  const minute = 60_000;
  const now = { bytes: 5000, time: 100 * minute };

  it('is what came between two looks', () => {
    assert.deepEqual(growthOf({ now, before: { bytes: 2000, time: 99 * minute }, rolled: [], made: 0 }), { bytes: 3000, milliseconds: minute });
  });

  it('is what came since the last roll when the looks are too near or nothing came', () => {
    const rolled = [{ bytes: 9, time: 40 * minute }, { bytes: 7, time: 90 * minute }];
    for (const before of [undefined, { bytes: 4990, time: 100 * minute - 1 }, { bytes: 5000, time: 99 * minute }]) assert.deepEqual(growthOf({ now, before, rolled, made: undefined }), { bytes: 5000, milliseconds: 10 * minute });
  });

  it('takes along the rolled files of the last minute', () => {
    const rolled = [{ bytes: 600, time: 99.9 * minute }, { bytes: 400, time: 99.5 * minute }, { bytes: 1, time: 98 * minute }];
    assert.deepEqual(growthOf({ now, before: undefined, rolled, made: undefined }), { bytes: 6000, milliseconds: 2 * minute });
  });

  it('is counted from the making of a file that was never rolled, and else not known', () => {
    assert.deepEqual(growthOf({ now, before: undefined, rolled: [], made: 50 * minute }), { bytes: 5000, milliseconds: 50 * minute });
    assert.equal(growthOf({ now, before: undefined, rolled: [], made: undefined }), undefined);
    assert.equal(growthOf({ now, before: undefined, rolled: [], made: 99.9 * minute }), undefined);
  });

  it('knows rolled files by their names', () => {
    for (const name of ['server.log.2026-11-25-14', 'server.log.1', 'server-2026-11-25.log', 'server.2026-11-25-1.log']) assert.ok(isRolled(name, 'server.log'), name);
    for (const name of ['server.log', 'server.log.1.gz', 'server.log.swp', 'serverx.log', 'controller.log.1', 'server-gc.log', 'server.log.']) assert.ok(!isRolled(name, 'server.log'), name);
  });
});

describe('tables of the system', () => {
  it('tell the deepest mount of a path', () => {
    const mounts = mountsIn('/dev/sda1 / ext4 rw 0 0\nnas:/x /data nfs4 rw 0 0\n/dev/sdb /data/my\\040disk xfs rw 0 0\nproc /proc proc rw 0 0\n\nbroken');
    assert.deepEqual(mountOf('/data/kafka', mounts), { folder: '/data', type: 'nfs4' });
    assert.deepEqual(mountOf('/data/my disk/a', mounts), { folder: '/data/my disk', type: 'xfs' });
    assert.deepEqual(mountOf('/database', mounts), { folder: '/', type: 'ext4' });
    assert.equal(mountOf('/x', []), undefined);
  });

  it('tell the addresses of a port', () => {
    const tcp = '  sl  local_address rem_address   st\n   0: 0100007F:270F 00000000:0000 0A 00000000:00000000 00:00000000 00000000\n   1: 00000000:270F 00000000:0000 0A 0\n   2: 0100007F:270F 0100007F:9999 01 0\n';
    const tcp6 = '  sl  local\n   0: 00000000000000000000000000000000:270F 00000000000000000000000000000000:0000 0A\n   1: 00000000000000000000000001000000:270F 0:0 0A\n   2: 0000000000000000FFFF00000A01020A:270F 0:0 0A\n';
    assert.deepEqual(listenersIn(tcp, 9999), ['127.0.0.1', '0.0.0.0']);
    assert.deepEqual(listenersIn(tcp6, 9999), ['::', '::1', '10.2.1.10']);
    assert.deepEqual(listenersIn(tcp, 9998), []);
    assert.deepEqual(listenersIn('', 1), []);
  });
});
