/** Files of ZooKeeper by chance: an ensemble that works, with slips in it. */
import type { Chance } from '../kafka/chance';

const SERVERS = [
  'a:2888:3888', 'b:2888:3888', 'c:2888:3888', '127.0.0.1:2888:3888', '[::1]:2888:3888', 'a:2888:3888:participant', 'a:2888:3888:observer', 'a:2888:3888;2181', 'a:2888:3888:observer;h:2181',
  'a:2888', 'a', 'a:2888:2888', 'a:2888:3888 ', ' a:2888:3888', 'a:2888:3888:leader', 'a:x:3888', 'a:2888:70000', '::1:2888:3888', 'a:2888:3888;x', 'a:2888:3888;1;2', 'a:2888:3888;h:1:2', 'a:2888:3888;', 'a:2888:3888|b:2888:3888', '', '[::1:2888:3888', 'a:-1:3888', 'a:2888:3888:OBSERVER',
];
const VALUES: Readonly<Record<string, readonly string[]>> = {
  dataDir: ['/d', '/d', 'd', ''], dataLogDir: ['/l'], tickTime: ['2000', '0', '-5', 'x', '2000 # ms'], clientPort: ['2181', '0', '70000', '-1', '', 'abc', ' 2181 ', '+2181'], secureClientPort: ['2182', '70000'],
  clientPortAddress: ['127.0.0.1'], secureClientPortAddress: ['127.0.0.1'], initLimit: ['10', '0', 'x'], syncLimit: ['5', '0'], maxClientCnxns: ['0', '60', 'many'], minSessionTimeout: ['4000', '-1', '70000'], maxSessionTimeout: ['40000', '3000', '-1'],
  'autopurge.purgeInterval': ['24', '0', '2h'], 'autopurge.snapRetainCount': ['3', '1', 'x'], electionAlg: ['3', '1'], peerType: ['observer', 'Participant', 'leader'], standaloneEnabled: ['true', 'false', 'yes'], reconfigEnabled: ['FALSE', 'no'],
  syncEnabled: ['true', 'on'], quorumListenOnAllIPs: ['true', 'yes'], 'quorum.auth.enableSasl': ['true', 'false'], 'quorum.auth.serverRequireSasl': ['true', 'false'], 'quorum.auth.learnerRequireSasl': ['true', 'false'],
  'quorum.cnxn.threads.size': ['20', 'x'], '4lw.commands.whitelist': ['*', 'ruok'], 'admin.enableServer': ['false', 'maybe'], TickTime: ['x'], maxClientConns: ['60'], 'broker.id': ['1'], observerMasterPort: ['2191', '70000', 'x'],
};
const KEYS = Object.keys(VALUES);

/** Every slip has its chance, most files have few. */
export function generatedZooKeeper(chance: Chance): string {
  const lines: string[] = [];
  const set = (key: string, mostly: string, slip: number): void => { lines.push(`${key}=${chance.maybe(slip) ? chance.pick(VALUES[key] ?? ['']) : mostly}`); };
  if (chance.maybe(0.97)) set('dataDir', '/d', 0.05);
  if (chance.maybe(0.9)) set('tickTime', '2000', 0.08);
  if (chance.maybe(0.9)) set('clientPort', '2181', 0.08);
  if (chance.maybe(0.8)) set('initLimit', '10', 0.08);
  if (chance.maybe(0.8)) set('syncLimit', '5', 0.08);
  for (let i = chance.below(4); i > 0; i--) {
    const key = chance.pick(KEYS);
    set(key, chance.pick(VALUES[key] ?? ['']), 0.5);
  }
  for (let id = 1, members = chance.below(6); id <= members; id++) lines.push(`server.${chance.maybe(0.03) ? chance.pick(['x', '', '01', '-1']) : id}=${chance.maybe(0.8) ? `h${id}:2888:3888` : chance.pick(SERVERS)}`);
  return `${lines.join('\n')}\n`;
}
