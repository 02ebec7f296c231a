/** What a unit of systemd says about the environment and the limits of Kafka. */
import { EnvAssignment, VALID_NAME } from '../documents/envFile';
import type { SpannedText, Span } from '../documents/span';
import type { PlacedText } from '../documents/pieces';
import { parseUnit, type UnitDocument, type UnitEntry } from '../documents/unitFile';
import { unitWords } from '../documents/unitWords';

export interface UnitFacts {
  readonly document: UnitDocument;
  readonly assignments: readonly EnvAssignment[];
  /** The paths of `EnvironmentFile=`, without the `-` of a file that may be missing. */
  readonly environmentFiles: readonly SpannedText[];
  /** Words of `Environment=` that are no assignment: what stands behind a blank that no quotes hold together. systemd ignores them. */
  readonly lostWords: readonly SpannedText[];
  /** The command line of `ExecStart=`; undefined where the unit has none. */
  readonly command: SpannedText | undefined;
  /** The setting of `[Service]` that counts: the last one. */
  service(key: string): UnitEntry | undefined;
}

/** Reads a unit. Never throws. */
export function unitFacts(text: string): UnitFacts {
  const document = parseUnit(text);
  let assignments: EnvAssignment[] = [];
  let environmentFiles: SpannedText[] = [];
  const lostWords: SpannedText[] = [];
  for (const entry of document.entries) {
    if (entry.section !== 'Service') continue;
    if (entry.key === 'Environment') {
      if (entry.value === '') assignments = [];
      for (const word of unitWords(entry).words) {
        const assignment = assigned(word, entry);
        if (assignment) assignments.push(assignment);
        else lostWords.push({ text: word.text, span: word.part(0, word.text.length) });
      }
    } else if (entry.key === 'EnvironmentFile') {
      if (entry.value === '') environmentFiles = [];
      else environmentFiles.push(pathOf(entry));
    }
  }
  const service = (key: string): UnitEntry | undefined => document.all('Service', key).at(-1);
  const start = service('ExecStart');
  return { document, assignments, environmentFiles, lostWords, command: start && { text: start.value, span: start.valueSpan }, service };
}

function assigned(word: PlacedText, entry: UnitEntry): EnvAssignment | undefined {
  const equals = word.text.indexOf('=');
  const name = word.text.slice(0, equals);
  if (equals < 0 || !VALID_NAME.test(name)) return undefined;
  const value = word.slice(equals + 1, word.text.length);
  return new EnvAssignment(name, word.part(0, equals), value.part(0, value.text.length), entry.lineSpan, true, false, specifiers(value.text), value);
}

/** `%i`, `%h` and their like, which systemd fills in. */
function specifiers(text: string): readonly Span[] {
  return [...text.matchAll(/%[a-zA-Z]/g)].map(({ index }) => ({ start: index, end: index + 2 }));
}

function pathOf(entry: UnitEntry): SpannedText {
  const start = entry.value.startsWith('-') ? 1 : 0;
  return { text: entry.value.slice(start), span: entry.valuePart(start, entry.value.length) };
}
