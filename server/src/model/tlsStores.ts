/** Keystore and truststore of one listener as DefaultSslEngineFactory takes them, up to the point where it opens a file. */
import type { BrokerModel } from './broker';
import { listenerWord } from './listenerSettings';
import type { ValuePart } from './valuePart';

export interface StoreProblem {
  readonly part: ValuePart;
  /** What is wrong, as the sentence behind the quoted key. */
  readonly text: string;
  readonly help: string;
  readonly kafka: string;
}

type Part = ValuePart | undefined;

/** The first thing that Kafka refuses about the stores of a listener with TLS. */
export function storeProblem(broker: BrokerModel, listener: string): StoreProblem | undefined {
  const part = (key: string): Part => listenerWord(broker, listener, key).part;
  const engine = listenerWord(broker, listener, 'ssl.engine.factory.class');
  if (engine.part && engine.value !== 'org.apache.kafka.common.security.ssl.DefaultSslEngineFactory') return undefined;
  return keystoreProblem(broker, listener, part) ?? truststoreProblem(broker, listener, part);
}

function keystoreProblem(broker: BrokerModel, listener: string, part: (key: string) => Part): StoreProblem | undefined {
  const type = listenerWord(broker, listener, 'ssl.keystore.type').value;
  const key = part('ssl.keystore.key');
  const chain = part('ssl.keystore.certificate.chain');
  const location = part('ssl.keystore.location');
  const password = part('ssl.keystore.password');
  if (type === undefined) return undefined;
  const isPem = type === 'PEM';
  if (key) {
    if (!isPem) return problem(key, `needs ssl.keystore.type=PEM, and the type is ${type ?? ''}`, 'Write ssl.keystore.type=PEM.', `SSL private key can be specified only for PEM, but key store type is ${type ?? ''}.`);
    if (!chain) return problem(key, 'stands without ssl.keystore.certificate.chain', 'Write the certificate chain as well.', 'SSL private key is specified, but certificate chain is not specified.');
    if (location) return problem(key, 'stands beside ssl.keystore.location', 'Keep one of the two.', 'Both SSL key store location and separate private key are specified.');
    if (password) return problem(password, 'does not go with PEM', 'Remove the line; ssl.key.password protects the key.', 'SSL key store password cannot be specified with PEM format, only key password may be specified.');
    const noPem = [key, chain].find((one) => !one.templated && !one.text.includes('-----BEGIN'));
    return noPem && problem(noPem, 'holds no PEM text', 'Write the text from -----BEGIN to -----END, with \\n\\ at the end of each line.', 'Invalid PEM keystore configs');
  }
  if (chain) return problem(chain, 'stands without ssl.keystore.key', 'Write the private key as well.', 'SSL certificate chain is specified, but private key is not specified');
  if (isPem && location) {
    if (password) return problem(password, 'does not go with PEM', 'Remove the line; ssl.key.password protects the key.', 'SSL key store password cannot be specified with PEM format, only key password may be specified');
    return !part('ssl.key.password') && broker.in('<3.3') ? problem(location, 'is a PEM file, and ssl.key.password is missing', 'Write the password of the private key (not needed from Kafka 3.3).', 'SSL PEM key store is specified, but key password is not specified.') : undefined;
  }
  if (!location && password) return problem(password, 'stands without ssl.keystore.location', 'Write ssl.keystore.location.', 'SSL key store is not specified, but key store password is specified.');
  if (location && password && location.text === '') return problem(location, 'has no value', 'Write the path of the keystore.', `Failed to load SSL keystore  of type ${type ?? ''}`);
  return location && !password ? problem(location, 'stands without ssl.keystore.password', 'Write ssl.keystore.password.', 'SSL key store is specified, but key store password is not specified.') : undefined;
}

function truststoreProblem(broker: BrokerModel, listener: string, part: (key: string) => Part): StoreProblem | undefined {
  const type = listenerWord(broker, listener, 'ssl.truststore.type').value;
  const certificates = part('ssl.truststore.certificates');
  const location = part('ssl.truststore.location');
  const password = part('ssl.truststore.password');
  if (type === undefined) return undefined;
  const isPem = type === 'PEM';
  if (certificates) {
    if (!isPem) return problem(certificates, `needs ssl.truststore.type=PEM, and the type is ${type ?? ''}`, 'Write ssl.truststore.type=PEM.', `SSL trust store certs can be specified only for PEM, but trust store type is ${type ?? ''}.`);
    if (location) return problem(certificates, 'stands beside ssl.truststore.location', 'Keep one of the two.', 'Both SSL trust store location and separate trust certificates are specified.');
    if (password) return problem(password, 'does not go with PEM', 'Remove the line.', 'SSL trust store password cannot be specified for PEM format.');
    return certificates.templated || certificates.text.includes('-----BEGIN') ? undefined : problem(certificates, 'holds no PEM text', 'Write the text from -----BEGIN to -----END, with \\n\\ at the end of each line.', 'Invalid PEM truststore configs');
  }
  if (isPem && location) return password && problem(password, 'does not go with PEM', 'Remove the line.', 'SSL trust store password cannot be specified for PEM format.');
  if (location?.text === '') return problem(location, 'has no value', 'Write the path of the truststore.', `Failed to load SSL keystore  of type ${type ?? ''}`);
  return !location && password ? problem(password, 'stands without ssl.truststore.location', 'Write ssl.truststore.location.', 'SSL trust store is not specified, but trust store password is specified.') : undefined;
}

function problem(part: ValuePart, text: string, help: string, kafka: string): StoreProblem {
  return { part, text, help, kafka };
}

/** True when nothing at all gives the listener a certificate. */
export function lacksKeystore(broker: BrokerModel, listener: string): boolean {
  const keys = ['ssl.keystore.location', 'ssl.keystore.certificate.chain', 'ssl.keystore.key', 'ssl.keystore.password', 'ssl.engine.factory.class'];
  return keys.every((key) => listenerWord(broker, listener, key).part === undefined);
}
