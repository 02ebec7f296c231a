import type { EnvAssignment } from '../../documents/envFile';
import { REMOTE } from '../../model/jvmJmx';
import type { EnvironmentFile } from '../../model/file';
import type { Finding, Fix } from '../finding';
import { environmentRule } from '../rule';
import { behindOptions, quote, withBlanks } from './words';

const PATH = '/etc/kafka/secrets/jmx.password';

/** ConnectorBootstrap.checkPasswordFile of the JDK; tried on JDK 17. The JDK ships an access file but no password file. */
export const passwordFileMissing = environmentRule({
  id: 'jmx/password-file-missing',
  severity: 'error',
  cites: ['guide:M2', 'https://github.com/DataDog/documentation/issues/39903', 'https://docs.oracle.com/en/java/javase/17/management/monitoring-and-management-using-jmx-technology.html'],
  title: 'JMX with a password but without a password file',
  why: 'The JVM does not start, and Kafka writes no record. A KAFKA_JMX_OPTS of your own replaces the defaults of Kafka, so that those of Java hold: a password is asked for.',

  *check(file) {
    const finding = findingFor(file);
    if (finding) yield finding;
  },
});

function findingFor(file: EnvironmentFile): Finding | undefined {
  const { environment } = file;
  const { jmx, moreOptions } = environment;
  if (moreOptions || !jmx.port || jmx.authenticate !== 'on' || jmx.property('password.file') || jmx.property('login.config') || environment.property('com.sun.management.config.file')) return undefined;
  const common = {
    help: `Add -D${REMOTE}.password.file=${PATH}, readable for the user of Kafka alone.`,
    program: 'JVM: Error: Password file not found:',
  };
  const written = jmx.property('authenticate');
  if (written) {
    return { ...common, span: written.span, text: `${quote(written.text)} asks for a password, and no password file is named. The JVM does not start.`, fixes: [fixAt(file, written.variable, written.span.end)] };
  }
  const options = environment.get('KAFKA_JMX_OPTS');
  if (!options) return undefined;
  return {
    ...common, span: options.nameSpan,
    text: '"KAFKA_JMX_OPTS" replaces the defaults of Kafka, so Java asks for a password, and no password file is named. The JVM does not start.',
    fixes: [fixAt(file, options, behindOptions(options))],
  };
}

function fixAt(file: EnvironmentFile, variable: EnvAssignment, at: number): Fix {
  const newText = ` -D${REMOTE}.password.file=${PATH}`;
  return { kind: 'choice', title: 'Name a password file', edits: withBlanks(file, variable, { span: { start: at, end: at }, newText }), select: { start: newText.length - PATH.length, end: newText.length } };
}
