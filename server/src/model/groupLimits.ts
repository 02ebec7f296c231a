/** What the settings of group coordinators demand of each other (GroupCoordinatorConfig, ShareGroupConfig, StreamsGroupConfig). Keys that a version lacks demand nothing. */

export interface Limit {
  readonly left: string;
  readonly relation: 'at least' | 'at most' | 'less than';
  readonly right: string;
  /** Range of versions; all that have both keys when absent. */
  readonly versions?: string;
}

const between = (value: string, min: string, max: string, versions?: string): readonly Limit[] => [
  { left: max, relation: 'at least', right: min, ...(versions ? { versions } : {}) },
  { left: value, relation: 'at least', right: min, ...(versions ? { versions } : {}) },
  { left: value, relation: 'at most', right: max, ...(versions ? { versions } : {}) },
];

const ofGroup = (group: string): readonly Limit[] => [
  ...between(`group.${group}.heartbeat.interval.ms`, `group.${group}.min.heartbeat.interval.ms`, `group.${group}.max.heartbeat.interval.ms`),
  ...between(`group.${group}.session.timeout.ms`, `group.${group}.min.session.timeout.ms`, `group.${group}.max.session.timeout.ms`),
  { left: `group.${group}.heartbeat.interval.ms`, relation: 'less than', right: `group.${group}.session.timeout.ms`, versions: '>=4.0' },
  ...between(`group.${group}.assignment.interval.ms`, `group.${group}.min.assignment.interval.ms`, `group.${group}.max.assignment.interval.ms`, '>=4.3'),
];

export const GROUP_LIMITS: readonly Limit[] = [
  ...ofGroup('consumer'),
  ...ofGroup('share'),
  ...ofGroup('streams'),
  ...between('group.share.record.lock.duration.ms', 'group.share.min.record.lock.duration.ms', 'group.share.max.record.lock.duration.ms'),
  ...between('group.share.delivery.count.limit', 'group.share.min.delivery.count.limit', 'group.share.max.delivery.count.limit'),
  ...between('group.share.partition.max.record.locks', 'group.share.min.partition.max.record.locks', 'group.share.max.partition.max.record.locks'),
  { left: 'group.share.max.share.sessions', relation: 'at least', right: 'group.share.max.size' },
  { left: 'group.streams.task.offset.interval.ms', relation: 'at least', right: 'group.streams.min.task.offset.interval.ms' },
  { left: 'group.streams.num.standby.replicas', relation: 'at most', right: 'group.streams.max.standby.replicas' },
  { left: 'group.streams.num.warmup.replicas', relation: 'at most', right: 'group.streams.max.warmup.replicas' },
];
