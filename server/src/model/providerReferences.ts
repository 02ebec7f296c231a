/** References such as `${file:/etc/kafka/secrets.properties:key}` whose provider the file does not define (ConfigTransformer). */
import type { PropertiesDocument } from '../documents/properties';
import type { BrokerModel } from './broker';
import { ValuePart } from './valuePart';

export interface ProviderReference {
  readonly part: ValuePart;
  /** The name before the first colon. */
  readonly provider: string;
  /** It has the form of Kafka's own providers for files; `${env:X}` and `${VAR:-default}` may be meant for somebody else. */
  readonly isKafkas: boolean;
}

const REFERENCE = /\$\{([^}:\s]+):([^}]*)\}/g;

/** In file order; references whose provider has a class are left out. */
export function providerReferences(broker: BrokerModel, document: PropertiesDocument): readonly ProviderReference[] {
  const known = new Set(broker.settings.part('config.providers')?.items.map(({ text }) => text).filter((name) => document.get(`config.providers.${name}.class`)));
  const found: ProviderReference[] = [];
  for (const entry of document.entries) {
    if (!entry.value.includes('${') || entry.key.startsWith('config.providers')) continue;
    const part = ValuePart.of(entry);
    for (const match of part.text.matchAll(REFERENCE)) {
      const [whole, provider = '', path = ''] = match;
      if (known.has(provider)) continue;
      found.push({ part: part.slice(match.index, match.index + whole.length), provider, isKafkas: /^(?:file|dir|directory|secrets?)$/i.test(provider) && path.startsWith('/') });
    }
  }
  return found;
}
