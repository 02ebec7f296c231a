import { propertiesRule } from '../rule';

/** Characters that come along from web pages and word processors, and what was meant. Java takes every one of them literally. */
const PASTED: ReadonlyMap<string, { readonly name: string; readonly plain: string }> = new Map([
  ['\u00a0', { name: 'a non-breaking space', plain: ' ' }],
  ['\u2007', { name: 'a figure space', plain: ' ' }],
  ['\u202f', { name: 'a narrow non-breaking space', plain: ' ' }],
  ['\u3000', { name: 'an ideographic space', plain: ' ' }],
  ['\u200b', { name: 'a zero-width space', plain: '' }],
  ['\u200c', { name: 'a zero-width non-joiner', plain: '' }],
  ['\u200d', { name: 'a zero-width joiner', plain: '' }],
  ['\u2060', { name: 'a word joiner', plain: '' }],
  ['\u00ad', { name: 'a soft hyphen', plain: '' }],
  ['\ufeff', { name: 'a byte order mark', plain: '' }],
  ['\u201c', { name: 'a curved quote', plain: '"' }],
  ['\u201d', { name: 'a curved quote', plain: '"' }],
  ['\u2018', { name: 'a curved quote', plain: "'" }],
  ['\u2019', { name: 'a curved quote', plain: "'" }],
  ['\u2013', { name: 'a dash', plain: '-' }],
  ['\u2014', { name: 'a dash', plain: '-' }],
]);
const ANY = new RegExp(`[${[...PASTED.keys()].join('')}]`, 'u');
const EVERY = new RegExp(ANY, 'gu');

/** java.util.Properties knows three blanks only: space, tab and form feed (JDK 17); Kafka reads the file as ISO-8859-1. */
export const pastedCharacter = propertiesRule({
  id: 'file/pasted-character',
  severity: 'warning',
  cites: ['https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/Properties.html'],
  title: 'A character that came with a copied text is part of the setting',
  why: 'Non-breaking spaces, byte order marks, curved quotes and long dashes look like their plain relatives. To Java they are letters: the key is unknown, or the value is another one.',

  *check({ text, document }) {
    for (const entry of document.entries) {
      const raw = text.slice(entry.span.start, entry.span.end);
      const match = ANY.exec(raw);
      const found = match && PASTED.get(match[0]);
      if (!found) continue;
      const offset = entry.span.start + match.index;
      const inKey = offset < entry.keySpan.end;
      const code = `U+${(match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
      const clean = raw.replaceAll(EVERY, (c) => PASTED.get(c)?.plain ?? c);
      yield {
        span: { start: offset, end: offset + match[0].length },
        text: `"${code}" is ${found.name}, and part of the ${inKey ? 'key: Kafka does not know this key' : `value of ${entry.key}`}.`,
        help: found.plain === '' ? 'Remove it.' : `Write ${found.plain === ' ' ? 'a plain space' : `a plain ${found.plain}`}.`,
        fixes: [{ kind: 'choice', title: 'Replace with plain characters', edits: [{ span: entry.span, newText: inKey ? clean.trimStart() : clean }] }],
      };
    }
  },
});
