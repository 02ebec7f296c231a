import { brokerRule } from '../rule';
import { replace } from '../finding';
import { quote, requirementFailed } from './words';

/** KafkaConfig.validateValues from 3.1. */
export const controllerListenerOnBroker = brokerRule({
  id: 'broker/controller-listener-on-broker',
  severity: 'error',
  versions: '>=3.1',
  cites: ['kafka:controller.listener.names', 'https://github.com/bitnami/containers/issues/80579'],
  title: 'A node with the broker role alone opens a controller listener',
  why: 'On a broker, controller.listener.names says how the controllers are reached. The listener itself exists on the controllers only.',

  *check({ broker }) {
    const { roles, listeners } = broker;
    if (roles.mode !== 'kraft' || roles.controller) return;
    for (const endpoint of listeners.endpoints) {
      const { written } = endpoint;
      if (!written || !broker.isControllerListener(endpoint)) continue;
      const kept = listeners.endpoints.filter((other) => other !== endpoint).map((other) => other.written?.whole.text ?? '');
      yield {
        span: written.whole.span,
        text: `${quote(written.name.text)} is a controller listener, and this node has no controller role. The broker does not start.`,
        help: 'Remove it from listeners, or add controller to process.roles.',
        program: requirementFailed("controller.listener.names must not contain a value appearing in the 'listeners' configuration when running KRaft with just the broker role"),
        ...(kept.length > 0 && listeners.part && listeners.broken.length === 0 ? { fixes: [replace('choice', `Remove ${written.name.text} from listeners`, listeners.part.span, kept.join(','))] } : {}),
      };
    }
  },
});
