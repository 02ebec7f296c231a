/**
 * An environment file that opens JMX on one machine only, for a broker that systemd starts. Pure.
 * Each option is one of the JDK's management agent (module-files: conf/management/management.properties) or of java.rmi;
 * test/oracles/jmxEnvironment.test.ts starts a JVM with them.
 */

/** The text of the file; `port` is a TCP port, from 1 to 65535. */
export function jmxEnvironment(port: number): string {
  const options = [
    '-Dcom.sun.management.jmxremote',
    '-Dcom.sun.management.jmxremote.host=127.0.0.1',
    '-Djava.rmi.server.hostname=127.0.0.1',
    '-Dcom.sun.management.jmxremote.local.only=true',
    '-Dcom.sun.management.jmxremote.authenticate=true',
    `-Dcom.sun.management.jmxremote.password.file=${JMX_PASSWORD_FILE}`,
    '-Dcom.sun.management.jmxremote.ssl=false',
  ];
  return `# JMX of a broker: its metrics, for programs on this machine that know the password.
# systemd reads this file. In kafka.service, under [Service]:
#   EnvironmentFile=/etc/kafka/kafka.env
# The rest of each line is the value: no quotes, no export, no variables.

# The start script adds the port to the options below.
# Tools that run with this variable try to open the port again: start them with JMX_PORT= kafka-topics.sh ...
JMX_PORT=${port}

# These replace the options of the start script, which ask for no password and listen on every address.
# The password file holds one line, monitorRole and a password, and only the user of the broker may read it:
#   sudo install -m 600 -o kafka -g kafka /dev/null ${JMX_PASSWORD_FILE}
#   echo "monitorRole $(openssl rand -hex 16)" | sudo tee ${JMX_PASSWORD_FILE} > /dev/null
# monitorRole reads and changes nothing: the JDK ships it so (conf/management/jmxremote.access).
KAFKA_JMX_OPTS=${options.join(' ')}
`;
}

/** Where the file expects the password. */
export const JMX_PASSWORD_FILE = '/etc/kafka/jmx.password';
