/** Sums that a head cannot do quickly, behind the values of server.properties. */
import type { PropertiesEntry } from '../../documents/properties';
import { brokerFact } from '../../knowledge/catalogue';
import { bytesText, readable, unitOf, type Unit } from '../../knowledge/units';
import { versionText } from '../../knowledge/version';
import type { BrokerFile } from '../../model/file';
import { javaInteger } from '../../model/numbers';
import { ValuePart } from '../../model/valuePart';
import { dataFolderHere } from '../../stack/places';
import type { InlayHintText } from '../feature';
import { code, paragraphs } from '../markdown';

/** All hints of a file. Cores are drawn where the machine that the editor runs on looks like this broker. */
export function brokerInlayHints(file: BrokerFile): readonly InlayHintText[] {
  const hints: InlayHintText[] = [];
  const folder = dataFolderHere(file);
  for (const entry of file.document.entries) {
    const hint = hintFor(file, entry, folder);
    if (hint) hints.push(hint);
  }
  return hints;
}

/** From this number on a unit is no longer plain: 30000 ms and 24 h are read at a glance. */
const PLAIN_BELOW: Readonly<Record<Unit, number>> = { ms: 60_000, seconds: 120, minutes: 61, hours: 25, bytes: 16_384, 'bytes/s': 16_384 };

/** Threads that work at the same time, and how often their number counts (Kafka's documentation of each). */
const THREADS: ReadonlyMap<string, string | undefined> = new Map([
  ['num.io.threads', undefined], ['num.network.threads', 'Each listener has so many of its own.'], ['num.recovery.threads.per.data.dir', 'Each log directory has so many of its own, while the broker starts and stops.'],
  ['log.cleaner.threads', undefined],
]);

function hintFor(file: BrokerFile, entry: PropertiesEntry, folder: string | undefined): InlayHintText | undefined {
  // Only keys that this version reads, and only the line that counts: a sum behind a dead line would say that it lives.
  if (file.broker.setting(entry.key) !== entry || !brokerFact(entry.key, file.context.version.value)) return undefined;
  const value = ValuePart.of(entry);
  if (value.templated) return undefined;
  const offset = value.span.end;
  if (entry.key === 'log.dirs') {
    const count = file.broker.logDirectories.directories.length;
    return count > 1 ? { offset, label: ` ${count} directories` } : undefined;
  }
  const number = javaInteger(value.text, 'long');
  if (typeof number !== 'number') return undefined;
  if (THREADS.has(entry.key)) return coresHint(file, entry.key, offset, folder);
  const unit = unitOf(entry.key);
  const words = unit && number >= PLAIN_BELOW[unit] ? readable(number, unit) : undefined;
  if (words === undefined) return undefined;
  const sum = words.startsWith('≈') ? ` ${words}` : ` = ${words}`;
  if (entry.key !== 'log.retention.bytes') return { offset, label: sum };
  return { offset, label: fitted(`${sum} × partitions`, sum), tooltip: retentionSum(file, number) };
}

/** A machine without the data of this broker says nothing about it: its cores are somebody else's. */
function coresHint(file: BrokerFile, key: string, offset: number, folder: string | undefined): InlayHintText | undefined {
  const cores = file.context.machine?.cores;
  if (cores === undefined || folder === undefined) return undefined;
  return { offset, label: cores === 1 ? ' of 1 core' : ` of ${cores} cores`, tooltip: paragraphs(`Cores of this machine, which seems to be the broker: ${code(folder)} of its log directories is here.`, THREADS.get(key)) };
}

/** At most 24 characters: a longer text loses its explanation. */
function fitted(text: string, shorter: string): string {
  return text.length <= 24 ? text : shorter;
}

/** What the retention size means for a topic and for the cluster, with the source of each number. */
function retentionSum(file: BrokerFile, bytes: number): string {
  const partitions = counted(file, 'num.partitions');
  const copies = counted(file, 'default.replication.factor');
  const sum = partitions && copies
    ? `${bytesText(bytes)} × ${partitions.text} partitions × ${copies.text} copies = ${bytesText(bytes * partitions.value * copies.value)} in the cluster, for a topic that is created automatically.`
    : undefined;
  return paragraphs(
    'The limit holds for each partition by itself, and a log keeps up to one segment more than the limit.',
    sum,
    partitions && copies ? `${code('num.partitions')} ${partitions.source}, ${code('default.replication.factor')} ${copies.source}` : undefined,
  );
}

function counted(file: BrokerFile, key: string): { readonly value: number; readonly text: string; readonly source: string } | undefined {
  const { value, part } = file.broker.settings.number(key);
  if (typeof value !== 'number' || value < 1) return undefined;
  const source = part ? `from line ${file.lines.positionAt(part.span.start).line + 1}` : `by default in Kafka ${versionText(file.context.version.value)}`;
  return { value, text: String(value), source };
}
