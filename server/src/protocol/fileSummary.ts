/** What the status bar of our client shows about one file. */
import { versionText } from '../knowledge/version';
import type { ClusterFiles, KafkaFile } from '../model/file';
import type { Profile } from '../model/context';
import type { FileKindName } from '../documents/fileKind';
import type { Problem } from '../rules/problem';

/** The answer of the request kafka/fileKind. */
export interface FileSummary {
  readonly kind: FileKindName;
  readonly family: KafkaFile['family'];
  readonly version: string;
  /** False when nothing named a version and the newest is assumed. */
  readonly versionKnown: boolean;
  readonly versionSource: string;
  readonly profile: Profile | undefined;
  readonly profileSource: string;
  readonly problems: { readonly error: number; readonly warning: number; readonly info: number };
  /** Absent for a file that stands alone. */
  readonly cluster?: ClusterSummary;
}

export interface ClusterSummary {
  /** The name of its folder. */
  readonly name: string;
  readonly brokers: number;
  /** Which of them the file is, from 1; absent for a file that is no broker's own. */
  readonly broker?: number;
}

export function fileSummary(file: KafkaFile, problems: readonly Problem[], cluster: ClusterFiles | undefined): FileSummary {
  const { kind, family, context } = file;
  const count = (severity: Problem['severity']): number => problems.filter((problem) => problem.severity === severity).length;
  return {
    kind: kind.name,
    family,
    version: versionText(context.version.value),
    versionKnown: context.versionKnown,
    versionSource: context.version.source,
    profile: context.profile.value,
    profileSource: context.profile.source,
    problems: { error: count('error'), warning: count('warning'), info: count('info') },
    ...(cluster ? { cluster: clusterSummary(file, cluster) } : {}),
  };
}

function clusterSummary({ path }: KafkaFile, { folder, brokers }: ClusterFiles): ClusterSummary {
  const at = brokers.findIndex((broker) => broker.path === path);
  return { name: folder.split('/').at(-1) ?? folder, brokers: brokers.length, ...(at < 0 ? {} : { broker: at + 1 }) };
}
