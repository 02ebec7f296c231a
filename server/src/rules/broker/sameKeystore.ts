import { brokerRule } from '../rule';

export const sameKeystore = brokerRule({
  id: 'broker/same-keystore',
  severity: 'hint',
  cites: ['kafka:ssl.keystore.location'],
  title: 'Two listeners share one keystore',
  why: 'Whoever gets the key of the listener for clients can then speak as a broker. A keystore for each keeps the two apart.',

  *check({ broker, document }) {
    const seen = new Map<string, string>();
    for (const entry of document.entries) {
      if (!/^listener\.name\..+\.ssl\.keystore\.location$/.test(entry.key) || document.get(entry.key) !== entry) continue;
      const part = broker.settings.part(entry.key);
      if (!part || part.templated || part.text === '') continue;
      const first = seen.get(part.text);
      if (first !== undefined) yield { span: part.span, text: `"${part.text}" is the keystore of ${first} too.`, help: 'Use a keystore for each listener.' };
      seen.set(part.text, entry.key);
    }
  },
});
