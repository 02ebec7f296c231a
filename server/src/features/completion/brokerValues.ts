/** Values behind a key of server.properties: what its type allows, names from this file, classes that Kafka ships. */
import type { PropertiesEntry } from '../../documents/properties';
import { touches, type Span } from '../../documents/span';
import { adviceOn } from '../../knowledge/advice';
import { baseKey, brokerFact, isSecret, suggestedValues, type KeyFact } from '../../knowledge/catalogue';
import { readable, unitOf } from '../../knowledge/units';
import { protocolWords, wordsOn } from '../../knowledge/valueWords';
import { SECURITY_PROTOCOLS } from '../../model/protocolMap';
import { ValuePart } from '../../model/valuePart';
import type { BrokerFile } from '../../model/file';
import type { CompletionEntry } from '../feature';
import { jaasEntries } from './jaas';
import { inSnippet } from './snippet';

/** A value before it has its place. */
interface Proposal {
  readonly label: string;
  readonly detail?: string | undefined;
  readonly documentation?: string | undefined;
  /** In snippet syntax; the label is inserted when absent. */
  readonly snippet?: string;
}

/** Proposals for the value or the list element at an offset. */
export function valueEntries(file: BrokerFile, entry: PropertiesEntry, offset: number): readonly CompletionEntry[] {
  const value = ValuePart.of(entry);
  const base = baseKey(entry.key);
  const inJaas = base === 'sasl.jaas.config' ? jaasEntries(entry, offset) : undefined;
  if (inJaas) return inJaas;
  const fact = brokerFact(entry.key, file.context.version.value);
  const isList = fact?.type === 'list' || LISTS.has(base);
  const items = isList ? value.items : [value];
  const item = items.find(({ span }) => touches(span, offset));
  const span: Span = item?.span ?? { start: offset, end: offset };
  const taken = new Set(isList ? items.filter((other) => other !== item).map(({ text }) => text) : []);
  const proposals = proposalsFor(file, entry.key, base, fact, item?.text ?? '');
  return proposals.filter(({ label }) => !taken.has(label)).map((proposal, rank) => ({
    label: proposal.label,
    kind: proposal.snippet === undefined ? 'value' : 'snippet',
    span,
    newText: proposal.snippet ?? proposal.label,
    sortText: String(rank).padStart(3, '0'),
    ...(proposal.detail === undefined ? {} : { detail: proposal.detail }),
    ...(proposal.documentation === undefined ? {} : { documentation: proposal.documentation }),
  }));
}

/** Texts that Kafka splits at commas although their type is no list in every version. */
const LISTS: ReadonlySet<string> = new Set([
  'listeners', 'advertised.listeners', 'listener.security.protocol.map', 'controller.listener.names', 'early.start.listeners', 'controller.quorum.voters', 'controller.quorum.bootstrap.servers', 'config.providers',
]);

function proposalsFor(file: BrokerFile, key: string, base: string, fact: KeyFact | undefined, typed: string): readonly Proposal[] {
  switch (base) {
    case 'listeners': return [{ label: 'NAME://host:port', snippet: '${1|PLAINTEXT,SSL,SASL_SSL,SASL_PLAINTEXT,CONTROLLER|}://${2}:${3:9092}', detail: 'an empty host means the default interface' }];
    case 'advertised.listeners': return advertised(file);
    case 'listener.security.protocol.map': return mappings(file, typed);
    case 'inter.broker.listener.name':
    case 'control.plane.listener.name':
    case 'early.start.listeners':
    case 'controller.listener.names': return listenerNames(file, base);
    case 'controller.quorum.voters': return [{ label: 'id@host:port', snippet: '${1:1}@${2:host}:${3:9093}' }];
    case 'controller.quorum.bootstrap.servers': return [{ label: 'host:port', snippet: '${1:host}:${2:9093}' }];
    case 'super.users': return [{ label: 'User:name', snippet: 'User:${1:admin}', detail: 'separated by semicolons' }];
    case 'sasl.jaas.config': return JAAS;
    default: return key.startsWith('config.providers.') && key.endsWith('.class') ? providers(file) : plainValues(file, base, fact);
  }
}

/** What the type and the checks of the key allow, then what is advised, then what Kafka ships. */
function plainValues(file: BrokerFile, base: string, fact: KeyFact | undefined): readonly Proposal[] {
  if (!fact || isSecret(base)) return [];
  const values = new Set<string>();
  const recommended = adviceOn(base)?.recommended;
  const advised = recommended && /^[\w.]+$/.test(recommended.value) ? recommended.value : undefined;
  if (advised !== undefined) values.add(advised);
  if (fact.type === 'boolean') for (const value of ['true', 'false']) values.add(value);
  if (fact.check?.kind === 'enum' || fact.check?.kind === 'enum-ci' || fact.check?.kind === 'list') for (const value of fact.check.values) values.add(value);
  for (const value of suggestedValues(base, file.context.version.value)) values.add(value);
  if (typeof fact.default === 'string' && fact.default !== '') values.add(fact.default);
  const unit = unitOf(base);
  return [...values].map((value) => {
    const parts = [
      value === advised ? 'recommended' : undefined,
      value === fact.default ? 'default' : undefined,
      unit && readable(Number(value), unit),
    ].filter((part) => part !== undefined);
    return { label: value, detail: parts.length === 0 ? undefined : parts.join(', '), documentation: wordsOn(base, value) ?? (value === advised ? recommended?.why : undefined) };
  });
}

function listenerNames(file: BrokerFile, key: string): readonly Proposal[] {
  const { broker } = file;
  const names: Proposal[] = [];
  for (const endpoint of broker.listeners.endpoints) {
    const { listener } = endpoint;
    if (listener === undefined || (key === 'inter.broker.listener.name' && broker.isControllerListener(endpoint))) continue;
    names.push({ label: listener, detail: broker.protocols.effective.get(listener) });
  }
  if (key === 'controller.listener.names' && !names.some(({ label }) => label === 'CONTROLLER')) names.push({ label: 'CONTROLLER', detail: 'the usual name' });
  return names;
}

function advertised(file: BrokerFile): readonly Proposal[] {
  return file.broker.listeners.endpoints.filter((endpoint) => !file.broker.isControllerListener(endpoint)).flatMap(({ listener, port }) => (listener === undefined ? [] : [
    { label: `${listener}://host:${port ?? 9092}`, snippet: `${inSnippet(listener)}://\${1:host}:\${2:${port ?? 9092}}`, detail: 'the name or address under which clients reach this broker' },
  ]));
}

/** Before the colon the names that need a protocol, behind it the protocols. */
function mappings(file: BrokerFile, typed: string): readonly Proposal[] {
  const { broker } = file;
  const colon = typed.lastIndexOf(':');
  if (colon >= 0) return SECURITY_PROTOCOLS.map((protocol) => ({ label: `${typed.slice(0, colon)}:${protocol}`, documentation: protocolWords(protocol) }));
  const mapped = new Set(broker.protocols.mappings.map(({ listener }) => listener));
  const names = new Set([...broker.listeners.endpoints, ...(broker.advertised?.endpoints ?? [])].map(({ listener }) => listener));
  for (const name of broker.controllerNames.names) names.add(name.toUpperCase());
  return [...names].filter((name) => name !== undefined && !mapped.has(name)).map((name) => ({
    label: `${name ?? ''}:PROTOCOL`, snippet: `${inSnippet(name ?? '')}:\${1|${SECURITY_PROTOCOLS.join(',')}|}`,
  }));
}

/** Providers that Kafka ships: KIP-297 (2.0), KIP-632 (2.7), KIP-887 (3.5). */
function providers(file: BrokerFile): readonly Proposal[] {
  const shipped: readonly (readonly [name: string, since: string, form: string])[] = [
    ['FileConfigProvider', '>=2.0', '`${file:/path/to/file.properties:key}`'], ['DirectoryConfigProvider', '>=2.7', '`${directory:/path:file}`'], ['EnvVarConfigProvider', '>=3.5', '`${env:NAME}`'],
  ];
  return shipped.filter(([, since]) => file.broker.in(since)).map(([name, , form]) => ({ label: `org.apache.kafka.common.config.provider.${name}`, documentation: `Values of the form ${form}.` }));
}

const JAAS: readonly Proposal[] = [
  { label: 'ScramLoginModule', snippet: 'org.apache.kafka.common.security.scram.ScramLoginModule required username="${1:broker}" password="${2}";', detail: 'SCRAM-SHA-256, SCRAM-SHA-512' },
  { label: 'PlainLoginModule', snippet: 'org.apache.kafka.common.security.plain.PlainLoginModule required username="${1:broker}" password="${2}" user_${1:broker}="${2}";', detail: 'PLAIN' },
  { label: 'Krb5LoginModule', snippet: 'com.sun.security.auth.module.Krb5LoginModule required useKeyTab=true storeKey=true keyTab="${1:/etc/security/kafka.keytab}" principal="${2:kafka/host@REALM}";', detail: 'GSSAPI' },
  { label: 'OAuthBearerLoginModule', snippet: 'org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;', detail: 'OAUTHBEARER' },
];
