import assert from 'node:assert/strict';
import { bytesText, durationText, readable, unitOf } from '../../server/src/knowledge/units';

describe('units', () => {
  it('are read off the key', () => {
    assert.equal(unitOf('log.retention.hours'), 'hours');
    assert.equal(unitOf('kafka.metrics.polling.interval.secs'), 'seconds');
    assert.equal(unitOf('log.index.size.max.bytes'), 'bytes');
    assert.equal(unitOf('log.cleaner.dedupe.buffer.size'), 'bytes');
    assert.equal(unitOf('log.cleaner.io.max.bytes.per.second'), 'bytes/s');
    assert.equal(unitOf('listener.name.internal.connections.max.reauth.ms'), 'ms');
    assert.equal(unitOf('group.max.size'), undefined);
    assert.equal(unitOf('num.io.threads'), undefined);
  });

  it('turn durations into words', () => {
    for (const [ms, text] of [
      [604_800_000, '7 d'], [129_600_000, '1 d 12 h'], [300_000, '5 min'], [90_061_001, '≈ 1 d 1 h'], [500, '500 ms'], [1500, '1 s 500 ms'], [86_400_001, '≈ 1 d'],
    ] as const) assert.equal(durationText(ms), text);
  });

  it('turn bytes into words', () => {
    for (const [bytes, text] of [
      [1_073_741_824, '1 GiB'], [16_777_216, '16 MiB'], [1_048_588, '1 MiB + 12 B'], [134_217_728, '128 MiB'], [1_610_612_736, '1.5 GiB'], [1_000_000, '≈ 977 KiB'], [10_000_000, '≈ 9.5 MiB'], [102_400, '100 KiB'], [100, '100 B'],
    ] as const) assert.equal(bytesText(bytes), text);
  });

  it('say nothing where the number is as plain', () => {
    assert.equal(readable(168, 'hours'), '7 d');
    assert.equal(readable(1, 'hours'), undefined);
    assert.equal(readable(-1, 'bytes'), undefined);
    assert.equal(readable(10_485_760, 'bytes/s'), '10 MiB/s');
    assert.equal(readable(Number.MAX_VALUE, 'ms'), undefined);
  });
});
