/** What can stand at the cursor of server.properties: keys at the start of a line, values behind the separator. */
import type { PropertiesEntry } from '../../documents/properties';
import type { BrokerFile } from '../../model/file';
import type { CompletionEntry } from '../feature';
import { keyEntries } from './brokerKeys';
import { valueEntries } from './brokerValues';

/** Proposals at an offset; none in comments and in lines that continue another one. */
export function brokerCompletion(file: BrokerFile, offset: number): readonly CompletionEntry[] {
  if (file.document.comments.some(({ span }) => span.start < offset && offset <= span.end)) return [];
  const entry = file.document.entries.find(({ lineSpan }) => lineSpan.start <= offset && (offset < lineSpan.end || offset === file.text.length));
  if (!entry || offset < entry.keySpan.start || isBehind(file, entry, offset)) return keyEntries(file, { start: blankStart(file, offset), end: offset }, offset, false, undefined);
  if (offset <= entry.keySpan.end) return keyEntries(file, entry.keySpan, offset, hasSeparator(entry), entry);
  return offset >= entry.valueSpan.start ? valueEntries(file, entry, offset) : [];
}

/** A last line without a line break also touches the offset behind a break that follows it. */
function isBehind(file: BrokerFile, entry: PropertiesEntry, offset: number): boolean {
  return file.lines.positionAt(offset).line > file.lines.positionAt(entry.valueSpan.end).line;
}

function hasSeparator(entry: PropertiesEntry): boolean {
  return entry.separatorSpan.end > entry.separatorSpan.start || entry.valueSpan.end > entry.valueSpan.start;
}

/** Where the first word of a blank line begins: at the cursor, since only blanks stand before it. */
function blankStart(file: BrokerFile, offset: number): number {
  const { line } = file.lines.positionAt(offset);
  const before = file.text.slice(file.lines.startOf(line), offset);
  return offset - (before.length - before.search(/\S|$/));
}
