import type { EnvironmentFile } from '../../model/file';
import { placeholders } from '../../model/template';
import type { Finding } from '../finding';
import { environmentRule } from '../rule';
import { quote } from './words';

/** ConnectorBootstrap.startRemoteConnectorServer of the JDK, tried on JDK 17; kafka-run-class.sh tests `[ $JMX_PORT ]` without quotes. */
export const portMalformed = environmentRule({
  id: 'jmx/port-malformed',
  severity: 'error',
  covers: ['jmx/remote-without-password', 'jmx/port-exported-to-tools', 'jmx/hostname-in-container'],
  cites: ['guide:M3'],
  title: 'A JMX port that is no port',
  why: 'The JVM does not start, and Kafka writes no record: the complaint stands on the console or in the journal only. With a blank in the value the start script opens no port.',

  *check(file) {
    const finding = findingFor(file);
    if (finding) yield finding;
  },
});

function findingFor({ environment: { jmx: { port }, dialect } }: EnvironmentFile): Finding | undefined {
  if (!port || port.variable.expansions.length > 0 || placeholders(port.text).length > 0 || port.text.includes('$')) return undefined;
  const { text, span } = port;
  if (/\s/.test(text.trim())) {
    // Compose cuts a comment off, so its files are left alone, and a file that it may read gets a warning.
    return dialect === 'docker' ? undefined : {
      span, severity: dialect === 'systemd' ? 'warning' : 'error', text: `${quote(text)} holds a blank. The start script cannot test it, and no JMX port is opened.`,
      help: 'Write the number alone. A comment stands on a line of its own.',
    };
  }
  const isNumber = /^\d+$/.test(text.trim());
  if (isNumber && Number(text) <= 65_535) return undefined;
  return {
    span, text: `${quote(text)} is not a port. The JVM does not start.`,
    help: 'Write a whole number from 1 to 65535, for example 9999.',
    program: `JVM: Error: ${isNumber ? 'Exception thrown by the agent : java.lang.IllegalArgumentException: Port value out of range:' : 'Invalid com.sun.management.jmxremote.port number:'} ${text}`,
  };
}
