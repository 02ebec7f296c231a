import type { Edit } from '../../documents/span';
import { clearSecrets, type Secret } from '../../model/secrets';
import type { BrokerFile } from '../../model/file';
import type { Fix } from '../finding';
import { brokerRule } from '../rule';
import { adviceFor } from './advice';

const SECRETS_FILE = '/etc/kafka/secrets/broker.properties';

export const secretInClearText = brokerRule({
  id: 'broker/secret-in-clear-text',
  severity: 'warning',
  cites: ['kafka:config.providers', 'kafka:ssl.keystore.password', 'kafka:sasl.jaas.config'],
  title: 'A password stands in the file in clear text',
  why: 'Whoever reads the file, its backup or its repository has the password. A config provider takes it from a file of its own, which only the broker may read.',

  *check(file) {
    const advice = adviceFor(file);
    const [first, ...others] = clearSecrets(file.document);
    if (!advice || !first) return;
    yield {
      span: first.part.span,
      // What makes a file a part of a cluster does not make it public: only the profile says that it is the real one.
      severity: file.context.profile.value === 'production' ? 'warning' : 'info',
      text: `The secret of "${first.key}" stands here in clear text${others.length > 0 ? `, and ${others.length} more in this file` : ''}: whoever reads the file has it.`,
      help: `Keep it in a file that only the broker reads, and refer to it: \${file:${SECRETS_FILE}:${first.name}}.`,
      related: others.map(({ part, key }) => ({ span: part.span, text: `the secret of ${key}` })),
      fixes: [moveOut(file, [first, ...others])],
    };
  },
});

/** The provider that reads files comes with Kafka (FileConfigProvider, KIP-297); its folder is limited from 3.8 (allowed.paths). */
function moveOut({ broker, document, text }: BrokerFile, secrets: readonly Secret[]): Fix {
  const provider = broker.settings.part('config.providers')?.items.find(({ text: name }) => document.get(`config.providers.${name}.class`)?.value.trim().endsWith('.FileConfigProvider'));
  const name = provider?.text ?? 'file';
  const edits: Edit[] = secrets.map(({ part, name: key, isQuoted }) => {
    const reference = `\${${name}:${SECRETS_FILE}:${key}}`;
    return { span: part.span, newText: isQuoted ? `"${reference}"` : reference };
  });
  if (!provider) {
    const providers = broker.settings.part('config.providers');
    const lines = [
      ...(providers ? [] : [`config.providers=${name}`]),
      `config.providers.${name}.class=org.apache.kafka.common.config.provider.FileConfigProvider`,
      ...(broker.in('>=3.8') ? [`config.providers.${name}.param.allowed.paths=${SECRETS_FILE.slice(0, SECRETS_FILE.lastIndexOf('/'))}`] : []),
    ];
    if (providers) edits.push({ span: { start: providers.span.end, end: providers.span.end }, newText: `,${name}` });
    const at = Math.min(...secrets.map(({ part }) => part.entry.lineSpan.start));
    const eol = text.includes('\r\n') ? '\r\n' : '\n';
    edits.push({ span: { start: at, end: at }, newText: lines.map((line) => `${line}${eol}`).join('') });
  }
  return { kind: 'choice', title: `Refer to ${SECRETS_FILE} instead`, edits };
}
