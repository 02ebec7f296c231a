import assert from 'node:assert/strict';
import { offsetNumber, offsetOf } from '../../client/webview/clockOffset';
import { NO_FILTER, hides, specOf } from '../../client/webview/filter';
import { mergeInWords, offsetsInWords } from '../../client/webview/mergeDialog';
import { isShown, only, toggled, without } from '../../client/webview/sourceFilter';

describe('the logs of a merge that are shown', () => {
  it('are hidden and shown one by one; all of them are no filter', () => {
    assert.deepEqual(toggled(undefined, 1, 3), [0, 2]);
    assert.equal(toggled([0, 2], 1, 3), undefined);
    assert.deepEqual(toggled([1], 1, 3), []);
    assert.deepEqual([isShown(undefined, 2), isShown([0], 2)], [true, false]);
  });

  it('stand alone, and all again when they do so already', () => {
    assert.deepEqual(only(undefined, [0, 2], 3), [0, 2]);
    assert.equal(only([0, 2], [0, 2], 3), undefined);
    assert.deepEqual(without(undefined, [1], 3), [0, 2]);
    assert.deepEqual(without([0, 1], [1], 3), [0]);
  });

  it('are one condition among the others', () => {
    const filter = { ...NO_FILTER, sources: [1] };
    assert.ok(hides(filter));
    assert.deepEqual(specOf(filter).sources, [1]);
    assert.equal('sources' in specOf(NO_FILTER), false);
  });
});

describe('clock offsets', () => {
  it('are read as people write them', () => {
    for (const [text, ms] of [['+0.350', 350], ['0,35 s', 350], ['350 ms', 350], ['-2', -2000], ['−1.5 s', -1500], ['2 min', 120_000], ['−1 h', -3_600_000], ['', 0], [' 0 ', 0], ['.5', 500]] as const) assert.equal(offsetOf(text), ms, text);
    for (const text of ['soon', '1 week', '--1', '1.2.3', '+', 'ms']) assert.equal(offsetOf(text), undefined, text);
  });

  it('are written to the millisecond, without a zero too many', () => {
    assert.deepEqual([350, 180, -1500, 0, 3_600_000, 1].map(offsetNumber), ['+0.35', '+0.18', '−1.5', '0', '+3600', '+0.001']);
    for (const ms of [350, -1500, 0, 3_600_000, 1]) assert.equal(offsetOf(offsetNumber(ms)), ms);
  });

  it('stand in the footer with the broker, and with the log where a broker has several', () => {
    const one = { broker: 'broker-1', number: 0, log: 'server.log' }, two = { broker: 'broker-2', number: 1, log: 'server.log' };
    assert.equal(offsetsInWords([one, two], [0, 180]), 'Clock offset: broker-2 +0.18 s');
    assert.equal(offsetsInWords([one, { ...one, log: 'controller.log' }, two], [0, -50, 1000]), 'Clock offset: broker-1 controller.log −0.05 s, broker-2 +1 s');
    assert.equal(offsetsInWords([one, two], [0, 0]), '');
  });
});

describe('what a merge is called', () => {
  const card = (number: number, log: string): { broker: string; number: number; log: string } => ({ broker: `broker-${number + 1}`, number, log });
  it('says the one log, or how many there are', () => {
    assert.deepEqual(mergeInWords([card(0, 'server.log'), card(1, 'server.log')]), ['server.log', '2 brokers, merged by time']);
    assert.deepEqual(mergeInWords([card(0, 'server.log'), card(0, 'controller.log')]), ['2 logs', 'broker-1, merged by time']);
    assert.deepEqual(mergeInWords([card(0, 'server.log'), card(1, 'controller.log'), card(1, 'server.log')]), ['3 logs', '2 brokers, merged by time']);
  });
});
