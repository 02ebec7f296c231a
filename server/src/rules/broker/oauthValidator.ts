import type { BrokerModel } from '../../model/broker';
import { listenerList, listenerWord } from '../../model/listenerSettings';
import { brokerRule } from '../rule';
import { doesNotStart } from './words';

const HANDLER = 'org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallbackHandler';
/** The default, and the one it makes for brokers; validators of plug-ins ask for what they like. */
const VALIDATORS: readonly string[] = ['org.apache.kafka.common.security.oauthbearer.DefaultJwtValidator', 'org.apache.kafka.common.security.oauthbearer.BrokerJwtValidator'];

/** OAuthBearerValidatorCallbackHandler and the validator behind it, from 4.4 (notable changes of 4.4); the address of the keys already from 4.3. */
export const oauthValidator = brokerRule({
  id: 'broker/oauth-validator',
  severity: 'error',
  versions: '>=4.3',
  cites: ['kafka:sasl.oauthbearer.expected.audience', 'kafka:sasl.oauthbearer.expected.issuer', 'kafka:sasl.oauthbearer.jwks.endpoint.url'],
  title: 'Tokens of OAUTHBEARER are not checked for whom and by whom they were made',
  why: 'A token names who made it and whom it is meant for. From 4.4 Kafka does not start without knowing both, unless it is told in so many words that it may skip them.',

  *check({ broker, context: { versionKnown } }) {
    for (const { listener } of broker.listeners.endpoints) {
      if (listener === undefined || !broker.protocols.effective.get(listener)?.startsWith('SASL') || !usesValidator(broker, listener)) continue;
      const missing = missingKey(broker, listener);
      if (missing === undefined) continue;
      const handler = handlerOf(broker, listener);
      yield {
        span: handler?.span ?? { start: 0, end: 0 },
        // An older Kafka, which nothing rules out then, does without it.
        ...(versionKnown ? {} : { severity: 'warning' as const }),
        text: `${missing} is missing, and this handler checks tokens with it. ${versionKnown ? doesNotStart(broker) : `From Kafka ${missing.endsWith('url') ? '4.3' : '4.4'} on ${doesNotStart(broker).replace(/^T/, 't')}`}`,
        help: missing.endsWith('url') ? 'Write the address of the keys of the identity provider.' : `Write ${missing}, or sasl.oauthbearer.allow.unverified.${missing.split('.').at(-1) ?? ''}=true to skip the check.`,
        program: `Kafka: The OAuth validator for the broker requires "${missing}" to be configured`,
      };
    }
  },
});

type Part = ReturnType<typeof listenerWord>['part'];

/** ConfigurationUtils.get: behind the mechanism first, then behind the listener, then for all. */
function partOf(broker: BrokerModel, listener: string, key: string): Part {
  return listenerWord(broker, listener, `oauthbearer.${key}`).part ?? listenerWord(broker, listener, key).part;
}

function handlerOf(broker: BrokerModel, listener: string): Part {
  return partOf(broker, listener, 'sasl.server.callback.handler.class');
}

function usesValidator(broker: BrokerModel, listener: string): boolean {
  const mechanisms = listenerList(broker, listener, 'sasl.enabled.mechanisms').value;
  return mechanisms?.includes('OAUTHBEARER') === true && handlerOf(broker, listener)?.text === HANDLER;
}

function missingKey(broker: BrokerModel, listener: string): string | undefined {
  const isGiven = (key: string): boolean => { const part = partOf(broker, listener, key); return part !== undefined && part.text !== ''; };
  const isAllowed = (key: string): boolean => /^true$/i.test(partOf(broker, listener, key)?.text ?? '');
  const validator = partOf(broker, listener, 'sasl.oauthbearer.jwt.validator.class')?.text;
  if (validator !== undefined && !VALIDATORS.includes(validator)) return undefined;
  const url = partOf(broker, listener, 'sasl.oauthbearer.jwks.endpoint.url');
  if (!url && validator !== VALIDATORS[1]) return 'sasl.oauthbearer.jwks.endpoint.url';
  if (broker.in('<4.4')) return undefined;
  for (const what of ['audience', 'issuer']) {
    if (!isGiven(`sasl.oauthbearer.expected.${what}`) && !isAllowed(`sasl.oauthbearer.allow.unverified.${what}`)) return `sasl.oauthbearer.expected.${what}`;
  }
  return undefined;
}
