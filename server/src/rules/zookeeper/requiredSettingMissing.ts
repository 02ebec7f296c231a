import { zookeeperRule } from '../rule';
import { DOES_NOT_START, quote } from './words';

/** QuorumPeerConfig.parseProperties and checkValidity, ZooKeeper 3.5 to 3.8. */
export const requiredSettingMissing = zookeeperRule({
  id: 'zookeeper/required-setting-missing',
  severity: 'error',
  cites: ['guide:Z1', 'https://zookeeper.apache.org/doc/r3.8.4/zookeeperAdmin.html#sc_clusterOptions'],
  title: 'A setting without which ZooKeeper does not start',
  why: 'ZooKeeper needs a directory for its data. An ensemble also needs initLimit and syncLimit: how many ticks a server may take to join the leader and to follow it.',

  *check({ zookeeper }) {
    for (const { code, key, text, span, entry, program } of zookeeper.problems) {
      switch (code) {
        case 'data-dir':
          yield {
            span,
            text: entry ? (text === '' ? `"${key}" has no value. ${DOES_NOT_START}` : `${quote(text)} is too short for the path of a directory. ${DOES_NOT_START}`) : `"dataDir" is missing. ${DOES_NOT_START}`,
            help: 'Write an absolute path on a local disk, for example dataDir=/var/lib/zookeeper.',
            program: `ZooKeeper: ${program}`,
          };
          break;
        case 'tick-time':
          yield { span, text: `"0" gives ZooKeeper no clock. ${DOES_NOT_START}`, help: 'Write 2000, or remove the line: the default is 3000 ms.', program: `ZooKeeper: ${program}` };
          break;
        case 'limit':
          yield {
            span,
            text: entry ? `"${text}" counts as not set, and an ensemble needs ${key}. ${DOES_NOT_START}` : `"${key}" is missing, and an ensemble needs it. ${DOES_NOT_START}`,
            help: `Write ${key}=${key === 'initLimit' ? '10' : '5'}, in ticks.`,
            program: `ZooKeeper: ${program}`,
            ...(entry ? { fixes: [{ kind: 'choice', title: `Set to ${key === 'initLimit' ? '10' : '5'}`, edits: [{ span, newText: key === 'initLimit' ? '10' : '5' }] }] } : {}),
          };
          break;
        case 'client-port':
          yield { span, text: `${quote(text)} is an address without a port. ${DOES_NOT_START}`, help: `Write ${key.replace('Address', '')} too, or remove ${key}.`, program: `ZooKeeper: ${program}` };
          break;
        case 'sasl':
          yield { span, text: `"${key}" rests on a setting that is off. ${DOES_NOT_START}`, help: 'Set quorum.auth.enableSasl, then learnerRequireSasl, then serverRequireSasl to true on every server, one restart of all servers for each.', program: `ZooKeeper: ${program}` };
          break;
        default:
      }
    }
  },
});
