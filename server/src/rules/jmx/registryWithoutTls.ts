import { REMOTE } from '../../model/jvmJmx';
import { environmentRule } from '../rule';
import { behindOptions, quote, withBlanks } from './words';

/** From Kafka 3.3 kafka-run-class.sh sets rmi.port to JMX_PORT; a plain and a TLS socket cannot share it. Tried on JDK 17. */
export const registryWithoutTls = environmentRule({
  id: 'jmx/registry-without-tls',
  severity: 'error',
  versions: '>=3.3',
  cites: ['guide:M2', 'https://github.com/apache/kafka/pull/12898'],
  title: 'JMX with TLS on a port whose registry has none',
  why: 'The start script gives the registry and the server of JMX the same port. With TLS on only one of the two the JVM does not start and names the wrong cause: a port in use.',

  *check(file) {
    const { environment: { jmx, moreOptions, get }, context } = file;
    const options = get('KAFKA_JMX_OPTS');
    if (moreOptions || !options || jmx.port?.variable.name !== 'JMX_PORT' || jmx.ssl !== 'on') return;
    const registry = jmx.property('registry.ssl');
    if (registry && (registry.templated || registry.value === 'true')) return;
    const second = jmx.property('rmi.port');
    if (second && second.value !== jmx.port.text) return;
    const ssl = jmx.property('ssl');
    const at = ssl?.span.end ?? behindOptions(options);
    yield {
      span: ssl?.span ?? options.nameSpan,
      severity: context.versionKnown ? 'error' : 'warning',
      text: `${ssl ? quote(ssl.text) : '"KAFKA_JMX_OPTS"'} turns TLS on for JMX, but not for its registry on the same port. From Kafka 3.3 the JVM does not start.`,
      help: `Add -D${REMOTE}.registry.ssl=true.`,
      program: `JVM: java.rmi.server.ExportException: Port already in use: ${jmx.port.text}; nested exception is:`,
      fixes: [{
        kind: 'choice', title: 'Turn TLS on for the registry',
        edits: registry ? [{ span: registry.valueSpan, newText: 'true' }] : withBlanks(file, ssl?.variable ?? options, { span: { start: at, end: at }, newText: ` -D${REMOTE}.registry.ssl=true` }),
      }],
    };
  },
});
