/** Which of Kafka's own classes a version has: what a setting that names a class can mean (facts/classNames.json, made by scripts/read-class-names.mjs out of the jars). */
import file from './facts/classNames.json';
import { minorText, type KafkaVersion } from './version';

const packages: ReadonlyMap<string, string> = new Map(Object.entries(file.packages));
const classes: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(Object.entries(file.classes).map(([home, names]) => [home, new Map(Object.entries(names))]));
const order: ReadonlyMap<string, number> = new Map(file.versions.map((version, at) => [version, at]));

/** True for a name in one of Kafka's own packages: no other jar may use them. */
export function isKafkaClassName(name: string): boolean {
  return name.startsWith('kafka.') || name.startsWith('org.apache.kafka.');
}

/**
 * Whether a version has a class of one of Kafka's own packages. Undefined when nobody wrote it down: a version before 2.8,
 * an inner class, or a package whose classes are not listed one by one.
 */
export function hasKafkaClass(name: string, version: KafkaVersion): boolean | undefined {
  const at = order.get(minorText(version));
  if (at === undefined || !isKafkaClassName(name)) return undefined;
  const outer = name.split('$')[0] ?? name;
  const dot = outer.lastIndexOf('.');
  const home = outer.slice(0, dot);
  const homeRanges = packages.get(home);
  if (homeRanges === undefined || !within(at, homeRanges)) return false;
  const listed = classes.get(home);
  if (!listed) return undefined;
  const ranges = listed.get(outer.slice(dot + 1));
  if (ranges === undefined || !within(at, ranges)) return false;
  return outer === name ? true : undefined;
}

function within(at: number, ranges: string): boolean {
  return ranges.split(' ').some((range) => {
    const [from = '', to = ''] = range.split('-');
    return (order.get(from) ?? Infinity) <= at && at <= (order.get(to) ?? -1);
  });
}
