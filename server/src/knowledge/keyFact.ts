/** What Kafka itself knows of a key: the shapes of the generated facts. Sources are named in scripts/data/*.json. */

export type KeyType = 'int' | 'long' | 'short' | 'double' | 'boolean' | 'string' | 'list' | 'password' | 'class';

/** When a change of a broker key takes effect: after a restart, or while running on one broker or in the whole cluster. Known from 1.1. */
export type UpdateMode = 'read-only' | 'per-broker' | 'cluster-wide';

/** What Kafka accepts as a value beyond its type. */
export type Check =
  /** Both ends included. */
  | { readonly kind: 'range'; readonly min?: number; readonly max?: number }
  /** `enum` compares letter by letter, `enum-ci` in any case. */
  | { readonly kind: 'enum' | 'enum-ci'; readonly values: readonly string[] }
  /** Elements of a list; any element when `values` is empty. From 4.2 `allowEmpty` false refuses an empty list, and duplicates are removed with a warning. */
  | { readonly kind: 'list'; readonly values: readonly string[]; readonly allowEmpty?: boolean; readonly allowNull?: boolean; readonly noDuplicates?: boolean }
  | { readonly kind: 'custom'; readonly name: CustomCheck; /** The accepted form, as words behind "accepts". */ readonly text?: string };

/** Checks that no range and no list of values can say. */
export type CustomCheck =
  | 'compression-type-id' | 'gzip-level' | 'metadata-version' | 'minus-one-or-positive' | 'non-empty-string' | 'non-null'
  | 'quorum-bootstrap-servers' | 'quorum-voters' | 'throttled-replicas';

/** The facts of one key in one version of Kafka. */
export interface KeyFact {
  /** The base key: `ssl.keystore.location` also for `listener.name.internal.ssl.keystore.location`. */
  readonly name: string;
  /** Undefined where nobody wrote it down (0.8) and for keys outside Kafka's own definition. */
  readonly type: KeyType | undefined;
  /** Null: not set by default. Undefined: the key is required, or nothing is known. */
  readonly default: string | null | undefined;
  readonly required: boolean;
  readonly check?: Check;
  readonly updateMode?: UpdateMode;
  /** Accepted but not documented by Kafka. */
  readonly internal: boolean;
  /** Read by an authorizer, a reporter or a provider; Kafka's definition lacks it, so nothing checks its value. */
  readonly outside: boolean;
  readonly importance?: 'high' | 'medium' | 'low';
  /** First version with the key. */
  readonly since: string;
  /** First version without the key. */
  readonly removedIn?: string;
  /** First version that calls it deprecated, set only when the asked version is not older. */
  readonly deprecatedSince?: string;
  /** What to use instead, in words. */
  readonly replacement?: string;
  /** A remark on the default or on patch levels. */
  readonly note?: string;
}

/** A key through all versions. */
export interface KeyHistory {
  readonly name: string;
  readonly since: string;
  readonly removedIn?: string;
  /** Patch levels of older lines that got the key afterwards, such as `3.9.2` for a key of the 3.9 line. */
  readonly patches?: readonly string[];
  readonly deprecatedSince?: string;
  readonly replacement?: string;
  readonly note?: string;
}
