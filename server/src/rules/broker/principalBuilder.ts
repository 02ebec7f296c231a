import { isKafkaClassName } from '../../knowledge/classNames';
import { isAbsentClass } from '../../model/classValues';
import { brokerRule } from '../rule';
import { doesNotStart, quote, requirementFailed } from './words';

const FITTING: ReadonlySet<string> = new Set(['org.apache.kafka.common.security.authenticator.DefaultKafkaPrincipalBuilder', 'org.apache.kafka.common.security.auth.KafkaPrincipalSerde']);

/** KafkaConfig.validateValues from 3.0. Classes of other jars are not judged. */
export const principalBuilder = brokerRule({
  id: 'broker/principal-builder',
  severity: 'error',
  versions: '>=3.0',
  cites: ['kafka:principal.builder.class'],
  title: 'principal.builder.class is no KafkaPrincipalSerde',
  why: 'Brokers forward requests to the controller together with the principal, so the builder has to write it down and read it again.',

  *check({ broker }) {
    const part = broker.settings.part('principal.builder.class');
    if (!part || part.templated || FITTING.has(part.text) || !(isKafkaClassName(part.text) || /^javax?\./.test(part.text))) return;
    if (isAbsentClass({ key: part.entry.key, part, loaded: 'type' }, broker)) return;
    yield {
      span: part.span,
      text: `${quote(part.text)} does not implement KafkaPrincipalSerde. ${doesNotStart(broker)}`,
      help: 'Remove the line for the default builder, or write a class that implements KafkaPrincipalBuilder and KafkaPrincipalSerde.',
      program: requirementFailed('principal.builder.class must implement KafkaPrincipalSerde'),
    };
  },
});
