/** Listeners, what is advertised, names and protocols. */
import { change, set, together, type Mutation } from './mutation';

const first = (by: (element: string) => string) => (value: string): string => { const [head = '', ...rest] = value.split(','); return [by(head), ...rest].join(','); };
const last = (by: (element: string) => string) => (value: string): string => { const parts = value.split(','); return [...parts.slice(0, -1), by(parts.at(-1) ?? '')].join(','); };
const port = (text: string) => (element: string): string => element.replace(/:[0-9]+$/, text);
const host = (text: string) => (element: string): string => element.replace(/:\/\/[^:]*/, `://${text}`);

const CHANGES: Readonly<Record<string, (value: string) => string>> = {
  'no port': first(port('')), 'empty port': first(port(':')), 'port 70000': first(port(':70000')), 'port 65536 at the end': last(port(':65536')), 'port in words': first(port(':kafka')), 'port 0': first(port(':0')), 'port -1': first(port(':-1')), 'huge port': first(port(':99999999999')),
  'underscore': first(host('kafka_1')), 'everywhere': first(host('0.0.0.0')), 'everywhere at the end': last(host('0.0.0.0')), 'IPv6': first(host('[2001:db8::7]')), 'IPv6 without brackets': first(host('2001:db8::7')), 'IPv6 everywhere': first(host('[::]')), 'this machine': first(host('localhost')),
  'blank in the host': first(host('my host')), 'empty host': first(host('')), 'percent': first(host('[fe80::1%eth0]')), 'path': first((e) => `${e}/`), 'one slash': first((e) => e.replace('://', ':/')), 'no name': first((e) => e.replace(/^[^:]*/, '')), 'address only': first((e) => e.replace(/^.*:\/\//, '')),
  'lower case': (v) => v.toLowerCase(), 'first in lower case': first((e) => e.toLowerCase()), 'unknown name': first((e) => e.replace(/^[^:]*/, 'CLIENTS')), 'blank behind the name': first((e) => e.replace('://', ' ://')), 'twice': (v) => `${v},${v.split(',')[0] ?? ''}`,
  'same name': (v) => `${v},${(v.split(',')[0] ?? '').replace(/[0-9]+$/, '9999')}`, 'another listener': (v) => `${v},SASL_PLAINTEXT://:9998`, 'another in lower case': (v) => `${v},sasl_plaintext://:9998`, 'semicolons': (v) => `${v.replaceAll(',', ';')};`, 'quotes': (v) => `"${v}"`,
  'empty': () => '', 'comma at the end': (v) => `${v},`, 'comma at the start': (v) => `,${v}`, 'blank element': (v) => `${v}, ,SSL://:9997`, 'blanks': (v) => ` ${v.replaceAll(',', ' , ')}`, 'two commas': (v) => v.replace(',', ',,'), 'commas only': () => ',,', 'last one lost': (v) => v.split(',').slice(0, -1).join(','), 'controller first': (v) => `CONTROLLER://:9195,${v}`,
  'docker link': first((e) => e.replace('://', '://:tcp://')), 'same port': (v) => `${v},SASL_PLAINTEXT://:${/:([0-9]+)$/.exec(v.split(',')[0] ?? '')?.[1] ?? '1'}`,
  'one port, two families': () => 'PLAINTEXT://10.0.0.1:9092,SSL://[2001:db8::1]:9092', 'one port, two IPv4': () => 'PLAINTEXT://10.0.0.1:9092,SSL://10.0.0.2:9092', 'one port, three': () => 'PLAINTEXT://10.0.0.1:9092,SSL://[2001:db8::1]:9092,SASL_SSL://10.0.0.2:9092',
  'one port, everywhere twice': () => 'PLAINTEXT://0.0.0.0:9092,SSL://[::]:9092', 'one port, name and IPv6': () => 'PLAINTEXT://h1:9092,SSL://[::1]:9092', 'ten slashes': first((e) => e.replace('://', ':////')),
};

const lists: readonly Mutation[] = Object.entries(CHANGES).flatMap(([name, by]) => [
  change('listeners', 'listeners', name, 'PLAINTEXT://:9092', by),
  { section: 'advertised', name: `advertised.listeners: ${name}`, apply: ({ entries }) => { entries.set('advertised.listeners', by(entries.get('advertised.listeners') ?? entries.get('listeners') ?? 'PLAINTEXT://h:9092')); } },
]);

const MAPS: Readonly<Record<string, string>> = {
  'without controller': 'PLAINTEXT:PLAINTEXT,SSL:SSL,SASL_SSL:SASL_SSL', 'bad protocol': 'PLAINTEXT:TLS,CONTROLLER:PLAINTEXT', 'no colon': 'PLAINTEXT,CONTROLLER', 'lower case': 'plaintext:plaintext,controller:plaintext,ssl:ssl,sasl_ssl:sasl_ssl,sasl_plaintext:sasl_plaintext,internal:ssl,external:ssl',
  'empty': '', 'comma at the end': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SSL:SSL,SASL_SSL:SASL_SSL,', 'comma at the start': ',PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SSL:SSL', 'two commas': 'PLAINTEXT:PLAINTEXT,,CONTROLLER:PLAINTEXT,SSL:SSL', 'blanks': ' PLAINTEXT : PLAINTEXT , CONTROLLER : SSL , SSL : SSL ',
  'name twice': 'PLAINTEXT:PLAINTEXT,PLAINTEXT:SSL,CONTROLLER:PLAINTEXT', 'name twice, same': 'PLAINTEXT:PLAINTEXT,PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SSL:SSL', 'name in two cases': 'PLAINTEXT:PLAINTEXT,plaintext:SSL,CONTROLLER:PLAINTEXT', 'comma only': ',', 'no name': ':PLAINTEXT,PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT', 'no protocol': 'PLAINTEXT:,CONTROLLER:PLAINTEXT', 'two colons': 'PLAINTEXT:PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT', 'an unused name': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SSL:SSL,SASL_SSL:SASL_SSL,FOO:SSL',
};

export const listenerMutations: readonly Mutation[] = [
  ...lists,
  together('listeners', 'no listeners', { 'listeners': null }),
  together('advertised', 'nothing advertised', { 'advertised.listeners': null }),
  { section: 'advertised', name: 'the controller too', apply: ({ entries }) => { const own = entries.get('advertised.listeners'); entries.set('advertised.listeners', `${own === undefined ? '' : `${own},`}CONTROLLER://ctl1.example.com:9193`); } },
  { section: 'advertised', name: 'the controller alone', apply: ({ entries }) => { entries.set('advertised.listeners', 'CONTROLLER://ctl1.example.com:9193'); } },
  { section: 'advertised', name: 'the controller everywhere', apply: ({ entries }) => { entries.set('advertised.listeners', 'CONTROLLER://0.0.0.0:9193'); } },
  ...Object.entries(MAPS).map(([name, value]): Mutation => ({ section: 'protocols', name: `map: ${name}`, apply: ({ entries }) => { entries.set('listener.security.protocol.map', value); } })),
  together('protocols', 'no map', { 'listener.security.protocol.map': null }),
  together('protocols', 'no map, plain', { 'listener.security.protocol.map': null, 'listeners': 'PLAINTEXT://:9092,CONTROLLER://:9193', 'advertised.listeners': null, 'security.inter.broker.protocol': null, 'inter.broker.listener.name': null }),
  together('protocols', 'inter-broker set twice', { 'inter.broker.listener.name': 'PLAINTEXT', 'security.inter.broker.protocol': 'PLAINTEXT' }),
  ...set('protocols', 'inter.broker.listener.name', 'REPLICATION', 'PLAINTEXT', 'plaintext', 'SSL', 'CONTROLLER', '', 'EXTERNAL'),
  ...set('protocols', 'security.inter.broker.protocol', 'TLS', 'SSL', 'plaintext', 'SASL_PLAINTEXT', ''),
  together('controller names', 'missing', { 'controller.listener.names': null }),
  ...set('controller names', 'controller.listener.names', 'CONTROLLER', 'CONTROLLER,CTL2', 'CTL2,CONTROLLER', 'controller', 'CONTROLLER,', ',CONTROLLER', 'CONTROLLER,CONTROLLER', 'CONTROLLER, SSL', ' CONTROLLER ', '', 'SSL', 'PLAINTEXT', 'CONTROLLER,PLAINTEXT', 'CONTROLLER,controller', 'CONTROLLER ,CTL2', 'CTL2', ',', 'CONTROLLER,,PLAINTEXT', 'PLAINTEXT,CONTROLLER'),
  ...set('controller names', 'control.plane.listener.name', 'CONTROLLER', 'SSL', 'PLAINTEXT', 'EXTERNAL', 'INTERNAL', 'external', ''),
  ...set('controller names', 'early.start.listeners', 'NOSUCH', 'CONTROLLER', 'PLAINTEXT', 'plaintext', '', 'PLAINTEXT,CONTROLLER', ' PLAINTEXT , ', 'INTERNAL,EXTERNAL', 'SSL'),
];
