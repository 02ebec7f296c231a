/** Sums that a head cannot do quickly, behind the values of server.properties. */
import type { PropertiesEntry } from '../../documents/properties';
import { brokerFact } from '../../knowledge/catalogue';
import { bytesText, readable, unitOf, type Unit } from '../../knowledge/units';
import { versionText } from '../../knowledge/version';
import type { BrokerFile } from '../../model/file';
import { javaInteger } from '../../model/numbers';
import { ValuePart } from '../../model/valuePart';
import type { InlayHintText } from '../feature';
import { code, paragraphs } from '../markdown';

/** All hints of a file. `cores`: of the machine that the broker runs on, where they are known. */
export function brokerInlayHints(file: BrokerFile, cores?: number): readonly InlayHintText[] {
  const hints: InlayHintText[] = [];
  for (const entry of file.document.entries) {
    const hint = hintFor(file, entry, cores);
    if (hint) hints.push(hint);
  }
  return hints;
}

/** From this number on a unit is no longer plain: 30000 ms and 24 h are read at a glance. */
const PLAIN_BELOW: Readonly<Record<Unit, number>> = { ms: 60_000, seconds: 120, minutes: 61, hours: 25, bytes: 16_384, 'bytes/s': 16_384 };

const THREADS: ReadonlySet<string> = new Set(['num.io.threads', 'num.network.threads']);

function hintFor(file: BrokerFile, entry: PropertiesEntry, cores: number | undefined): InlayHintText | undefined {
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
  if (THREADS.has(entry.key)) return cores === undefined ? undefined : { offset, label: ` of ${cores} cores` };
  const unit = unitOf(entry.key);
  const words = unit && number >= PLAIN_BELOW[unit] ? readable(number, unit) : undefined;
  if (words === undefined) return undefined;
  const sum = words.startsWith('≈') ? ` ${words}` : ` = ${words}`;
  if (entry.key !== 'log.retention.bytes') return { offset, label: sum };
  return { offset, label: fitted(`${sum} × partitions`, sum), tooltip: retentionSum(file, number) };
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
