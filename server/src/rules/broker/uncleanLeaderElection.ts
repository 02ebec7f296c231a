import { replace } from '../finding';
import { brokerRule } from '../rule';
import { quote } from './words';

export const uncleanLeaderElection = brokerRule({
  id: 'broker/unclean-leader-election',
  severity: 'warning',
  cites: ['kafka:unclean.leader.election.enable', 'https://github.com/zalando-nakadi/bubuku/issues/151'],
  title: 'A copy that lags behind may become leader',
  why: 'When no copy in sync is left, Kafka takes one that lags: the partition is available again, and the records that only the lost leader had are gone without a word.',

  *check({ broker, context }) {
    const { value, part } = broker.settings.flag('unclean.leader.election.enable');
    if (value !== true || !part) return;
    yield {
      span: part.span,
      ...(context.profile.value === 'development' ? { severity: 'info' as const } : {}),
      text: `${quote(part.text)} prefers availability to data. When the last copy in sync is lost, acknowledged records disappear silently.`,
      help: 'Write false, and allow it for single topics that can bear it.',
      fixes: [replace('choice', 'Set to false', part.span, 'false')],
    };
  },
});
