/** What a file is checked against: Kafka version, profile, day. Read from the file first, then from settings, folder and keys. */
import { NEWEST, parseVersion, type KafkaVersion } from '../knowledge/version';
import type { MachineFacts } from '../machine/facts';
import { Beside, type BesideText } from './beside';

/** How a cluster is run. Unknown is a state of its own: production advice then arrives as information. */
export type Profile = 'production' | 'development';

/** What the caller knows about a file besides its text. */
export interface FileSettings {
  /** The setting kafkaConfig.version; undefined for `auto`. */
  readonly version?: string;
  /** The setting kafkaConfig.profile; undefined for `auto`. */
  readonly profile?: Profile;
  /** A version that the folder shows (jar names), and the words that say where. */
  readonly folderVersion?: { readonly version: string; readonly source: string };
  /** A profile that a broker file beside this one is written for. */
  readonly folderProfile?: Sourced<Profile>;
  /** Texts near this file that take part in what it means. */
  readonly beside?: readonly BesideText[];
  /** The kind that the setting kafkaConfig.files gives this file, by the name of the file it stands for. */
  readonly treatAs?: string;
  /** What is known of the computer that the editor runs on; undefined where it may not be asked. */
  readonly machine?: MachineFacts;
  /** Today as `YYYY-MM-DD`, for suppressions that end. */
  readonly today: string;
}

/** A version or profile and the words that say where it comes from, for the status bar. */
export interface Sourced<T> {
  readonly value: T;
  readonly source: string;
}

export interface FileContext {
  readonly version: Sourced<KafkaVersion>;
  /** False when nothing named a version and the newest is assumed. */
  readonly versionKnown: boolean;
  /** True when only the keys told: the newest version that has them all. An older one may run. */
  readonly versionFromKeys: boolean;
  readonly profile: Sourced<Profile | undefined>;
  /** The computer that the editor runs on; undefined where it may not be asked. It may not be the broker: see `dataFolderHere` and `logPlace`. */
  readonly machine?: MachineFacts | undefined;
  /** What lies near the file and takes part in what it means; undefined where nobody looked. */
  readonly beside?: Beside | undefined;
  readonly today: string;
}

const VERSION_LINE = /^[ \t\f]*[#;!][ \t]*kafka-version:[ \t]*(\S+)/m;
const PROFILE_LINE = /^[ \t\f]*[#;!][ \t]*kafka-profile:[ \t]*(production|development)\b/m;
const VERSION_IN_PATH = /kafka_2\.1[0-3]-(\d+\.\d+\.\d+)(?:\.jar)?(?=[/\\]|$)/;

/**
 * Decides what a file is checked against.
 * Order for the version: `# kafka-version: 3.9` in the file, the setting, `kafka_2.13-3.9.1` in the path, what the folder shows, what the keys show, else the newest.
 * `keysVersion` is the newest version that the keys of the file still fit (ZooKeeper keys: 3.9), or undefined.
 */
export function fileContext(path: string, text: string, settings: FileSettings, keysVersion?: Sourced<string>): FileContext {
  const sources: readonly (Sourced<string | undefined> | undefined)[] = [
    { value: VERSION_LINE.exec(text)?.[1], source: 'the comment kafka-version in this file' },
    { value: settings.version, source: 'the setting kafkaConfig.version' },
    { value: VERSION_IN_PATH.exec(path)?.[1], source: 'the path of the file' },
    settings.folderVersion && { value: settings.folderVersion.version, source: settings.folderVersion.source },
    keysVersion,
  ];
  let version: Sourced<KafkaVersion> | undefined;
  for (const candidate of sources) {
    const parsed = candidate?.value === undefined ? undefined : parseVersion(candidate.value);
    if (parsed && candidate) { version = { value: parsed, source: candidate.source }; break; }
  }
  return {
    version: version ?? { value: NEWEST, source: 'no version found; checked against the newest' },
    versionKnown: version !== undefined,
    versionFromKeys: version !== undefined && version.source === keysVersion?.source,
    profile: profileOf(text, settings),
    machine: settings.machine,
    beside: settings.beside && new Beside(settings.beside),
    today: settings.today,
  };
}

/** What the comments `kafka-version` and `kafka-profile` of a text say; its files beside it are meant for the same broker. */
export function writtenContext(text: string): { readonly version: string | undefined; readonly profile: Profile | undefined } {
  const profile = PROFILE_LINE.exec(text)?.[1];
  return { version: VERSION_LINE.exec(text)?.[1], profile: profile === 'production' || profile === 'development' ? profile : undefined };
}

function profileOf(text: string, settings: FileSettings): Sourced<Profile | undefined> {
  const written = writtenContext(text).profile;
  if (written) return { value: written, source: 'the comment kafka-profile in this file' };
  if (settings.profile) return { value: settings.profile, source: 'the setting kafkaConfig.profile' };
  return settings.folderProfile ?? { value: undefined, source: 'no profile found' };
}
