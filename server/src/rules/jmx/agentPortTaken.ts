import { environmentRule } from '../rule';
import { quote } from './words';

/** The JMX agent of the JVM and a Java agent both open their port before Kafka starts. */
export const agentPortTaken = environmentRule({
  id: 'jmx/agent-port-taken',
  severity: 'error',
  cites: ['guide:M5', 'https://github.com/lensesio/fast-data-dev/issues/164', 'https://github.com/bitnami/charts/issues/34958'],
  title: 'JMX and the exporter on the same port',
  why: 'Both open their port before Kafka starts. The second one fails, and the JVM ends.',

  *check(file) {
    const { jmx, options } = file.environment;
    if (!jmx.port || jmx.property('host')) return;
    for (const option of options) {
      const match = option.kind === 'agent' && !option.templated ? /^(?:0\.0\.0\.0:)?(\d+)(?=:)/.exec(option.value ?? '') : null;
      if (match?.[1] !== jmx.port.text) continue;
      const start = option.valueSpan.start + match[0].length - match[1].length;
      yield {
        span: { start, end: start + match[1].length },
        text: `${quote(match[1])} is the port of JMX as well. The JVM does not start.`,
        help: 'Give the exporter a port of its own. It reads the metrics inside the JVM and needs no JMX port.',
        program: 'JVM: java.net.BindException: Address already in use',
        related: [{ span: jmx.port.span, text: 'the port of JMX' }],
      };
    }
  },
});
