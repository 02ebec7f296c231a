import type { EnvironmentFile } from '../../model/file';
import { environmentRule } from '../rule';
import { quote } from './words';

/** kafka-run-class.sh starts every tool with the same JMX options as the broker. */
export const portExportedToTools = environmentRule({
  id: 'jmx/port-exported-to-tools',
  severity: 'warning',
  cites: ['guide:M3', 'https://github.com/wurstmeister/kafka-docker/issues/171', 'https://github.com/bitnami/charts/issues/1522', 'https://github.com/confluentinc/schema-registry/issues/2352'],
  title: 'A JMX port that every tool opens again',
  why: 'kafka-topics.sh, kafka-configs.sh and all other tools inherit the variable, try to open the port of the running broker and stop before they do anything.',

  *check(file) {
    const port = file.environment.get('JMX_PORT');
    const reach = port && port.value !== '' ? reachOf(file, port.exported) : undefined;
    if (!port || !reach) return;
    yield {
      span: port.valueSpan,
      severity: reach.severity,
      text: `${quote(port.value)} reaches every tool that is started ${reach.where}. While the broker runs, kafka-topics.sh and the others stop at this port.`,
      help: `Start a tool with JMX_PORT= kafka-topics.sh${reach.where === 'in the container' ? '.' : ', or set the port for the broker alone: in its unit, or in the EnvironmentFile of the unit.'}`,
      program: `JVM: java.rmi.server.ExportException: Port already in use: ${port.value}; nested exception is:`,
    };
  },
});

/** Where tools find the variable; undefined where only the broker does, as in an EnvironmentFile of systemd. */
function reachOf({ environment: { dialect }, path }: EnvironmentFile, exported: boolean): { readonly where: string; readonly severity: 'warning' | 'info' } | undefined {
  if (dialect === 'docker') return { where: 'in the container', severity: 'warning' };
  if (dialect !== 'shell' || !exported) return undefined;
  return /(?:^|[/\\])profile\.d[/\\]/.test(path) ? { where: 'in a login shell', severity: 'warning' } : { where: 'in a shell that reads this file', severity: 'info' };
}
