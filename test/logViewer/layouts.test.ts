import assert from 'node:assert/strict';
import { layoutsFrom } from '../../client/src/logViewer/layouts';

describe('the layout of a log, asked before it opens', () => {
  const of = (layout: (uri: string) => Promise<string | null>): Promise<string | undefined> => layoutsFrom({ layout }, (path) => `file://${path}`)('/logs/server.log', 1);

  it('is what the broker’s files say', async () => {
    assert.equal(await of((uri) => Promise.resolve(uri === 'file:///logs/server.log' ? '%d %p %m%n' : null)), '%d %p %m%n');
    assert.equal(await of(() => Promise.resolve(null)), undefined);
  });

  it('is not waited for when nobody answers', async () => {
    assert.equal(await of(() => Promise.reject(new Error('the server did not start'))), undefined);
    assert.equal(await of(() => new Promise(() => undefined)), undefined);
  });
});
