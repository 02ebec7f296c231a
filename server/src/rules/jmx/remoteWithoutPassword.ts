import type { EnvironmentFile } from '../../model/file';
import { REMOTE } from '../../model/jvmJmx';
import type { Edit } from '../../documents/span';
import type { Fix } from '../finding';
import { environmentRule } from '../rule';
import { lineBehind, quote, withBlanks } from './words';

const LOCAL = `-D${REMOTE}.host=127.0.0.1 -Djava.rmi.server.hostname=127.0.0.1`;
const OPEN = `-D${REMOTE} -D${REMOTE}.authenticate=false -D${REMOTE}.ssl=false`;

/** kafka-run-class.sh sets authenticate=false and ssl=false unless KAFKA_JMX_OPTS is set. */
export const remoteWithoutPassword = environmentRule({
  id: 'jmx/remote-without-password',
  severity: 'warning',
  cites: ['guide:M2', 'guide:M3', 'kafka:monitoring/security-considerations-for-remote-monitoring-using-jmx', 'https://github.com/confluentinc/ksql/issues/11099'],
  title: 'A JMX port that is open to everyone',
  why: 'Kafka ships JMX without password and encryption. Whoever reaches the port can read every value of the broker, change its levels, and run code in it.',

  *check(file) {
    const { jmx } = file.environment;
    const { port, authenticate, ssl, loopback } = jmx;
    if (!port || authenticate !== 'off' || loopback) return;
    const byCertificate = jmx.property('ssl.need.client.auth');
    if (ssl !== 'off' && byCertificate && byCertificate.value !== 'false') return;
    yield {
      span: port.span,
      text: `${quote(port.text)} opens JMX to everyone who reaches this port, without password${ssl === 'off' ? ' and encryption' : ''}. Whoever connects can run code in the broker.`,
      help: 'Add a password file and TLS in KAFKA_JMX_OPTS, or bind the port to 127.0.0.1 and read metrics with the exporter agent.',
      fixes: [{ kind: 'choice', title: 'Bind JMX to 127.0.0.1', edits: bindings(file) }, ...passwordFile(file)],
    };
  },
});

function bindings(file: EnvironmentFile): readonly Edit[] {
  const { jmx } = file.environment;
  const host = jmx.property('host');
  if (host) return [{ span: host.valueSpan, newText: '127.0.0.1' }];
  const authenticate = jmx.property('authenticate');
  if (authenticate) return withBlanks(file, authenticate.variable, { span: { start: authenticate.span.end, end: authenticate.span.end }, newText: ` ${LOCAL}` });
  return jmx.port ? [lineBehind(file, jmx.port.variable, 'KAFKA_JMX_OPTS', `${OPEN} ${LOCAL}`)] : [];
}

function passwordFile(file: EnvironmentFile): readonly Fix[] {
  const authenticate = file.environment.jmx.property('authenticate');
  if (authenticate?.value === undefined || file.environment.jmx.property('password.file')) return [];
  const path = '/etc/kafka/secrets/jmx.password';
  const newText = `true -D${REMOTE}.password.file=${path}`;
  return [{ kind: 'choice', title: 'Ask for a password', edits: withBlanks(file, authenticate.variable, { span: authenticate.valueSpan, newText }), select: { start: newText.length - path.length, end: newText.length } }];
}
