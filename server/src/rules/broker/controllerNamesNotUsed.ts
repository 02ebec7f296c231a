import { brokerRule } from '../rule';

/** KafkaConfig from 3.1 says so in a WARN. */
export const controllerNamesNotUsed = brokerRule({
  id: 'broker/controller-names-not-used',
  severity: 'info',
  versions: '>=3.1',
  cites: ['kafka:controller.listener.names'],
  title: 'A broker uses the first controller listener only',
  why: 'A node with the broker role alone connects to the controllers through the first name in controller.listener.names.',

  *check({ broker }) {
    const { roles, controllerNames } = broker;
    const [first, ...others] = controllerNames.items;
    if (roles.mode !== 'kraft' || roles.controller || !first) return;
    for (const item of others) {
      if (item.text === first.text) continue;
      yield {
        span: item.span,
        text: `Not used: a broker connects to the controllers through ${first.text}, the first name.`,
        help: 'Put the name that the broker is to use first.',
        program: 'Kafka: controller.listener.names has multiple entries; only the first will be used since process.roles=broker',
      };
    }
  },
});
