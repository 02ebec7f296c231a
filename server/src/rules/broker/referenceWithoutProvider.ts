import { providerReferences } from '../../model/providerReferences';
import { brokerRule } from '../rule';

export const referenceWithoutProvider = brokerRule({
  id: 'broker/reference-without-provider',
  severity: 'error',
  cites: ['kafka:config.providers'],
  title: 'A value refers to a config provider that is not there',
  why: 'Without its provider the text stays as it stands: ${file:...} itself becomes the password, and every login fails.',

  *check({ broker, document }) {
    if (broker.template) return;
    for (const { part, provider, isKafkas } of providerReferences(broker, document)) {
      if (!isKafkas) continue;
      yield {
        span: part.span,
        text: `"${part.text}" stays as it stands: no config provider is named ${provider}.`,
        help: `Write config.providers=${provider} and config.providers.${provider}.class=org.apache.kafka.common.config.provider.FileConfigProvider.`,
      };
    }
  },
});
