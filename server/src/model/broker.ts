/**
 * What a broker file means to Kafka of one version: roles, listeners as endpoints, effective values and where each comes from.
 * Everything is read on demand and once; every part keeps the place that it came from. Nothing here judges: rules do.
 */
import type { PropertiesDocument, PropertiesEntry } from '../documents/properties';
import type { KafkaVersion } from '../knowledge/version';
import { clusterSizeOf, type ClusterSize } from './clusterSize';
import type { Sourced } from './context';
import { endpointList, type Endpoint, type EndpointList } from './endpoints';
import { lazy } from './lazy';
import { logDirectoriesOf, type LogDirectories } from './logDirectories';
import { defaultProtocolMap, protocolMap, protocolOf, type ProtocolMap, type SecurityProtocol } from './protocolMap';
import { noQuorumList, quorumList, type QuorumList } from './quorum';
import { rolesOf, type Roles } from './roles';
import { Settings, type Effective } from './settings';
import { ValuePart } from './valuePart';

/** The names in controller.listener.names. They are compared letter by letter with listener names in upper case. */
export interface ControllerNames {
  readonly part: ValuePart | undefined;
  readonly items: readonly ValuePart[];
  readonly names: readonly string[];
  readonly complete: boolean;
}

/** The listener through which brokers talk to each other. */
export interface InterBroker {
  /** In upper case; undefined when a template decides or Kafka refuses the value. */
  readonly listener: string | undefined;
  readonly protocol: SecurityProtocol | undefined;
  readonly key: 'inter.broker.listener.name' | 'security.inter.broker.protocol';
  readonly part: ValuePart | undefined;
}

export class BrokerModel {
  readonly settings: Settings;

  constructor(document: PropertiesDocument, readonly version: KafkaVersion, readonly template: boolean) {
    this.settings = new Settings(document, version, template);
  }

  /** The entry that counts for a key: the last one. */
  setting(key: string): PropertiesEntry | undefined {
    return this.settings.entry(key);
  }

  /** True in the versions of `range`, see `satisfies`. */
  in(range: string): boolean {
    return this.settings.in(range);
  }

  private readonly lazyRoles = lazy(() => rolesOf(this.settings));
  get roles(): Roles { return this.lazyRoles(); }

  /** True when the node is a broker, with ZooKeeper or without. */
  get isBroker(): boolean { return this.roles.broker; }

  private readonly lazyNodeId = lazy((): Effective<number> => {
    const nodeId = this.settings.number('node.id');
    const brokerId = this.settings.number('broker.id');
    // Up to 3.0 any negative node.id counts as missing.
    const isMissing = this.in('<3.1') && typeof nodeId.value === 'number' && nodeId.value < 0;
    if (nodeId.part && isMissing && !brokerId.part) return { ...nodeId, value: -1 };
    if (nodeId.part && !isMissing) return nodeId;
    return brokerId.part ? brokerId : nodeId;
  });
  /** The id of the node: node.id, else broker.id. */
  get nodeId(): Effective<number> { return this.lazyNodeId(); }

  private readonly lazyListeners = lazy((): EndpointList => {
    const part = this.settings.part('listeners');
    if (part) return endpointList('listeners', part, this.in('>=4.2'));
    const isUnknown = this.template && !this.settings.part('listeners');
    return { key: 'listeners', part: undefined, endpoints: isUnknown ? [] : [this.defaultListener()], broken: [], complete: !isUnknown, quoted: 'PLAINTEXT://:9092' };
  });
  /** Every listener of the node, Kafka's own default included. */
  get listeners(): EndpointList { return this.lazyListeners(); }

  /** Up to 2.8, host.name and port make the listener when listeners is missing. */
  private defaultListener(): Endpoint {
    const host = this.in('<3.0') ? this.settings.word('host.name').value ?? '' : '';
    const port = this.in('<3.0') ? this.settings.number('port').value ?? undefined : 9092;
    return { listener: 'PLAINTEXT', host, port, written: undefined };
  }

  private readonly lazyAdvertised = lazy((): EndpointList | undefined => {
    const part = this.settings.part('advertised.listeners');
    return part && endpointList('advertised.listeners', part, this.in('>=4.2'));
  });
  /** advertised.listeners as written; undefined when the key is missing. */
  get advertised(): EndpointList | undefined { return this.lazyAdvertised(); }

  /** Up to 2.8, advertised.host.name and advertised.port make the advertised listener when advertised.listeners is missing. */
  private oldAdvertised(): EndpointList | undefined {
    const host = this.settings.part('advertised.host.name') ?? this.settings.part('advertised.port');
    if (!host || !this.in('<3.0')) return undefined;
    const name = this.settings.part('advertised.host.name') ?? this.settings.part('host.name');
    const port = this.settings.part('advertised.port') ? this.settings.number('advertised.port').value : this.settings.number('port').value;
    const endpoint: Endpoint = { listener: 'PLAINTEXT', host: name?.templated ? undefined : name?.text ?? '', port: port ?? undefined, written: undefined };
    return { key: 'advertised.listeners', part: host, endpoints: [endpoint], broken: [], complete: true, quoted: `PLAINTEXT://${name?.text ?? ''}:${port ?? ''}` };
  }

  private readonly lazyControllerNames = lazy((): ControllerNames => {
    const part = this.settings.part('controller.listener.names');
    // Up to 4.0 the text is cut at its commas, blanks and empty elements stay; 4.1 drops both, from 4.2 it is a list.
    const items = (this.in('<4.1') ? part?.cut() : part?.items.filter(({ text }) => text !== '')) ?? [];
    const complete = part ? !part.templated : !this.template;
    return { part, items, names: items.filter(({ templated }) => !templated).map(({ text }) => text), complete };
  });
  get controllerNames(): ControllerNames { return this.lazyControllerNames(); }

  /** The listeners that are controller listeners: their upper-case name stands letter by letter in controller.listener.names. */
  isControllerListener(endpoint: Endpoint): boolean {
    return endpoint.listener !== undefined && this.controllerNames.names.includes(endpoint.listener);
  }

  /** 3.9 to 4.1 compare numbers: as many names in controller.listener.names as listeners, a name that stands twice counted twice. */
  get countsAsControllersOnly(): boolean {
    const { endpoints } = this.listeners;
    const present = new Set(endpoints.map(({ listener }) => listener));
    return this.in('3.9-4.1') && this.controllerNames.names.filter((name) => present.has(name.toUpperCase())).length === endpoints.length;
  }

  private readonly lazyClientEndpoints = lazy((): EndpointList => {
    const list = this.advertised ?? this.oldAdvertised() ?? this.listeners;
    const isFiltered = this.advertised === undefined || this.in('>=3.9');
    return isFiltered ? { ...list, endpoints: list.endpoints.filter((endpoint) => !this.isControllerListener(endpoint)) } : list;
  });
  /** What brokers and clients are told: advertised.listeners, else listeners, without the controller listeners (which up to 3.8 stay when they are advertised). */
  get clientEndpoints(): EndpointList { return this.lazyClientEndpoints(); }

  private readonly lazyProtocols = lazy((): ProtocolMap => {
    const part = this.settings.part('listener.security.protocol.map');
    if (part) return protocolMap(part);
    const isAdding = this.roles.mode === 'kraft' && this.in('>=3.1') && !this.speaksSecurely();
    return { ...defaultProtocolMap(isAdding ? this.controllerNames.names : []), complete: !this.template && this.controllerNames.complete };
  });
  /** Names and protocols, set or by default. */
  get protocols(): ProtocolMap { return this.lazyProtocols(); }

  /** A listener or controller name is itself the name of a protocol with TLS or SASL. */
  private speaksSecurely(): boolean {
    const isSecure = (name: string | undefined): boolean => name === 'SSL' || name === 'SASL_SSL' || name === 'SASL_PLAINTEXT';
    return this.controllerNames.names.some(isSecure) || this.listeners.endpoints.some(({ listener }) => isSecure(listener));
  }

  private readonly lazyInterBroker = lazy((): InterBroker => {
    const name = this.settings.part('inter.broker.listener.name');
    if (name) {
      const listener = name.templated || name.text === '' ? undefined : name.text.toUpperCase();
      return { listener, protocol: listener === undefined ? undefined : this.protocols.effective.get(listener), key: 'inter.broker.listener.name', part: name };
    }
    const word = this.settings.word('security.inter.broker.protocol');
    const protocol = typeof word.value === 'string' ? protocolOf(word.value) : undefined;
    return { listener: protocol, protocol, key: 'security.inter.broker.protocol', part: word.part };
  });
  get interBroker(): InterBroker { return this.lazyInterBroker(); }

  private readonly lazyVoters = lazy((): QuorumList => this.quorum('controller.quorum.voters'));
  get voters(): QuorumList { return this.lazyVoters(); }

  private readonly lazyBootstrapServers = lazy((): QuorumList => this.quorum('controller.quorum.bootstrap.servers'));
  get bootstrapServers(): QuorumList { return this.lazyBootstrapServers(); }

  private quorum(key: QuorumList['key']): QuorumList {
    const part = this.settings.part(key);
    if (part && this.settings.fact(key)) return quorumList(key, part, this.in('<3.8') || this.in('3.9 >3.9.0'));
    return this.template ? { ...noQuorumList(key), complete: false } : noQuorumList(key);
  }

  private readonly lazyLogDirectories = lazy(() => logDirectoriesOf(this.settings));
  get logDirectories(): LogDirectories { return this.lazyLogDirectories(); }

  private readonly lazyClusterSize = lazy(() => clusterSizeOf(this));
  /** How many brokers the file itself shows, and by what. */
  get clusterSize(): ClusterSize { return this.lazyClusterSize(); }
}

/** Reads a broker file for one version. `template`: the file is filled in before Kafka reads it. Never throws. */
export function brokerModel(document: PropertiesDocument, version: KafkaVersion, template: boolean): BrokerModel {
  return new BrokerModel(document, version, template);
}

/** The newest version that the keys still fit: a file with ZooKeeper keys and no roles is at most 3.9. */
export function keysVersionOf(document: PropertiesDocument): Sourced<string> | undefined {
  return document.get('zookeeper.connect') && !document.get('process.roles') ? { value: '3.9', source: 'zookeeper.connect: the last version with ZooKeeper' } : undefined;
}
