import assert from 'node:assert/strict';
import fc from 'fast-check';
import { closedProperties } from '../../server/src/documents/closedProperties';
import { parseProperties } from '../../server/src/documents/properties';
import { changeProperties, setProperty, unsetProperty } from '../../server/src/documents/propertiesEditor';

const tokens = ['a', 'b', 'key', ' ', '\t', '=', ':', '#', '\\', '\n', '\r\n', '\r', '\\\n', '\\u0041', 'a=1\n', 'b = 2\n', '# note\n', '\n\n', '\u00a0', '\ufeff', '  '];
const text = fc.array(fc.constantFrom(...tokens), { maxLength: 20 }).map((parts) => parts.join(''));
const key = fc.oneof(fc.constantFrom('a', 'b', 'key', 'new.key', '__proto__'), fc.string({ maxLength: 5, unit: fc.constantFrom('a', ' ', '=', ':', '#', '!', '\\', '\t', 'é', '\u{1f600}') }).filter((k) => k !== ''));
const value = fc.string({ maxLength: 6, unit: fc.constantFrom('x', '1', ' ', '=', ':', '#', '!', '\\', '\t', '\r', '\n', '\f', 'é', '\u{1f600}', ',') });

describe('documents/propertiesEditor', () => {
  it('changes the value and nothing else', () => {
    const before = '# Broker\r\n\r\n  num.io.threads : 8\r\nlog.dirs=/a,\\\r\n   /b\r\n# end\r\n';
    assert.equal(setProperty(before, 'num.io.threads', '16'), before.replace(': 8', ': 16'));
    assert.equal(setProperty(before, 'log.dirs', '/c'), before.replace('/a,\\\r\n   /b', '/c'));
    assert.equal(setProperty(before, 'num.io.threads', '8'), before);
  });

  it('writes a new key behind the last line, with the line break of the file', () => {
    assert.equal(setProperty('a=1\r\n', 'b', '2'), 'a=1\r\nb=2\r\n');
    assert.equal(setProperty('a=1', 'b', '2'), 'a=1\nb=2\n');
    assert.equal(setProperty('', 'b', '2'), 'b=2\n');
    assert.equal(setProperty('# only\n', 'b', '2'), '# only\nb=2\n');
  });

  it('takes out all entries of a key and leaves blank lines and comments', () => {
    assert.equal(unsetProperty('# one\na=1\n\n  b=2\na=3\n', 'a'), '# one\n\n  b=2\n');
    assert.equal(unsetProperty('a=1\n', 'b'), 'a=1\n');
  });

  it('escapes what Java would read otherwise', () => {
    assert.equal(setProperty('dir=x\n', 'dir', 'C:\\users'), 'dir=C:\\\\users\n');
    assert.equal(setProperty('a b\n', 'a', '=1'), 'a \\=1\n');
    assert.equal(setProperty('foo\n', 'foo', '9'), 'foo=9\n');
    assert.equal(setProperty('a=1\n', 'a', 'é'), 'a=\\u00e9\n');
  });

  it('every change is what our reader reads, all else stays', () => {
    fc.assert(fc.property(text, key, fc.option(value, { nil: undefined }), (before, changed, wanted) => {
      const after = changeProperties(before, [{ key: changed, value: wanted }]);
      const read = parseProperties(after);
      assert.equal(read.get(changed)?.value, wanted, JSON.stringify({ before, after }));
      // A backslash alone at the end of a file is an empty entry, which no longer is one when something follows.
      const rest = ({ entries }: ReturnType<typeof parseProperties>): readonly (readonly [string, string])[] => entries.filter((entry) => entry.key !== changed && entry.key + entry.value !== '').map((entry) => [entry.key, entry.value] as const);
      if (parseProperties(before).problems.length === 0) assert.deepEqual(rest(read), rest(parseProperties(before)), JSON.stringify({ before, after }));
    }), { numRuns: 5000 });
  });
});

describe('documents/closedProperties', () => {
  it('reads what our reader reads', () => {
    fc.assert(fc.property(text, (written) => {
      const expected = new Map(parseProperties(written).entries.map((entry) => [entry.key, entry.value]));
      assert.deepEqual(closedProperties(written), expected, JSON.stringify(written));
    }), { numRuns: 5000 });
  });
});
