/** What QuorumPeerConfig.parse refuses, in ZooKeeper's own words. It stops at the first; here all are found. */
import type { PropertiesEntry } from '../documents/properties';
import type { Span } from '../documents/span';
import { javaInteger } from './numbers';
import type { ValuePart } from './valuePart';
import type { ZooKeeperModel } from './zookeeper';
import type { ServerProblem } from './zookeeperServer';

/**
 * `number`, `boolean`, `peer-type`, `election-algorithm`, `port`: a value of the wrong kind. `data-dir`, `tick-time`, `limit`, `client-port`: a setting
 * that is missing. `session-timeouts`: the smallest is above the largest. `sasl`: an option of quorum SASL without the ones it rests on.
 * `observers`: observers without a quorum. `no-participant`: standalone mode is off and nobody votes. `dynamic`: members beside dynamicConfigFile.
 */
export interface ZooKeeperProblem {
  readonly code: ServerProblem['code'] | 'number' | 'boolean' | 'peer-type' | 'election-algorithm' | 'port' | 'data-dir' | 'tick-time' | 'limit' | 'client-port' | 'session-timeouts' | 'sasl' | 'observers' | 'no-participant' | 'dynamic';
  readonly span: Span;
  /** The value that is wrong; the key for a setting that is missing. */
  readonly text: string;
  /** The key that the problem is about. */
  readonly key: string;
  readonly entry: PropertiesEntry | undefined;
  readonly program: string;
}

const INTEGERS = [
  'clientPort', 'secureClientPort', 'observerMasterPort', 'clientPortListenBacklog', 'tickTime', 'maxClientCnxns', 'minSessionTimeout', 'maxSessionTimeout', 'initLimit', 'syncLimit',
  'connectToLearnerMasterLimit', 'electionAlg', 'autopurge.snapRetainCount', 'autopurge.purgeInterval', 'quorum.cnxn.threads.size',
];
/** Up to ZooKeeper 3.6 only the first two are strict; there every other word means false for the rest. */
const BOOLEANS = [
  'standaloneEnabled', 'reconfigEnabled', 'localSessionsEnabled', 'localSessionsUpgradingEnabled', 'quorumListenOnAllIPs', 'syncEnabled', 'sslQuorum', 'portUnification', 'sslQuorumReloadCertFiles',
  'quorum.auth.enableSasl', 'quorum.auth.serverRequireSasl', 'quorum.auth.learnerRequireSasl', 'jvm.pause.monitor', 'multiAddress.enabled', 'multiAddress.reachabilityCheckEnabled',
];

/** All refusals of a file, in file order; empty for a file that ZooKeeper takes. */
export function refusals(model: ZooKeeperModel): readonly ZooKeeperProblem[] {
  const found = [...valueProblems(model), ...missing(model), ...relations(model), ...ensemble(model)];
  return found.sort((a, b) => a.span.start - b.span.start);
}

function of(code: ZooKeeperProblem['code'], part: ValuePart, program: string): ZooKeeperProblem {
  return { code, span: part.text === '' ? part.entry.span : part.span, text: part.text, key: part.entry.key, entry: part.entry, program };
}

function* valueProblems(model: ZooKeeperModel): Iterable<ZooKeeperProblem> {
  for (const key of INTEGERS) {
    const part = model.setting(key);
    if (part && !part.templated && javaInteger(part.text, 'int') === null) yield of('number', part, `For input string: "${part.text}"`);
  }
  for (const key of BOOLEANS) {
    const part = model.setting(key);
    if (part && !part.templated && !/^(?:true|false)$/i.test(part.text)) yield of('boolean', part, `Invalid option ${part.text} for ${key}. Choose 'true' or 'false.'`);
  }
  for (const key of ['clientPort', 'secureClientPort']) {
    const part = model.setting(key);
    const port = model.number(key, 0);
    if (part && port !== undefined && (port < 0 || port > 65535)) yield of('port', part, `port out of range:${port}`);
  }
  const algorithm = model.setting('electionAlg');
  const number = model.number('electionAlg', 3);
  if (algorithm && number !== undefined && number !== 3) yield of('election-algorithm', algorithm, 'Invalid electionAlg value. Only 3 is supported.');
  const type = model.setting('peerType');
  if (type && !type.templated && !/^(?:observer|participant)$/i.test(type.text)) yield of('peer-type', type, `Unrecognised peertype: ${type.text}`);
}

function* missing(model: ZooKeeperModel): Iterable<ZooKeeperProblem> {
  const directory = model.setting('dataDir');
  const first = model.document.entries[0];
  for (const part of [directory, model.setting('dataLogDir')]) {
    // VerifyingFileFactory looks at the first two characters of a relative path.
    if (part && !part.templated && part.text.length < 2 && part.text !== '/') yield of('data-dir', part, `begin 0, end 2, length ${part.text.length}`);
  }
  if (!directory && !model.isTemplate && first) yield { code: 'data-dir', span: first.span, text: 'dataDir', key: 'dataDir', entry: undefined, program: 'dataDir is not set' };
  const tick = model.setting('tickTime');
  if (tick && model.number('tickTime', 3000) === 0) yield of('tick-time', tick, 'tickTime is not set');
  for (const key of ['clientPort', 'secureClientPort']) {
    const address = model.setting(`${key}Address`);
    if (address && model.number(key, 0) === 0) yield of('client-port', address, `${key}Address is set but ${key} is not set`);
  }
}

function* relations(model: ZooKeeperModel): Iterable<ZooKeeperProblem> {
  const tick = model.number('tickTime', 3000);
  const least = model.number('minSessionTimeout', -1);
  const most = model.number('maxSessionTimeout', -1);
  const part = model.setting('minSessionTimeout') ?? model.setting('maxSessionTimeout') ?? model.setting('tickTime');
  if (part && tick !== undefined && tick !== 0 && least !== undefined && most !== undefined && (least === -1 ? tick * 2 : least) > (most === -1 ? tick * 20 : most)) {
    yield of('session-timeouts', part, 'minSessionTimeout must not be larger than maxSessionTimeout');
  }
  const isOn = (key: string): boolean | undefined => {
    const value = model.setting(key);
    return value ? (value.templated ? undefined : value.text.toLowerCase() === 'true') : model.isTemplate ? undefined : false;
  };
  for (const [key, ...needed] of [['serverRequireSasl', 'enableSasl', 'learnerRequireSasl'], ['learnerRequireSasl', 'enableSasl']] as const) {
    const setting = model.setting(`quorum.auth.${key}`);
    const absent = isOn(`quorum.auth.${key}`) === true ? needed.find((other) => isOn(`quorum.auth.${other}`) === false) : undefined;
    if (setting && absent !== undefined) yield of('sasl', setting, `quorum.auth.${absent} is disabled, so cannot enable quorum.auth.${key}`);
  }
}

function* ensemble(model: ZooKeeperModel): Iterable<ZooKeeperProblem> {
  const { servers, serverLines, voters, document } = model;
  if (document.get('dynamicConfigFile')) {
    for (const { entry } of serverLines) yield { code: 'dynamic', span: entry.span, text: entry.key, key: entry.key, entry, program: `parameter: ${entry.key} must be in a separate dynamic config file` };
    return;
  }
  for (const { entry, problems } of serverLines) for (const problem of problems) yield { ...problem, key: entry.key, entry };
  if (!voters) return;
  const standalone = model.setting('standaloneEnabled');
  const isStrict = standalone?.text.toLowerCase() === 'false';
  const observer = servers.find(({ role }) => role === 'observer')?.entry;
  if (isStrict && voters.length === 0) yield of('no-participant', standalone, 'standaloneEnabled = false then number of participants should be >0');
  else if (observer && voters.length === 0) yield { code: 'observers', span: observer.span, text: observer.key, key: observer.key, entry: observer, program: 'Observers w/o participants is an invalid configuration' };
  else if (observer && voters.length === 1 && !isStrict) yield { code: 'observers', span: observer.span, text: observer.key, key: observer.key, entry: observer, program: 'Observers w/o quorum is an invalid configuration' };
  else if (voters.length > 1 || (voters.length === 1 && isStrict)) yield* limits(model, voters[0]?.entry);
}

/** An ensemble needs both; 0 counts as not set. */
function* limits(model: ZooKeeperModel, first: PropertiesEntry | undefined): Iterable<ZooKeeperProblem> {
  for (const key of ['initLimit', 'syncLimit']) {
    if (model.number(key, 0) !== 0) continue;
    const part = model.setting(key);
    if (part) yield of('limit', part, `${key} is not set`);
    else if (first) yield { code: 'limit', span: first.span, text: key, key, entry: undefined, program: `${key} is not set` };
  }
}
