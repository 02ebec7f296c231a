import { environmentRule } from '../rule';
import { quote } from './words';

/** kafka-run-class.sh from 4.0: `[[ $KAFKA_LOG4J_OPTS =~ log4j\.[^ ]+(\.properties|\.xml)$ ]]`. */
const NOTICED = /log4j\.[^ ]+(?:\.properties|\.xml)$/;

export const compatibilityNotSwitchedOn = environmentRule({
  id: 'jmx/compatibility-not-switched-on',
  severity: 'warning',
  versions: '>=4.0',
  cites: ['guide:L3', 'https://github.com/apache/kafka/pull/18290'],
  title: 'A file of log4j 1 that Kafka 4 does not notice',
  why: 'log4j 2 reads a file named by log4j2.configurationFile in its own grammar. A file of log4j 1 there gives no records and no complaint.',

  *check({ environment: { options, get }, context }) {
    const variable = get('KAFKA_LOG4J_OPTS');
    if (!context.versionKnown || !variable || variable.expansions.length > 0 || NOTICED.test(variable.value)) return;
    for (const option of options) {
      const isNamed = option.name === 'log4j2.configurationFile' || option.name === 'log4j.configurationFile';
      if (option.variable !== variable || option.templated || !isNamed || !/(?:^|[/:])(?:[\w-]+-)?log4j\.properties$/.test(option.value ?? '')) continue;
      yield {
        span: option.valueSpan,
        text: `${quote(option.value ?? '')} is a file of log4j 1, read as one of log4j 2. The broker writes no records and says nothing.`,
        help: 'Convert it to log4j2.yaml, or name it with -Dlog4j.configuration=file:/etc/kafka/log4j.properties as the last option.',
      };
    }
  },
});
