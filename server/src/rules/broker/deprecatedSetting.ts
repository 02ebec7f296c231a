import { replace } from '../finding';
import { brokerRule } from '../rule';

/** What the catalogue calls deprecated and the version still reads. log.message.format.version and inter.broker.protocol.version say more elsewhere. */
export const deprecatedSetting = brokerRule({
  id: 'broker/deprecated-setting',
  severity: 'hint',
  cites: ['kafka:broker.id', 'kafka:offsets.commit.required.acks', 'https://cwiki.apache.org/confluence/display/KAFKA/KIP-1232%3A+Deprecate+broker.id'],
  title: 'A setting that a later version of Kafka will not have',
  why: 'It works today. After an upgrade it would be ignored without a word.',

  *check({ broker, document }) {
    for (const entry of document.entries) {
      const fact = broker.settings.fact(entry.key);
      if (fact?.deprecatedSince === undefined || document.get(entry.key) !== entry || entry.key === 'inter.broker.protocol.version') continue;
      const heir = fact.replacement !== undefined && /^[a-z.]+$/.test(fact.replacement) ? fact.replacement : undefined;
      const isSame = entry.key === 'broker.id' && broker.roles.mode === 'kraft' && !document.get('node.id');
      yield {
        span: entry.keySpan,
        tag: 'deprecated',
        ...(entry.key === 'broker.id' ? { severity: 'warning' as const } : {}),
        text: `"${entry.key}" is deprecated since Kafka ${fact.deprecatedSince}.`,
        help: fact.replacement === undefined ? 'Plan without it: a later version ignores the line.' : `Use ${fact.replacement} instead.`,
        fixes: heir !== undefined && isSame ? [replace('safe', `Change to ${heir}`, entry.keySpan, heir)] : [],
      };
    }
  },
});
