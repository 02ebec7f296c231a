import { environmentRule } from '../rule';

/** Properties that Kafka warns about at start, since when, and what is written instead (JaasContext and Mx4jLoader of 4.2.1). */
const DEPRECATED: Readonly<Record<string, { readonly text: string; readonly help: string; readonly program?: string }>> = {
  'org.apache.kafka.disallowed.login.modules': {
    text: 'is deprecated since Kafka 4.2: a list of what is forbidden lets every other login module in.',
    help: 'List the login modules that may be used in -Dorg.apache.kafka.allowed.login.modules=.',
    program: "Kafka: System property 'org.apache.kafka.disallowed.login.modules' is deprecated and will be removed in a future release. Use 'org.apache.kafka.allowed.login.modules' instead.",
  },
  kafka_mx4jenable: { text: 'is deprecated since Kafka 4.2, and MX4J itself is no longer maintained.', help: 'Read metrics through JMX or an exporter agent, and remove the property.' },
};

export const propertyDeprecated = environmentRule({
  id: 'jmx/property-deprecated',
  severity: 'info',
  versions: '>=4.2',
  cites: ['https://kafka.apache.org/42/getting-started/upgrade/'],
  title: 'A system property that a later Kafka does not read',
  why: 'It works today and goes with the next major release. What it protected or opened is then no longer so, without an error.',

  *check({ environment: { options } }) {
    for (const option of options) {
      const found = option.kind === 'system-property' && Object.hasOwn(DEPRECATED, option.name) ? DEPRECATED[option.name] : undefined;
      if (!found) continue;
      const start = option.span.start + '-D'.length;
      yield { span: { start, end: start + option.name.length }, tag: 'deprecated', ...found, text: `"${option.name}" ${found.text}` };
    }
  },
});
