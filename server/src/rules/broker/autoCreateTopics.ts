import { replace } from '../finding';
import { brokerRule } from '../rule';
import { adviceFor } from './advice';
import { quote } from './words';

export const autoCreateTopics = brokerRule({
  id: 'broker/auto-create-topics',
  severity: 'warning',
  cites: ['kafka:auto.create.topics.enable', 'https://github.com/obsidiandynamics/kafdrop/issues/100'],
  title: 'A misspelt topic name makes a topic',
  why: 'A producer or consumer that names a topic which does not exist creates it, with the default number of partitions and copies. A deleted topic comes back in the same way.',

  *check(file) {
    const { broker, context } = file;
    const { value, part } = broker.settings.flag('auto.create.topics.enable');
    const advice = adviceFor(file);
    if (!broker.isBroker || value !== true || !advice) return;
    // Nothing in the file asks for it: only a production cluster hears of a default.
    if (!part && (context.profile.value !== 'production' || broker.template)) return;
    const place = part?.span ?? broker.nodeId.part?.entry.keySpan ?? broker.roles.part?.entry.keySpan;
    if (!place) return;
    yield {
      span: place,
      severity: context.profile.value === 'production' ? 'warning' : 'info',
      text: `${part ? `${quote(part.text)} lets` : 'auto.create.topics.enable is missing, and by default lets'} every client create topics: a misspelt name becomes a topic with default settings.`,
      help: 'Write auto.create.topics.enable=false, and create topics on purpose.',
      ...(part ? { fixes: [replace('choice', 'Set to false', part.span, 'false')] } : {}),
    };
  },
});
