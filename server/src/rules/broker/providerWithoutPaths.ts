import { brokerRule } from '../rule';

/** allowed.paths exists from 3.8 (KIP-993). */
export const providerWithoutPaths = brokerRule({
  id: 'broker/provider-without-paths',
  severity: 'info',
  versions: '>=3.8',
  cites: ['kafka:config.providers', 'https://cwiki.apache.org/confluence/display/KAFKA/KIP-993%3A+Allow+restricting+files+accessed+by+File+and+Directory+ConfigProviders'],
  title: 'A config provider may read every file of the machine',
  why: 'Whoever may set a value may write ${file:...} in it, and read any file that the broker can read. allowed.paths limits the provider to its folders.',

  *check({ broker, document, context }) {
    for (const name of broker.settings.part('config.providers')?.items ?? []) {
      const key = `config.providers.${name.text}.class`;
      const part = broker.settings.part(key);
      if (!part || !/\.(?:File|Directory)ConfigProvider$/.test(part.text) || document.get(`config.providers.${name.text}.param.allowed.paths`)) continue;
      yield {
        span: part.entry.keySpan,
        ...(context.profile.value === 'production' ? { severity: 'warning' as const } : {}),
        text: `config.providers.${name.text}.param.allowed.paths is missing: the provider reads every file that the broker can read.`,
        help: `Write config.providers.${name.text}.param.allowed.paths and the folder of the secrets. The folder has to exist.`,
      };
    }
  },
});
