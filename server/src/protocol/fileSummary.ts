/** What the status bar of our client shows about one file. */
import { versionText } from '../knowledge/version';
import type { KafkaFile } from '../model/file';
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
}

export function fileSummary({ kind, family, context }: KafkaFile, problems: readonly Problem[]): FileSummary {
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
  };
}
