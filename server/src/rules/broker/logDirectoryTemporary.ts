import { brokerRule } from '../rule';
import { adviceFor } from './advice';
import { quote } from './words';

const TEMPORARY = /^(?:\/tmp|\/var\/tmp|\/private\/tmp|\/dev\/shm|\/run)(?:\/|$)|^[a-zA-Z]:[/\\](?:temp|tmp|windows[/\\]temp)(?:[/\\]|$)/i;

export const logDirectoryTemporary = brokerRule({
  id: 'broker/log-directory-temporary',
  severity: 'warning',
  cites: ['kafka:log.dirs', 'https://github.com/confluentinc/cp-ansible/issues/84'],
  title: 'Data lies in a folder that the system empties',
  why: 'What lies under /tmp goes at a restart of the machine, or is removed by its cleaner after days without a read: segments vanish under a running broker, which then takes the directory offline.',

  *check(file) {
    const { broker } = file;
    const advice = adviceFor(file);
    const { directories, key, part: written } = broker.logDirectories;
    const severity = advice?.severity ?? 'info';
    const metadata = broker.settings.part('metadata.log.dir');
    if (metadata && TEMPORARY.test(metadata.text)) {
      yield { span: metadata.span, severity, text: `${quote(metadata.text)} is emptied by the system. The metadata of the cluster is lost with it${advice?.reason ?? ''}.`, help: 'Write a folder on a disk of its own, for example /var/lib/kafka/metadata.' };
    }
    for (const { path, part } of directories) {
      if (!TEMPORARY.test(path) || (!part && severity !== 'warning') || (!part && broker.template)) continue;
      const place = part?.span ?? written?.span ?? broker.nodeId.part?.entry.keySpan ?? broker.roles.part?.entry.keySpan;
      if (!place) continue;
      yield {
        span: place,
        severity,
        text: `${part ? `${quote(path)} is` : `Neither log.dirs nor log.dir is set, and the default ${path} is`} emptied by the system. Topics${broker.roles.controller ? ' and cluster metadata' : ''} are lost with it${advice?.reason ?? ''}.`,
        help: `Write a folder on a disk of its own${key === 'log.dir' ? ' in log.dirs' : ''}, for example /var/lib/kafka/data. Move the old folder there before the restart.`,
      };
    }
  },
});
