/**
 * Kafka versions and ranges of them. A version without a patch level, such as `3.9`, means its newest patch:
 * what only the first patch did (3.9.0 refuses a controller bound to 0.0.0.0) is reported only where the file says 3.9.0.
 */

/** A release of Kafka; `patch` is Infinity where the source named only major and minor. */
export interface KafkaVersion {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
}

/** The newest release that the catalogue knows: what an unknown version is checked against. */
export const NEWEST: KafkaVersion = { major: 4, minor: 4, patch: Infinity };

/** Reads `3.9`, `3.9.1`, `4` (= 4.0) or `0.10.2.1` (= 0.10, patch 2); undefined for anything else. */
export function parseVersion(text: string): KafkaVersion | undefined {
  const match = /^v?(\d{1,2})(?:\.(\d{1,2})(?:\.(\d{1,2}))?)?(?:\.\d+)?(?:[-.](?:ccs|ce|cp\d*|redhat.*|amzn.*|SNAPSHOT))?$/.exec(text.trim());
  if (!match) return undefined;
  return { major: Number(match[1]), minor: Number(match[2] ?? 0), patch: match[3] === undefined ? Infinity : Number(match[3]) };
}

/** Negative when `a` is older than `b`, 0 when equal, positive when newer. */
export function compareVersions(a: KafkaVersion, b: KafkaVersion): number {
  if (a.major !== b.major) return a.major - b.major;
  if (a.minor !== b.minor) return a.minor - b.minor;
  return a.patch === b.patch ? 0 : a.patch - b.patch;
}

/** `3.9` or `3.9.1`, as a person writes it. */
export function versionText(version: KafkaVersion): string {
  return `${version.major}.${version.minor}${version.patch === Infinity ? '' : `.${version.patch}`}`;
}

/** `3.9`: the release without its patch level, the grain of the catalogue's facts. */
export function minorText(version: KafkaVersion): string {
  return `${version.major}.${version.minor}`;
}

/**
 * True when the version lies in every part of `range`: parts are separated by blanks, each `>=3.0`, `<4.2`, `>3.9.0`, `<=3.9`, `=3.9.0` or
 * `3.1-3.9` (both ends included). `<=3.9` includes every patch of 3.9; `<4.0` excludes 4.0.0. Throws RangeError for a range it cannot read.
 */
export function satisfies(version: KafkaVersion, range: string): boolean {
  let parts = ranges.get(range);
  if (!parts) {
    parts = range.split(' ').filter((part) => part !== '').flatMap(boundsOf);
    ranges.set(range, parts);
  }
  return parts.every((bound) => isWithin(version, bound));
}

interface Bound {
  readonly operator: string;
  readonly version: KafkaVersion;
}

/** Ranges stand in the rules: a few dozen texts, asked for on every keystroke. */
const ranges = new Map<string, readonly Bound[]>();

function boundsOf(part: string): readonly Bound[] {
  const between = /^([\d.]+)-([\d.]+)$/.exec(part);
  if (between) return [...boundsOf(`>=${between[1] ?? ''}`), ...boundsOf(`<=${between[2] ?? ''}`)];
  const match = /^(>=|<=|>|<|=)?([\d.]+)$/.exec(part);
  const version = match && parseVersion(match[2] ?? '');
  if (!version) throw new RangeError(`"${part}" is not a version range`);
  return [{ operator: match[1] ?? '=', version }];
}

function isWithin(version: KafkaVersion, { operator, version: bound }: Bound): boolean {
  const start = bound.patch === Infinity ? { ...bound, patch: 0 } : bound;
  switch (operator) {
    case '>=': return compareVersions(version, start) >= 0;
    case '<': return compareVersions(version, start) < 0;
    case '<=': return compareVersions(version, bound) <= 0;
    case '>': return compareVersions(version, bound) > 0;
    default: return bound.patch === Infinity ? version.major === bound.major && version.minor === bound.minor : compareVersions(version, bound) === 0;
  }
}
