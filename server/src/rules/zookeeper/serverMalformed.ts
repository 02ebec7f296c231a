import type { ZooKeeperProblem } from '../../model/zookeeper';
import type { Fix } from '../finding';
import { zookeeperRule } from '../rule';
import { DOES_NOT_START, quote } from './words';

/** QuorumServer of ZooKeeper 3.5 to 3.8. Unlike all other values this one is not trimmed. */
export const serverMalformed = zookeeperRule({
  id: 'zookeeper/server-malformed',
  severity: 'error',
  cites: ['https://zookeeper.apache.org/doc/r3.8.4/zookeeperAdmin.html#sc_clusterOptions'],
  title: 'A server line that ZooKeeper does not read',
  why: 'A member is server.N=host:2888:3888, with the port for followers first and the port for elections behind it. Blanks at the end of the line belong to the last port.',

  *check({ zookeeper }) {
    for (const problem of zookeeper.problems) {
      const sentence = sentenceOf(problem);
      if (sentence === undefined) continue;
      // The command line of Java, which is not known here, can allow several addresses.
      const depends = problem.code === 'server-addresses';
      yield { span: problem.span, ...(depends ? { severity: 'warning' as const } : {}), text: `${sentence} ${depends ? 'Unless the command line of Java allows them, ZooKeeper does not start.' : DOES_NOT_START}`, help: helpOf(problem), program: `ZooKeeper: ${problem.program}`, ...fixOf(problem) };
    }
  },
});

function sentenceOf({ code, text }: ZooKeeperProblem): string | undefined {
  switch (code) {
    case 'server-id': return `${quote(text)} has no number behind the dot.`;
    case 'server-form': return text === '' ? 'No address stands here.' : `${quote(text)} is not host:port:port.`;
    case 'server-port': return `${quote(text)} is not a port.`;
    case 'server-blank': return `${quote(text)} has blanks around the port, and ZooKeeper keeps them.`;
    case 'server-ports-equal': return `${quote(text)} is the port for followers too.`;
    case 'server-role': return `${quote(text.trim())} is neither participant nor observer.`;
    case 'server-addresses': return `${quote(text)} names several addresses.`;
    case 'dynamic': return `${quote(text)} stands beside dynamicConfigFile, where members have a file of their own.`;
    default: return undefined;
  }
}

function helpOf({ code }: ZooKeeperProblem): string {
  switch (code) {
    case 'server-id': return 'Write the number that this server has in its myid file, for example server.1.';
    case 'server-blank': return 'Remove the blanks.';
    case 'server-role': return 'Write host:port:port, or host:port:port:observer.';
    case 'server-addresses': return 'Write one address, or give every server -Dzookeeper.multiAddress.enabled=true: in this file the key comes too late.';
    case 'dynamic': return 'Move the line to that file.';
    default: return 'Write host:2888:3888: the name of the server, the port for followers, the port for elections. An IPv6 address stands in brackets.';
  }
}

/** Only one repair is possible for blanks at the end. */
function fixOf({ code, text, span }: ZooKeeperProblem): { readonly fixes?: readonly Fix[] } {
  return code === 'server-blank' ? { fixes: [{ kind: 'safe', title: 'Remove the blanks', edits: [{ span, newText: text.trim() }] }] } : {};
}
