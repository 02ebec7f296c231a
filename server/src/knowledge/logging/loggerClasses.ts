/** Classes of Kafka that log under their own name, and the releases that have them (scripts/generate-logging-facts.mjs, from the jars of 2.8 to 4.4). */
import { compareVersions, parseVersion, type KafkaVersion } from '../version';
import facts from './logger-classes.json';

const PACKAGES = facts.packages as unknown as Readonly<Record<string, Readonly<Record<string, number>>>>;
const RELEASES: readonly KafkaVersion[] = facts.versions.map((text) => parseVersion(text) ?? { major: 0, minor: 0, patch: 0 });

/** `present`: the class is there. `absent`: the releases around this version do not have it. `unknown`: no class of Kafka that logs. */
export type LoggerPresence = 'present' | 'absent' | 'unknown';

/** Whether a class exists in a version. Between two releases that were looked at, one that has it is enough. */
export function classPresence(name: string, version: KafkaVersion): LoggerPresence {
  const bits = bitsOf(name);
  if (bits === undefined) return 'unknown';
  return around(version).some((release) => has(bits, release)) ? 'present' : 'absent';
}

/** The first and the last release that have a class: `4.1`, `3.9`; undefined for other names. */
export function classReleases(name: string): { readonly first: string; readonly last: string } | undefined {
  const bits = bitsOf(name);
  if (bits === undefined) return undefined;
  const held = facts.versions.filter((_, i) => has(bits, i));
  return { first: held[0] ?? '', last: held.at(-1) ?? '' };
}

/** Whether any class of a version lies in a package or below it, or is this class. */
export function packagePresence(name: string, version: KafkaVersion): LoggerPresence {
  const own = classPresence(name, version);
  if (own === 'present') return own;
  let known = own !== 'unknown';
  const releases = around(version);
  for (const [pack, classes] of Object.entries(PACKAGES)) {
    if (pack !== name && !pack.startsWith(`${name}.`)) continue;
    known = true;
    if (Object.values(classes).some((bits) => releases.some((release) => has(bits, release)))) return 'present';
  }
  return known ? 'absent' : 'unknown';
}

/** Where a class went that a version no longer has: a class of the same name in another package; undefined when there is not exactly one. */
export function movedTo(name: string, version: KafkaVersion): string | undefined {
  const simple = name.slice(name.lastIndexOf('.') + 1);
  const found = Object.keys(PACKAGES).map((pack) => `${pack}.${simple}`).filter((other) => other !== name && classPresence(other, version) === 'present');
  return found.length === 1 ? found[0] : undefined;
}

function bitsOf(name: string): number | undefined {
  const dot = name.lastIndexOf('.');
  const pack = name.slice(0, Math.max(0, dot));
  const classes = Object.hasOwn(PACKAGES, pack) ? PACKAGES[pack] : undefined;
  const simple = name.slice(dot + 1);
  return classes && Object.hasOwn(classes, simple) ? classes[simple] : undefined;
}

function has(bits: number, release: number): boolean {
  return ((bits >> (RELEASES.length - 1 - release)) & 1) === 1;
}

/** The releases next to a version: the one it is, or the ones before and behind it. */
function around(version: KafkaVersion): readonly number[] {
  const same = RELEASES.findIndex((release) => release.major === version.major && release.minor === version.minor);
  if (same >= 0) return [same];
  const behind = RELEASES.findIndex((release) => compareVersions(release, version) > 0);
  if (behind < 0) return [RELEASES.length - 1];
  return behind === 0 ? [0] : [behind - 1, behind];
}
