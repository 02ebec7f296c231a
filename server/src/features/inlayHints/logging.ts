/** Behind the pattern that names rolled files: how often a new one begins, and how many that makes a day. */
import { filesPerDay, type RollPeriod } from '../../model/datePattern';
import type { LoggingFile } from '../../model/file';
import type { InlayHintText } from '../feature';

const WORDS: Readonly<Partial<Record<RollPeriod, string>>> = { minute: 'every minute', hour: 'hourly', 'half-day': 'twice a day', day: 'daily', week: 'weekly', month: 'monthly' };
const PATTERN = /^(?:DatePattern|filePattern)$/i;

/** One hint for each appender that is rolled by time. */
export function loggingInlayHints(file: LoggingFile): readonly InlayHintText[] {
  return file.logging.appenders.flatMap((appender): readonly InlayHintText[] => {
    const period = appender.rolling?.period;
    const option = appender.options.find(({ name }) => PATTERN.test(name));
    const word = period === undefined ? undefined : WORDS[period];
    if (period === undefined || word === undefined || !option) return [];
    const files = filesPerDay(period);
    const count = files > 1 ? `, ${files.toLocaleString('en-US')} files a day` : '';
    const kept = appender.rolling?.deletes === true ? 'Old files are deleted.' : 'Nothing deletes them.';
    return [{ offset: option.valueSpan.end, label: ` ${word}${count}`, tooltip: kept }];
  });
}
