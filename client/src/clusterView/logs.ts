/** The logs of one broker, from the folders in which they may lie. */
import { stat } from 'node:fs/promises';
import { logsIn, type LogFiles } from '../logViewer/cluster';

/** A log with the time of its last change, in ms. */
export interface BrokerLog extends LogFiles {
  readonly changed: number;
}

/** The logs of the first folder that has any. `mayLook` keeps folders out that nobody vouched for. */
export async function brokerLogs(folders: readonly string[], mayLook: (folder: string) => boolean): Promise<readonly BrokerLog[]> {
  for (const folder of folders) {
    if (!mayLook(folder)) continue;
    const logs = await Promise.all((await logsIn(folder)).map(async (log): Promise<BrokerLog | undefined> => {
      const found = await stat(log.path).catch(() => undefined);
      return found && { ...log, changed: found.mtimeMs };
    }));
    const there = logs.filter((log) => log !== undefined);
    if (there.length > 0) return there;
  }
  return [];
}
