import { isKnownKey, meantBrokerKey } from '../../knowledge/meantKey';
import { isOfTieredStorage } from '../../model/classValues';
import { placeholders } from '../../model/template';
import { replace } from '../finding';
import { brokerRule } from '../rule';

/** Kafka logs unknown keys at start and goes on (AbstractConfig.logUnused); plugins read keys of their own, so only a near neighbour is a warning; the others are `file/unknown-key`. */
export const misspeltKey = brokerRule({
  id: 'file/misspelt-key',
  severity: 'warning',
  cites: ['https://github.com/strimzi/strimzi-kafka-operator/issues/2007'],
  title: 'A key is one slip away from a key of Kafka',
  why: 'Kafka does not refuse an unknown key: it may belong to a plugin. The setting that was meant keeps its default, and nobody is told.',

  *check({ broker, document, lines }) {
    for (const entry of document.entries) {
      const { key } = entry;
      if (isKnownKey(key) || isOfTieredStorage(broker, key) || placeholders(key).length > 0) continue;
      const meant = meantBrokerKey(key, broker.version);
      if (meant === undefined) continue;
      const present = document.get(meant);
      yield {
        span: entry.keySpan,
        text: `"${key}" is not a key of Kafka. ${present ? 'Nothing reads this line' : `Kafka ignores it, and ${meant} keeps its default`}.`,
        help: present ? `Did you mean ${meant}? Line ${lines.positionAt(present.keySpan.start).line + 1} sets it already.` : `Did you mean ${meant}?`,
        ...(present ? { related: [{ span: present.span, text: `${meant} is set here` }] } : { fixes: [replace('choice', `Change to ${meant}`, entry.keySpan, meant)] }),
      };
    }
  },
});
