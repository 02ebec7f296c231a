/** Reads the generated fact files. The facts of a key are decoded when they are first asked for. */
import type { KeyFact, KeyHistory } from './keyFact';
import { compareVersions, parseVersion, type KafkaVersion } from './version';

/** One distinct set of facts, shared by keys and versions. */
export type FactRow = Partial<Omit<KeyFact, 'name' | 'since' | 'removedIn' | 'deprecatedSince' | 'replacement' | 'note'>>;

/** A generated file, see scripts/generate-facts.mjs. */
export interface KeyFile {
  readonly versions: readonly string[];
  readonly facts: readonly FactRow[];
  readonly keys: Readonly<Record<string, KeyRecord>>;
  /** For each key `version index:fact index` pairs, separated by blanks; each reaches to the start of the next one. */
  readonly ranges: Readonly<Record<string, string>>;
}

type KeyRecord = Omit<KeyHistory, 'name'>;

/** True when `version` has reached the release `text`; text that is no version counts as reached. */
export function reached(version: KafkaVersion, text: string): boolean {
  const bound = parseVersion(text);
  return !bound || compareVersions(version, bound.patch === Infinity ? { ...bound, patch: 0 } : bound) >= 0;
}

export class KeyTable {
  private readonly keys: ReadonlyMap<string, KeyRecord>;
  private readonly namesByVersion = new Map<number, readonly string[]>();
  private readonly factsByVersion = new Map<string, Map<string, KeyFact | undefined>>();
  private readonly histories = new Map<string, KeyHistory>();
  /** The facts of the version that was asked for last: a file asks a few hundred times for one. */
  private last: { readonly version: KafkaVersion; readonly facts: Map<string, KeyFact | undefined> } | undefined;
  private readonly starts: readonly KafkaVersion[];

  constructor(private readonly file: KeyFile) {
    this.keys = new Map(Object.entries(file.keys));
    this.starts = file.versions.map((text) => {
      const version = parseVersion(text) ?? { major: 0, minor: 0, patch: 0 };
      return version.patch === Infinity ? { ...version, patch: 0 } : version;
    });
  }

  has(name: string): boolean {
    return this.keys.has(name);
  }

  /** All names in any version, sorted. */
  get names(): Iterable<string> {
    return this.keys.keys();
  }

  history(name: string): KeyHistory | undefined {
    const known = this.histories.get(name);
    const key = known ? undefined : this.keys.get(name);
    if (!key) return known;
    const history = { name, ...key };
    this.histories.set(name, history);
    return history;
  }

  /** The facts of `name` in `version`; undefined where that version lacks the key. */
  fact(name: string, version: KafkaVersion): KeyFact | undefined {
    const key = this.keys.get(name);
    if (!key) return undefined;
    const facts = this.factsIn(version);
    if (!facts.has(name)) facts.set(name, this.read(name, key, this.indexOf(version), version));
    return facts.get(name);
  }

  private factsIn(version: KafkaVersion): Map<string, KeyFact | undefined> {
    if (this.last?.version === version) return this.last.facts;
    const text = `${this.indexOf(version)}.${version.patch}`;
    const facts = this.factsByVersion.get(text) ?? new Map<string, KeyFact | undefined>();
    this.factsByVersion.set(text, facts);
    this.last = { version, facts };
    return facts;
  }

  /** Names alive in a version, sorted. */
  namesIn(version: KafkaVersion): readonly string[] {
    const at = this.indexOf(version);
    let names = this.namesByVersion.get(at);
    if (!names) {
      names = [...this.keys].filter(([, key]) => this.alive(key, at)).map(([name]) => name);
      this.namesByVersion.set(at, names);
    }
    return names;
  }

  /** Index of the newest known version that is not newer than `version`; the oldest for what is older than all. */
  indexOf(version: KafkaVersion): number {
    let at = this.starts.length - 1;
    while (at > 0 && compareVersions(this.starts[at] ?? version, version) > 0) at--;
    return at;
  }

  private alive(key: KeyRecord, at: number): boolean {
    return at >= this.file.versions.indexOf(key.since) && (key.removedIn === undefined || at < this.file.versions.indexOf(key.removedIn));
  }

  private read(name: string, key: KeyRecord, at: number, version: KafkaVersion): KeyFact | undefined {
    if (!this.alive(key, at) || this.beforePatch(key, version)) return undefined;
    let row: FactRow | undefined;
    for (const pair of (this.file.ranges[name] ?? '').split(' ')) {
      const [from = '', index = ''] = pair.split(':');
      if (Number(from) > at && row) break;
      row = this.file.facts[Number(index)];
    }
    if (!row) return undefined;
    const { since, removedIn, deprecatedSince, replacement, note } = key;
    const isDeprecated = deprecatedSince !== undefined && reached(version, deprecatedSince);
    return {
      name, required: false, internal: false, outside: false, type: undefined, default: undefined, ...row, since,
      ...(removedIn === undefined ? {} : { removedIn }),
      ...(isDeprecated ? { deprecatedSince, ...(replacement === undefined ? {} : { replacement }) } : {}),
      ...(note === undefined ? {} : { note }),
    };
  }

  /** A key that came to a line with a patch release: 3.9.1 lacks what 3.9.2 brought. */
  private beforePatch(key: KeyRecord, version: KafkaVersion): boolean {
    return (key.patches ?? []).some((text) => {
      const patch = parseVersion(text);
      return patch?.major === version.major && patch.minor === version.minor && version.patch < patch.patch;
    });
  }
}
