import assert from 'node:assert/strict';
import { PlainIndexer, type Indexer } from '../../client/src/logEngine/indexer';
import { KernelIndexer } from '../../client/src/logEngine/kernelIndexer';
import { GROUP_SHIFT } from '../../client/src/logEngine/segment';
import { kernel } from './engineHost';
import { indexed, never, randomBorders, readFrom, sameAsNaive } from './indexing';
import { oddLog } from './oddLogs';

const makers: readonly [string, () => Promise<Indexer>][] = [['plain', () => Promise.resolve(new PlainIndexer({ prefix: 'none', body: 'kafka' }))], ['kernel', async () => new KernelIndexer(await kernel())]];

for (const [name, make] of makers) {
  describe(`${name} indexer`, () => {
    let indexer: Indexer;
    before(async function () { this.timeout(60_000); indexer = await make(); });

    it('says of every line of 300 odd logs what the naive one says', () => {
      for (let seed = 0; seed < 300; seed++) {
        const text = oddLog(seed, 1 + (seed % 10) * 700);
        const bytes = Buffer.from(text, 'latin1');
        sameAsNaive(text, indexed(indexer, bytes, randomBorders(seed, bytes.length), seed % 2 === 0 ? 0 : GROUP_SHIFT), `seed ${seed}`);
      }
    });

    it('does so over the borders of blocks and segments', () => {
      for (let seed = 1000; seed < 1012; seed++) {
        const text = oddLog(seed, 700_000, seed % 3 === 0 ? 300_000 : 0);
        const bytes = Buffer.from(text, 'latin1');
        sameAsNaive(text, indexed(indexer, bytes, randomBorders(seed, bytes.length), seed % 2 === 0 ? 0 : GROUP_SHIFT), `seed ${seed}`);
      }
    });

    it('gives up remembering every line when there are too many', () => {
      const text = '\n'.repeat(900_000);
      const segment = indexed(indexer, Buffer.from(text), [0, text.length], 0)[0];
      assert.equal(segment?.shift, GROUP_SHIFT);
      sameAsNaive(text, [segment], 'bare newlines');
    });

    it('knows the empty file and the file of one byte', () => {
      for (const text of ['\n', 'x']) sameAsNaive(text, indexed(indexer, Buffer.from(text), [0, 1], 0), JSON.stringify(text));
      assert.equal(indexer.index(readFrom(Buffer.alloc(0)), { start: 0, end: 0, size: 0 }, 0, never).lines, 0);
    });
  });
}
