import assert from 'node:assert/strict';
import { ALL_LEVELS } from '../../client/src/logViewer/protocol';
import type { Pill } from '../../client/webview/filter';
import { ERROR_AND_ABOVE, NO_FILTER, WARN_AND_ABOVE, hides, keepTyped, marksOf, nextLeastLevel, paintedOf, patternProblem, specOf, withPill } from '../../client/webview/filter';
import { painter, prefixLength } from '../../client/webview/paint';

const pill = (kind: Pill['kind'], text: string, regex = false): Pill => ({ kind, text, regex, matchCase: false });

describe('filter of the log viewer', () => {
  it('reads ! in front as without', () => {
    assert.deepEqual(specOf({ ...NO_FILTER, text: '!LogLoader' }).terms, [{ text: 'LogLoader', regex: false, matchCase: false, exclude: true }]);
    assert.deepEqual(specOf({ ...NO_FILTER, text: '!' }).terms, []);
  });

  it('keeps what was typed as a pill, once', () => {
    const once = keepTyped({ ...NO_FILTER, text: 'payments' });
    assert.deepEqual([once.text, once.pills], ['', [pill('only', 'payments')]]);
    assert.equal(withPill(once, pill('only', 'payments')), once);
    assert.equal(keepTyped(once), once);
  });

  it('lets marks hide nothing', () => {
    const marked = withPill(NO_FILTER, pill('mark', 'payments-17'));
    assert.ok(!hides(marked));
    assert.equal(marksOf(marked).length, 1);
    assert.deepEqual(paintedOf(withPill(marked, pill('not', 'x'))).map((each) => each.text), ['payments-17']);
  });

  it('goes round the least levels', () => {
    assert.equal(nextLeastLevel(ALL_LEVELS), WARN_AND_ABOVE);
    assert.equal(nextLeastLevel(WARN_AND_ABOVE), ERROR_AND_ABOVE);
    assert.equal(nextLeastLevel(ERROR_AND_ABOVE), ALL_LEVELS);
    assert.equal(nextLeastLevel(0b0000100), WARN_AND_ABOVE);
  });

  it('says why a pattern cannot be used', () => {
    assert.match(patternProblem(pill('only', '(a', true)) ?? '', /Unterminated group/);
    assert.equal(patternProblem(pill('only', '(a')), undefined);
  });

  it('paints what is looked for', () => {
    const paint = painter([pill('only', 'pay'), pill('mark', '\\d+', true), pill('only', '(', true)]);
    assert.deepEqual(paint('Payments-17 pay').map((part) => (part.marked ? `<${part.text}>` : part.text)).join(''), '<Pay>ments-<17> <pay>');
    assert.deepEqual(painter([])('as it is'), [{ text: 'as it is', marked: false }]);
    assert.equal(painter([pill('only', 'x*', true)])('aaa').map((part) => part.text).join(''), 'aaa');
  });

  it('finds the prefix that Kafka puts in brackets', () => {
    assert.equal(prefixLength('[ReplicaManager broker=2] Stopping'), '[ReplicaManager broker=2]'.length);
    assert.equal(prefixLength('[a] b'), 0);
    assert.equal(prefixLength('Stopping [x]'), 0);
  });
});
