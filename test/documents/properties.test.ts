import assert from 'node:assert/strict';
import { parseProperties } from '../../server/src/documents/properties';

describe('properties', () => {
  it('gives each part of an entry its place', () => {
    const text = '# note\nkey = a,\\\n   b\n';
    const [entry] = parseProperties(text).entries;
    assert.ok(entry);
    assert.equal(entry.value, 'a,b');
    assert.equal(text.slice(entry.valueSpan.start, entry.valueSpan.end), 'a,\\\n   b');
    const second = entry.valuePart(2, 3);
    assert.equal(text.slice(second.start, second.end), 'b');
    const first = entry.valuePart(0, 1);
    assert.equal(text.slice(first.start, first.end), 'a');
  });
});
