/** Where a broker's files set the keys that take part in something, what they are set to, and what is already known to be wrong there. */
import type { Span } from '../documents/span';
import { brokerFact } from '../knowledge/catalogue';
import type { KafkaFile } from '../model/file';
import { secretSpans, withoutSecrets } from '../model/secret';
import type { Problem } from '../rules/problem';
import { inlayHints } from './inlayHints';

/** One key that takes part. Without a path it is not set, and `value` is Kafka's default. */
export interface InvolvedSetting {
  readonly key: string;
  /** As written, secrets as dots; undefined where neither a file nor Kafka has a value. */
  readonly value: string | undefined;
  readonly path?: string;
  /** The setting with its key, in the text of that file. */
  readonly span?: Span;
  /** Line from 1. */
  readonly line?: number;
  /** What our rules say about it, else what its value comes to: ` = 70 d`. */
  readonly note?: string;
  /** True when our rules warn of it, or refuse it. */
  readonly warns: boolean;
}

interface Written {
  readonly name: string;
  readonly value: Span;
  readonly span: Span;
}

/** Values are shown up to here, characters. */
const SHOWN = 200;
/** Logging settings that fill the disk whatever else is wrong: they take part in everything that concerns log directories. */
const FILLS_DISK = new Set(['log4j/level-fills-disk', 'log4j/never-deleted']);

/**
 * The settings of some keys, in the order of the keys. A key in capitals is a variable of the environment; LISTENER, MECHANISM and NAME stand for any part of a name.
 * Broker keys that no file sets come last, with their default.
 */
export function settingsInvolved(keys: readonly string[], files: readonly KafkaFile[], problemsOf: (file: KafkaFile) => readonly Problem[]): readonly InvolvedSetting[] {
  const set: InvolvedSetting[] = keys.includes('log.dirs') ? files.flatMap((file) => fillingDisk(file, problemsOf(file))) : [];
  const unset: InvolvedSetting[] = [];
  for (const key of keys) {
    const wanted = new RegExp(`^${key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\b(?:LISTENER|MECHANISM|NAME)\b/g, '[^.]+')}$`);
    const found = files.flatMap((file) => writtenIn(file).filter(({ name }) => wanted.test(name)).map((written) => involved(file, written, problemsOf(file))));
    set.push(...found);
    const broker = files.find((file) => file.family === 'broker');
    const fact = found.length === 0 && broker ? brokerFact(key, broker.context.version.value) : undefined;
    if (fact) unset.push({ key, value: fact.default ?? undefined, warns: false });
  }
  return [...new Map([...set, ...unset].map((setting) => [`${setting.path ?? ''} ${setting.key}`, setting])).values()];
}

/** Every setting that counts: of a key that stands twice the last one. */
function writtenIn(file: KafkaFile): readonly Written[] {
  if (file.family === 'environment') {
    return file.environment.variables.filter((variable) => file.environment.get(variable.name) === variable).map(({ name, valueSpan, span }) => ({ name, value: valueSpan, span }));
  }
  const document = 'document' in file ? file.document : undefined;
  if (!document) return [];
  return document.entries.filter((entry) => document.get(entry.key) === entry).map(({ key, keySpan, valueSpan }) => ({ name: key, value: valueSpan, span: { start: keySpan.start, end: valueSpan.end } }));
}

function involved(file: KafkaFile, { name, value, span }: Written, problems: readonly Problem[]): InvolvedSetting {
  const shown = withoutSecrets(file.text.slice(value.start, value.end), value.start, secretSpans(file)).replace(/\\\r?\n\s*/g, '').trim().replace(/•+/g, '•••');
  const here = problems.filter((problem) => problem.span.start >= span.start && problem.span.start <= span.end && problem.severity !== 'hint');
  const sum = inlayHints(file).find(({ offset }) => offset >= value.start && offset <= span.end)?.label.trim();
  const note = here[0]?.text ?? sum;
  return {
    key: name, value: shown.length > SHOWN ? `${shown.slice(0, SHOWN)}…` : shown, path: file.path, span, line: file.lines.positionAt(span.start).line + 1,
    ...(note === undefined ? {} : { note }),
    warns: here.some(({ severity }) => severity === 'error' || severity === 'warning'),
  };
}

function fillingDisk(file: KafkaFile, problems: readonly Problem[]): readonly InvolvedSetting[] {
  if (file.family !== 'logging') return [];
  const wrong = problems.filter(({ rule }) => FILLS_DISK.has(rule));
  return writtenIn(file).filter(({ span }) => wrong.some((problem) => problem.span.start >= span.start && problem.span.start <= span.end)).map((written) => involved(file, written, problems));
}
