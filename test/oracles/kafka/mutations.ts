/** Changes of a valid file, by the part of Kafka that may refuse them. Some leave the file valid: what must stay accepted is tried as often. */
import { brokerFact, brokerKeyNames } from '../../../server/src/knowledge/catalogue';
import { parseVersion } from '../../../server/src/knowledge/version';
import { listenerMutations } from './listenerMutations';
import { set, type Mutation } from './mutation';
import { relationMutations } from './relationMutations';
import { securityMutations } from './securityMutations';
import { textMutations } from './textMutations';
import { identityMutations } from './identityMutations';

const NUMBERS = ['0', '-1', '1', '2', '3', '9', '14', '100', '1000', '1048576', '1048577', '60000', '2147483647', '2147483648', '-2', '9223372036854775807', '10MB', '10L', '1e6', '0x10', '1_000', '', 'ten', '5 # five', '2.5', '+7', '"8"', '1,000', '- 1', '\\u0663'];
const SWITCHES = ['true', 'false', 'TRUE', 'yes', '1', 'on', 'tru', '"true"', ''];
const DOUBLES = ['0', '0.5', '1', '1.5', '-0.5', '0.5d', '1e-3', 'NaN', 'Infinity', 'half', '1,5', '0x1p3', '.5', '5.', ''];
const WORDS = ['', 'none', 'NONE', 'kafka', 'PLAIN', 'a,b', '"quoted"', 'com.example.Plugin'];
const LISTS = ['', 'a', 'a,b', 'a, b', 'a,a', 'a,', ',a', 'a,,b', ','];
const CLASSES = ['com.example.Plugin', 'org.apache.kafka.NoSuchClass', 'java.util.Map.Entry', 'java.lang.String', '', 'org.apache.kafka.common.security.authenticator.DefaultKafkaPrincipalBuilder', 'not a class'];

/** Names that the JVM or a plug-in knows, and nothing that a file could tell; those of Kafka are tried one by one elsewhere. */
const OF_OTHERS: ReadonlySet<string> = new Set(['ssl.secure.random.implementation', 'ssl.keymanager.algorithm', 'ssl.trustmanager.algorithm', 'ssl.protocol', 'ssl.provider', 'ssl.enabled.protocols', 'ssl.cipher.suites', 'authorizer.class.name', 'config.providers']);

/** Any key of the version with any value: most are wrong for one version and fine for another. */
function anyKey(version: string): Mutation {
  const parsed = parseVersion(version);
  const names = parsed ? brokerKeyNames(parsed).filter((name) => !OF_OTHERS.has(name)) : [];
  return {
    section: 'value',
    name: 'any key',
    apply: ({ entries }, chance) => {
      const key = chance.pick(names);
      const fact = parsed && brokerFact(key, parsed);
      if (!fact) return;
      const { check } = fact;
      const own = check && 'values' in check && check.values.length > 0 ? check.values : [];
      const bounds = check?.kind === 'range' ? [check.min, check.max].filter((bound) => bound !== undefined).flatMap((bound) => [bound - 1, bound, bound + 1]).map(String) : [];
      switch (fact.type) {
        case 'int': case 'long': case 'short': entries.set(key, chance.pick(bounds.length > 0 && chance.maybe(0.5) ? bounds : NUMBERS)); break;
        case 'double': entries.set(key, chance.pick(bounds.length > 0 && chance.maybe(0.3) ? bounds : DOUBLES)); break;
        case 'boolean': entries.set(key, chance.pick(SWITCHES)); break;
        case 'list': entries.set(key, own.length > 0 && chance.maybe(0.6) ? chance.pick([own.join(','), chance.pick(own), `${chance.pick(own)},${chance.pick(own)}`, `${chance.pick(own)},`, chance.pick(own).toUpperCase()]) : chance.pick(LISTS)); break;
        case 'class': entries.set(key, chance.pick(CLASSES)); break;
        case 'string': case 'password': case undefined: entries.set(key, own.length > 0 && chance.maybe(0.7) ? chance.pick([chance.pick(own), chance.pick(own).toLowerCase(), chance.pick(own).toUpperCase(), ` ${chance.pick(own)} `]) : chance.pick(WORDS)); break;
      }
    },
  };
}

/** A number near its default: what another setting demands of it lies there. */
function nearDefault(version: string): readonly Mutation[] {
  const parsed = parseVersion(version);
  const numbers = parsed ? brokerKeyNames(parsed).map((name) => brokerFact(name, parsed)).filter((fact) => fact !== undefined && /^(?:int|long|short)$/.test(fact.type ?? '') && typeof fact.default === 'string') : [];
  const groups = numbers.filter((fact) => fact?.name.startsWith('group.'));
  return [numbers, groups].map((facts, at) => ({
    section: 'value',
    name: at === 0 ? 'near a default' : 'near the default of a group',
    apply: ({ entries }, chance) => {
      const fact = chance.pick(facts);
      const preset = BigInt(fact?.default ?? '0');
      if (fact) entries.set(fact.name, String(chance.pick([preset - 1n, preset, preset + 1n, preset * 2n, preset * 2n + 1n, preset / 2n, preset / 3n, preset * 10n])));
    },
  }));
}

const PLACEHOLDERS = ['{{ value }}', '${VALUE}', '<%= @value %>', '@VALUE@', '${env:VALUE}', '${file:/etc/kafka/secret.properties:key}', '__VALUE__', '$(VALUE)'];
const FILLED_KEYS = ['num.io.threads', 'ssl.keystore.password', 'log.dirs', 'broker.rack', 'listeners', 'auto.create.topics.enable', 'controller.quorum.voters', 'zookeeper.connect', 'node.id'];

const templates: readonly Mutation[] = FILLED_KEYS.flatMap((key) => set('template', key, ...PLACEHOLDERS));

/** All mutations for a version, by section; sections are drawn first, so that small ones count as much as large ones. */
export function mutationsBySection(version: string): ReadonlyMap<string, readonly Mutation[]> {
  const all = [anyKey(version), anyKey(version), ...nearDefault(version), ...textMutations, ...identityMutations, ...listenerMutations, ...securityMutations, ...relationMutations, ...templates];
  const sections = new Map<string, Mutation[]>();
  for (const mutation of all) {
    const same = sections.get(mutation.section);
    if (same) same.push(mutation);
    else sections.set(mutation.section, [mutation]);
  }
  return sections;
}

/** How often each section is drawn; 1 when not named. */
export const WEIGHTS: Readonly<Record<string, number>> = { value: 4, listeners: 2, relations: 2, template: 0.5 };
