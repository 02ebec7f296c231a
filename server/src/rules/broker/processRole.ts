import { replace } from '../finding';
import { brokerRule } from '../rule';
import { doesNotStart, quote } from './words';

/** ValidList of process.roles and KafkaConfig.parseProcessRoles; from 4.2 a role named twice counts once. */
export const processRole = brokerRule({
  id: 'broker/process-role',
  severity: 'error',
  cites: ['kafka:process.roles'],
  title: 'process.roles names something else than broker and controller, or one of them twice',
  why: 'The roles are lower-case words between commas: broker, controller, or both. Blanks around the comma are fine, a semicolon is not.',

  *check({ broker }) {
    const { items } = broker.roles;
    const seen = new Set<string>();
    for (const item of items) {
      const { text } = item;
      if (item.templated) continue;
      const isRole = text === 'broker' || text === 'controller';
      if (isRole && seen.has(text) && broker.in('<4.2')) {
        yield {
          span: item.span,
          text: `${quote(text)} stands twice. ${doesNotStart(broker)}`,
          help: 'Name each role once.',
          program: `Kafka: Duplicate role names found in \`process.roles\`: ${items.map((one) => one.text).join(', ')}`,
          ...(broker.roles.part ? { fixes: [replace('safe', 'Name each role once', broker.roles.part.span, [...new Set(items.map((one) => one.text))].join(','))] } : {}),
        };
      }
      seen.add(text);
      if (isRole || text === '') continue; // broker/empty-value
      const plain = [...text.toLowerCase().matchAll(/broker|controller/g)].map(([word]) => word);
      const rest = text.toLowerCase().replace(/broker|controller/g, '').replace(/[;,\s"'[\]|+&/]/g, '');
      yield {
        span: item.span,
        text: `${quote(text)} is no role. ${doesNotStart(broker)}`,
        help: 'Write broker, controller or broker,controller.',
        program: `Kafka: Invalid value ${text} for configuration process.roles: String must be one of: broker, controller`,
        ...(plain.length > 0 && rest === '' ? { fixes: [replace('safe', `Change to ${[...new Set(plain)].join(',')}`, item.span, [...new Set(plain)].join(','))] } : {}),
      };
    }
  },
});
