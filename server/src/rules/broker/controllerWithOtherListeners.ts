import { brokerRule } from '../rule';
import { quote, requirementFailed } from './words';

/** KafkaConfig.validateValues from 3.1: on a node with the controller role alone, upper-case listener names must stand letter by letter in controller.listener.names. */
export const controllerWithOtherListeners = brokerRule({
  id: 'broker/controller-with-other-listeners',
  severity: 'error',
  versions: '>=3.1',
  cites: ['kafka:listeners', 'kafka:controller.listener.names'],
  title: 'A node with the controller role alone has a listener that is no controller listener',
  why: 'Controllers serve brokers and controllers only. Listener names are kept in upper case, so controller.listener.names is written in upper case too.',

  *check({ broker }) {
    const { roles, listeners, controllerNames } = broker;
    if (roles.mode !== 'kraft' || roles.broker || !controllerNames.complete || controllerNames.names.length === 0 || broker.countsAsControllersOnly) return;
    for (const endpoint of listeners.endpoints) {
      const { listener, written } = endpoint;
      if (listener === undefined || broker.isControllerListener(endpoint)) continue;
      if (!written) continue; // broker/controller-listener-missing
      if (controllerNames.names.some((name) => name.toUpperCase() === listener)) continue; // broker/controller-listener-missing
      yield {
        span: written.whole.span,
        text: `${quote(written.name.text)} is not among the controller listeners ${controllerNames.names.join(', ')}. This controller does not start.`,
        help: `Leave it out, or add ${listener} to controller.listener.names on every node.`,
        program: requirementFailed('The listeners config must only contain KRaft controller listeners from controller.listener.names when process.roles=controller'),
        related: controllerNames.part ? [{ span: controllerNames.part.span, text: 'the controller listeners' }] : [],
      };
    }
  },
});
