import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseProperties, type PropertiesEntry } from '../../server/src/documents/properties';
import type { Span } from '../../server/src/documents/span';

const only = (text: string): PropertiesEntry => {
  const { entries } = parseProperties(text);
  assert.equal(entries.length, 1, JSON.stringify(text));
  return entries[0]!;
};
const tokens = ['a', 'key', ' ', '\t', '\f', '=', ':', '#', '!', '\\', '\\\\', '\n', '\r', '\r\n', '\\\n', '\\\r\n  ', '\\u0041', '\\u00', '\\u', '\\u00\\\n41', '\\t', '\\=', '\u00a0', '\ufeff', '\u{1f600}', '{{ x }}', '__proto__'];
const text = fc.array(fc.constantFrom(...tokens), { maxLength: 30 }).map((parts) => parts.join(''));

describe('documents/properties', () => {
  it('gives each part of an entry its place', () => {
    const written = '# note\nkey = a,\\\n   b\n';
    const entry = only(written);
    const at = ({ start, end }: Span): string => written.slice(start, end);
    assert.equal(entry.value, 'a,b');
    assert.equal(at(entry.keySpan), 'key');
    assert.equal(at(entry.separatorSpan), ' = ');
    assert.equal(at(entry.valueSpan), 'a,\\\n   b');
    assert.equal(at(entry.lineSpan), 'key = a,\\\n   b\n');
    assert.equal(at(entry.valuePart(0, 1)), 'a');
    assert.equal(at(entry.valuePart(0, 2)), 'a,');
    assert.equal(at(entry.valuePart(2, 3)), 'b');
    assert.equal(at(entry.valuePart(0, 3)), 'a,\\\n   b');
  });

  it('places what stands behind escapes', () => {
    const written = 'a=\\u0041\\t\\\\x,C:\\d';
    const entry = only(written);
    assert.equal(entry.value, 'A\t\\x,C:d');
    assert.deepEqual(Array.from({ length: entry.value.length }, (_, i) => written.slice(entry.valuePart(i, i + 1).start, entry.valuePart(i, i + 1).end)), ['\\u0041', '\\t', '\\\\', 'x', ',', 'C', ':', '\\d']);
  });

  it('keeps a place for a value that is not there', () => {
    assert.deepEqual(only('a=').valueSpan, { start: 2, end: 2 });
    assert.deepEqual(only('a').valueSpan, { start: 1, end: 1 });
    assert.deepEqual(only('a=').valuePart(0, 0), { start: 2, end: 2 });
    assert.deepEqual(only('a=b').valuePart(1, 1), { start: 3, end: 3 });
    assert.deepEqual(only('a=  ').trimmed, { text: '', span: { start: 4, end: 4 } });
  });

  it('reports a malformed escape and reads on', () => {
    const { entries, problems } = parseProperties('dir=C:\\users\\kafka\nb=2\n');
    assert.deepEqual(problems, [{ code: 'malformed-unicode-escape', span: { start: 6, end: 8 } }]);
    assert.deepEqual(entries.map(({ key, value }) => [key, value]), [['dir', 'C:serskafka'], ['b', '2']]);
  });

  it('answers by key: the last entry counts, all are there', () => {
    const document = parseProperties('a=1\n__proto__=x\na=2\n');
    assert.equal(document.get('a')?.value, '2');
    assert.deepEqual(document.all('a').map(({ value }) => value), ['1', '2']);
    assert.equal(document.get('__proto__')?.value, 'x');
    assert.equal(document.get('constructor'), undefined);
  });

  it('spans tile the logical line; each character of a value lies where it decodes', () => {
    fc.assert(fc.property(text, (written) => {
      const { entries, comments } = parseProperties(written);
      let last = 0;
      for (const entry of entries) {
        const { keySpan, separatorSpan, valueSpan, lineSpan } = entry;
        assert.ok(last <= lineSpan.start && lineSpan.start <= keySpan.start, 'in file order');
        assert.deepEqual([keySpan.end, separatorSpan.end], [separatorSpan.start, valueSpan.start], 'key, separator, value follow one another');
        assert.ok(valueSpan.start <= valueSpan.end && valueSpan.end <= lineSpan.end && lineSpan.end <= written.length);
        last = lineSpan.end;
        checkPlaces(written, entry);
      }
      for (const { span } of comments) assert.match(written.slice(span.start, span.end), /^[#!][^\r\n]*$/);
    }), { numRuns: 5000 });
  });

  it('reads a value alone as it reads it in its file', () => {
    fc.assert(fc.property(text, (written) => {
      for (const entry of parseProperties(written).entries) {
        const { start, end } = entry.valueSpan;
        const raw = written.slice(start, end);
        // A value that stands alone behind a key: the same characters, the same meaning.
        assert.equal(parseProperties(`k=${raw}`).get('k')?.value, entry.value, JSON.stringify(written));
      }
    }), { numRuns: 2000 });
  });

  it('takes a line of several megabytes in its stride', () => {
    const started = performance.now();
    const entry = only(`a=${'/data/one,'.repeat(500_000)}\\\n  ${'\\u0041'.repeat(100_000)}`);
    assert.equal(entry.value.length, 5_100_000);
    assert.ok(performance.now() - started < 5000);
  });
});

/** The text under each character of a value decodes to that character, and the places ascend. */
function checkPlaces(written: string, entry: PropertiesEntry): void {
  let last = entry.valueSpan.start;
  for (let i = 0; i < entry.value.length; i++) {
    const { start, end } = entry.valuePart(i, i + 1);
    assert.ok(last <= start && start < end && end <= entry.valueSpan.end, JSON.stringify({ written, i, start, end }));
    assert.equal(parseProperties(`k=\\\n\\\n${literal(written.slice(start, end))}`).get('k')?.value, entry.value[i], JSON.stringify({ written, i }));
    last = end;
  }
}

/** Blanks at the start of a continued line would be left out, and a comment sign or a second separator is only a character here. */
function literal(raw: string): string {
  return /^[ \t\f=:#!]$/.test(raw) ? `\\${raw === '\t' ? 't' : raw === '\f' ? 'f' : raw}` : raw;
}
