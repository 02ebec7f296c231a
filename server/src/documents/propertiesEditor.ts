/**
 * Sets and unsets keys of a properties file; comments, order, layout and every other character stay as they are.
 * The editor of the package properties-parser does the work where it can. It escapes too little, keeps no CRLF and knows no duplicates, so every
 * result is read again with our reader; where it is not exactly what was asked for, the characters of the entry itself are replaced.
 */
import { editorFromString } from 'properties-parser';
import { LineIndex } from './lines';
import { parseProperties, type PropertiesDocument } from './properties';
import { applyEdits, type Edit } from './span';

/** A key and the value it gets; undefined takes the key out, all its entries. */
export interface PropertyChange {
  readonly key: string;
  readonly value: string | undefined;
}

/** The text after the changes, one by one in order. Never throws; a key that is set twice keeps its earlier entries, which are not read. */
export function changeProperties(text: string, changes: readonly PropertyChange[]): string {
  return changes.reduce((changed, { key, value }) => (value === undefined ? unsetProperty(changed, key) : setProperty(changed, key, value)), text);
}

/** Sets a key: the entry that counts gets the value; a key that is not there is written behind the last line. Characters outside ASCII become `\uXXXX`. */
export function setProperty(text: string, key: string, value: string): string {
  const before = parseProperties(text);
  const entry = before.get(key);
  if (entry?.value === value) return text;
  const written = escapeValue(value);
  const byPackage = entry ? edited(text, (editor) => { editor.set(key, written); }) : appended(text, edited(text, (editor) => { editor.set(escapeKey(key), written); }));
  if (byPackage !== undefined && isSet(before, byPackage, key, value)) return byPackage;
  const plain = asciiOnly(written);
  if (!entry) return appendLine(text, `${asciiOnly(escapeKey(key).replace(/[ :=]/g, '\\$&'))}=${plain}`);
  // A key alone has no separator yet.
  const isBare = entry.separatorSpan.start === entry.separatorSpan.end;
  // Blanks of a continued line without content lie behind the value and would become part of the new one.
  const blanks = /^[ \t\f]*/.exec(text.slice(entry.valueSpan.end, entry.lineSpan.end))?.[0].length ?? 0;
  return applyEdits(text, [{ span: { start: entry.valueSpan.start, end: entry.valueSpan.end + blanks }, newText: isBare ? `=${plain}` : plain }]);
}

/** Takes a key out: the lines of all its entries. */
export function unsetProperty(text: string, key: string): string {
  const before = parseProperties(text);
  const entries = before.all(key);
  if (entries.length === 0) return text;
  const edits: readonly Edit[] = entries.map(({ lineSpan }) => ({ span: lineSpan, newText: '' }));
  const byLines = applyEdits(text, edits);
  const byPackage = entries.length === 1 ? edited(text, (editor) => { editor.unset(key); }) : undefined;
  return byPackage !== undefined && byPackage.length === byLines.length && isUnset(before, byPackage, key) ? byPackage : byLines;
}

function edited(text: string, change: (editor: ReturnType<typeof editorFromString>) => void): string | undefined {
  // What the package reads as white space beyond the format's own, it would also take out.
  if (/[\u000b\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]|\\u|\\\r/.test(text)) return undefined;
  const editor = editorFromString(text);
  change(editor);
  return editor.toString();
}

/** The package writes a new entry behind the last line with LF and leaves the file without a last line break. */
function appended(text: string, result: string | undefined): string | undefined {
  return result?.startsWith(text) === true ? appendLine(text, result.slice(text.length).trimStart()) : undefined;
}

function appendLine(text: string, line: string): string {
  const { lineBreak } = new LineIndex(text);
  const isOpen = text !== '' && !/[\r\n]$/.test(text);
  // A backslash at the very end would swallow the new line.
  const continues = /(?:^|[^\\])(?:\\\\)*\\(?:\r\n|\r|\n)?$/.test(text);
  // Behind CR a single LF would only complete the line break that is there.
  const empty = text.endsWith('\r') && lineBreak === '\n' ? '\n\n' : lineBreak;
  return `${text}${isOpen ? lineBreak : ''}${continues ? empty : ''}${line}${lineBreak}`;
}

function isSet(before: PropertiesDocument, result: string, key: string, value: string): boolean {
  const after = parseProperties(result);
  const old = before.get(key);
  const changed = after.get(key);
  if (changed?.value !== value || after.problems.length > before.problems.length || after.entries.length !== before.entries.length + (old ? 0 : 1)) return false;
  if (!old) return result.startsWith(before.text) && after.entries.at(-1) === changed;
  return result.startsWith(before.text.slice(0, old.valueSpan.start)) && result.endsWith(before.text.slice(old.valueSpan.end)) && changed.valueSpan.start === old.valueSpan.start;
}

function isUnset(before: PropertiesDocument, result: string, key: string): boolean {
  const after = parseProperties(result);
  const rest = before.entries.filter((entry) => entry.key !== key);
  return after.entries.length === rest.length && after.comments.length === before.comments.length
    && after.entries.every((entry, i) => entry.key === rest[i]?.key && entry.value === rest[i].value);
}

const NAMED: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\r': '\\r', '\f': '\\f', '\n': '\\n' };

/** What the package leaves to its caller: backslashes, control characters, and a first character that would be read as part of the separator. */
function escapeValue(value: string): string {
  return value.replace(/[\\\t\r\f]/g, (c) => NAMED[c] ?? c).replace(/^[ =:]/, '\\$&');
}

function escapeKey(key: string): string {
  return key.replace(/[\\\t\r\f]/g, (c) => NAMED[c] ?? c).replace(/^[#!]/, '\\$&');
}

/** Java reads ISO-8859-1, so everything beyond ASCII is written as an escape. */
function asciiOnly(text: string): string {
  return text.replaceAll('\n', '\\n').replace(/[^\0-\x7f]/g, (c) => Array.from({ length: c.length }, (_, i) => `\\u${c.charCodeAt(i).toString(16).padStart(4, '0')}`).join(''));
}
