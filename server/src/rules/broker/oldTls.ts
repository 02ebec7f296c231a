import { replace } from '../finding';
import { brokerRule } from '../rule';

const OLD: ReadonlySet<string> = new Set(['SSLv2Hello', 'SSLv3', 'TLSv1', 'TLSv1.1']);

export const oldTls = brokerRule({
  id: 'broker/old-tls',
  severity: 'warning',
  cites: ['kafka:ssl.enabled.protocols'],
  title: 'TLS below 1.2 is enabled',
  why: 'SSL 3, TLS 1.0 and 1.1 have known attacks, and the JDK refuses them by itself. What is left enabled is used by whoever asks for it.',

  *check({ broker, document }) {
    for (const entry of document.entries) {
      if (!entry.key.endsWith('ssl.enabled.protocols') || document.get(entry.key) !== entry || entry.key.startsWith('zookeeper.')) continue;
      const part = broker.settings.part(entry.key);
      const items = part?.items ?? [];
      const old = items.filter(({ text }) => OLD.has(text));
      const [first] = old;
      if (!part || !first) continue;
      const kept = items.map(({ text }) => text).filter((text) => !OLD.has(text) && text !== '');
      yield {
        span: first.span,
        text: `"${old.map(({ text }) => text).join(', ')}" can be broken, and current Java refuses it by itself.`,
        help: 'Write TLSv1.2,TLSv1.3, or remove the line for the default.',
        fixes: [replace('choice', 'Keep TLS 1.2 and 1.3', part.span, kept.length > 0 ? kept.join(',') : 'TLSv1.2,TLSv1.3')],
      };
    }
  },
});
