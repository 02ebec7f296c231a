import { replace } from '../finding';
import { brokerRule } from '../rule';

const REPORTER = 'org.apache.kafka.common.metrics.JmxReporter';

/** From 4.0 JmxReporter is the default of metric.reporters; before, it was added to whatever was written. */
export const jmxReporterMissing = brokerRule({
  id: 'broker/jmx-reporter-missing',
  severity: 'warning',
  versions: '>=4.0',
  cites: ['guide:M2', 'kafka:metric.reporters', 'https://kafka.apache.org/40/documentation.html#upgrade_servers_400'],
  title: 'Metrics vanish from JMX',
  why: 'From 4.0 metric.reporters replaces the default, JmxReporter, as a whole. Dashboards that read JMX lose half of their metrics after the upgrade.',

  *check({ broker }) {
    const { value, part } = broker.settings.list('metric.reporters');
    if (!part || !value || value.includes(REPORTER)) return;
    yield {
      span: part.text === '' ? part.entry.span : part.span,
      text: part.text === '' ? '"metric.reporters" is empty: metrics of Kafka are no longer in JMX.' : `"${part.text}" leaves out JmxReporter: metrics of Kafka are no longer in JMX.`,
      help: `Add ${REPORTER}.`,
      fixes: [replace('choice', 'Add JmxReporter', part.entry.valueSpan, [...value.filter((name) => name !== ''), REPORTER].join(','))],
    };
  },
});
