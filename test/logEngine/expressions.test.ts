import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PlainIndexer } from '../../client/src/logEngine/indexer';
import type { Kernel } from '../../client/src/logEngine/kernel';
import { kernelSearch } from '../../client/src/logEngine/kernelSearch';
import { LineCounter } from '../../client/src/logEngine/lineCounter';
import { GROUP_SHIFT } from '../../client/src/logEngine/segment';
import { kernel } from './engineHost';
import { indexed } from './indexing';

const PATTERN = { prefix: 'none', body: 'plain' } as const;

/** Expressions over few letters, so that they hit often: characters, classes, choices, repetitions, anchors, and forms that only RegExp knows. */
const { expression } = fc.letrec<{ expression: string; sequence: string; piece: string; atom: string }>((tie) => ({
  expression: fc.array(tie('sequence'), { minLength: 1, maxLength: 3 }).map((choices) => choices.join('|')),
  sequence: fc.tuple(fc.constantFrom('', '', '', '^', '\\b'), fc.array(tie('piece'), { minLength: 1, maxLength: 4 }), fc.constantFrom('', '', '', '$', '\\b', '(?=a)', '$')).map(([begin, pieces, end]) => begin + pieces.join('') + end),
  piece: fc.tuple(tie('atom'), fc.constantFrom('', '', '', '', '*', '+', '?', '{2}', '{1,3}', '{2,}', '*?', '+?')).map(([atom, times]) => atom + times),
  atom: fc.oneof({ maxDepth: 1, withCrossShrink: true }, fc.constantFrom('a', 'b', 'E', 'R', ' ', '1', '-', ':', 'é', '\\[', '\\)'), fc.constantFrom('.', '\\d', '\\w', '\\s', '\\S', '\\W', '[ab]', '[^a]', '[^\\d ]', '[A-Z]', '[a-f0-9]', '[^\\]]'), tie('expression').map((inside) => `(?:${inside})`), fc.constantFrom('(a)\\1', '(?:(?!b))', '(?:(?<=a))')),
}));
const word = fc.stringMatching(/^[abER1: )[-]{0,12}$/);
const lines = fc.array(fc.oneof(word, word, word.map((text) => `${text}\r`), word.map((text) => `${text}é${text}`), fc.constantFrom('', '\xff\xfe', '\0', 'abER1'.repeat(4))), { minLength: 1, maxLength: 40 });

describe('expressions in the kernel', () => {
  let instance: Kernel;
  before(async function () { this.timeout(60_000); instance = await kernel(); });

  it('hit the lines that RegExp hits', () => {
    fc.assert(fc.property(fc.array(expression, { minLength: 1, maxLength: 3 }), lines, fc.boolean(), fc.boolean(), (sources, texts, matchCase, closed) => {
      const bytes = Buffer.from(texts.join('\n') + (closed ? '\n' : ''), 'utf8'), to = bytes.length;
      if (to === 0) return;
      const [segment] = indexed(new PlainIndexer(PATTERN), bytes, [0, to], GROUP_SHIFT);
      assert.ok(segment);
      bytes.copy(instance.block);
      instance.block.fill('E', to, to + 64);
      const known = bytes.toString('utf8').replace(/\n$/, '').split('\n').map((line) => line.replace(/\r$/, ''));
      for (const source of sources) {
        const counter = new LineCounter(segment), found = new Set<number>();
        counter.block(instance.block, 0, to, 0);
        kernelSearch(instance, { text: source, regex: true, matchCase, exclude: false }, () => undefined).lines(instance.block, 0, to, counter, (line) => { found.add(line); });
        const judge = new RegExp(source, matchCase ? '' : 'i');
        assert.deepEqual([...found], known.flatMap((line, i) => (judge.test(line) ? [i] : [])), `/${source}/${matchCase ? '' : 'i'}`);
      }
    }), { numRuns: 500 });
  });
});
