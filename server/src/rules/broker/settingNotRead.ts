import { brokerRule } from '../rule';

/** Settings of one meaning, the one that wins first (KafkaConfig.getLogRetentionTimeMillis and its neighbours, KafkaConfig.logDirs). */
const GROUPS: readonly (readonly string[])[] = [
  ['log.retention.ms', 'log.retention.minutes', 'log.retention.hours'],
  ['log.roll.ms', 'log.roll.hours'],
  ['log.roll.jitter.ms', 'log.roll.jitter.hours'],
  ['log.dirs', 'log.dir'],
];

/** Up to 2.8 these count while the newer setting is missing; from 3.0 they are gone (broker/removed-setting). */
const OLD_GROUPS: readonly (readonly string[])[] = [
  ['listeners', 'host.name'],
  ['listeners', 'port'],
  ['advertised.listeners', 'advertised.host.name'],
  ['advertised.listeners', 'advertised.port'],
];

export const settingNotRead = brokerRule({
  id: 'broker/setting-not-read',
  severity: 'info',
  cites: ['kafka:log.retention.hours', 'kafka:log.dir', 'https://github.com/strimzi/strimzi-kafka-operator/issues/9122'],
  title: 'A finer setting wins, and this one is not read',
  why: 'Where Kafka has a setting in hours, minutes and milliseconds, only the finest that is written counts. Whoever edits another one sees no effect.',

  *check({ broker, lines }) {
    if (broker.template) return; // the lines may stand in branches that exclude each other
    for (const group of broker.in('<3.0') ? [...GROUPS, ...OLD_GROUPS] : GROUPS) {
      const [winner, ...others] = group.map((key) => broker.settings.part(key)).filter((part) => part !== undefined);
      if (!winner) continue;
      for (const { entry } of others) {
        yield {
          span: entry.span,
          tag: 'unnecessary',
          text: `Not read: ${winner.entry.key} (line ${lines.positionAt(winner.entry.keySpan.start).line + 1}) wins.`,
          help: 'Keep one of the two lines. Removing this one changes nothing.',
          related: [{ span: winner.entry.span, text: 'this line counts' }],
          fixes: [{ kind: 'safe', title: 'Remove this setting', edits: [{ span: entry.lineSpan, newText: '' }] }],
        };
      }
    }
  },
});
