import { replace } from '../finding';
import { zookeeperRule } from '../rule';

/** FourLetterCommands: `*` enables all of them; without the setting only srvr. */
export const commandsOpen = zookeeperRule({
  id: 'zookeeper/commands-open',
  severity: 'info',
  profiles: ['production'],
  cites: ['https://zookeeper.apache.org/doc/r3.8.4/zookeeperAdmin.html#sc_4lw'],
  title: 'Every four letter command is answered to everyone',
  why: 'The commands need no password. Some are costly (wchp, wchc), some change the server (crst, srst), and dump shows every session.',

  *check({ zookeeper }) {
    const part = zookeeper.setting('4lw.commands.whitelist');
    if (!part || part.templated || !part.items.some(({ text }) => text === '*')) return;
    yield {
      span: part.span,
      text: '"*" answers every command to everyone who reaches the client port, without password: costly ones and ones that reset statistics too.',
      help: 'Write those that monitoring needs: srvr, ruok, mntr.',
      fixes: [replace('choice', 'Allow srvr, ruok and mntr', part.span, 'srvr, ruok, mntr')],
    };
  },
});
