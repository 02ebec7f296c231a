/** How grave production advice is on one file: by profile first, then by what the file shows of its cluster. The reason is part of the message. */
import type { BrokerFile } from '../../model/file';
import type { Severity } from '../finding';

export interface Advice {
  readonly severity: Severity;
  /** Why the advice is given, such as ` (controller.quorum.voters names 3 nodes)`; empty where nothing tells. */
  readonly reason: string;
}

/**
 * `warning` in production and for a cluster that shows at least `fewest` nodes, `info` where nobody knows.
 * Undefined, so nothing at all, in development and for a cluster of one.
 */
export function adviceFor({ broker, context }: BrokerFile, fewest = 2): Advice | undefined {
  const { profile } = context;
  if (profile.value === 'development') return undefined;
  if (profile.value === 'production') return { severity: 'warning', reason: '' };
  const { size, least, because } = broker.clusterSize;
  if (size === 'one') return undefined;
  return size === 'several' && least >= fewest ? { severity: 'warning', reason: ` (${because})` } : { severity: 'info', reason: '' };
}
