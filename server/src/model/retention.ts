/** How long and how much a partition keeps, as LogConfig sees the broker's defaults. */
import type { Effective, Settings } from './settings';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** The effective retention time in milliseconds: -1 for no limit. The finest key that is written counts; its part is where it is written. */
export function retentionTime(settings: Settings): Effective<number> {
  const factors = { 'log.retention.ms': 1, 'log.retention.minutes': MINUTE, 'log.retention.hours': HOUR };
  for (const [key, factor] of Object.entries(factors)) {
    const { value, part } = settings.number(key);
    if (!part && key !== 'log.retention.hours') continue;
    return { key, value: typeof value === 'number' ? (value < 0 ? -1 : value * factor) : value, part };
  }
  return { key: 'log.retention.hours', value: undefined, part: undefined };
}
