import type { Appender } from '../../model/logging';
import type { LoggingFile } from '../../model/file';
import { logPlace } from '../../stack/places';
import { loggingRule } from '../rule';
import { bytes, listed } from './words';

/** A log of a known size at most, and where it lies on this machine. */
interface Budget {
  readonly appender: Appender;
  /** Bytes of the file and of all rolled ones that are kept. */
  readonly most: number;
  readonly folder: string;
  readonly totalBytes: number;
}

export const limitAboveDisk = loggingRule({
  id: 'log4j/limit-above-disk',
  severity: 'info',
  cites: ['guide:L5', 'guide:L6'],
  title: 'The limits of the logs are larger than their disk',
  why: 'A limit protects the disk only when the disk can hold it. Otherwise the disk is full before the first old file is deleted, and a broker that cannot write its data stops.',

  *check(file) {
    const byDisk = new Map<string, Budget[]>();
    for (const budget of file.logging.appenders.flatMap((appender) => budgetOf(file, appender))) byDisk.set(budget.folder, [...byDisk.get(budget.folder) ?? [], budget]);
    for (const [folder, budgets] of byDisk) {
      const [largest] = [...budgets].sort((a, b) => b.most - a.most);
      const most = budgets.reduce((sum, one) => sum + one.most, 0);
      if (!largest || most <= largest.totalBytes) continue;
      yield {
        span: largest.appender.nameSpan,
        text: `${listed(budgets.map(({ appender }) => appender.name))} may take ${bytes(most)} on a disk of ${bytes(largest.totalBytes)} (${folder}). It is full before the limits delete anything.`,
        help: 'Lower the size or the number of files; the data of the broker needs room as well where it is on the same disk.',
      };
    }
  },
});

function budgetOf(file: LoggingFile, appender: Appender): readonly Budget[] {
  const { rolling } = appender;
  if (!appender.live || !appender.used || !rolling?.known || !rolling.deletes || rolling.maxBytes === undefined || rolling.maxFiles === undefined || rolling.period !== undefined) return [];
  const place = logPlace(file, appender);
  return place ? [{ appender, most: rolling.maxBytes * (rolling.maxFiles + 1), folder: place.mount?.folder ?? place.path, totalBytes: place.totalBytes }] : [];
}
