import { replace } from '../finding';
import { brokerRule } from '../rule';
import { doesNotStart, quote, requirementFailed } from './words';

/** KafkaConfig.validateValues: from 3.0 at least one of controller.listener.names is a listener of a controller, from 3.1 all are. Compared letter by letter with names in upper case. */
export const controllerListenerMissing = brokerRule({
  id: 'broker/controller-listener-missing',
  severity: 'error',
  versions: '>=3.0',
  cites: ['kafka:controller.listener.names', 'kafka:listeners'],
  title: 'A controller lacks a listener that controller.listener.names names',
  why: 'A node with the controller role opens every listener of controller.listener.names. Kafka keeps listener names in upper case and compares the names here letter by letter.',

  *check({ broker }) {
    const { roles, listeners, controllerNames } = broker;
    if (!roles.controller || !listeners.complete || listeners.broken.length > 0) return;
    const present = listeners.endpoints.map(({ listener }) => listener ?? '');
    const atLeastOne = controllerNames.names.some((name) => present.includes(name));
    for (const item of controllerNames.items) {
      const { text } = item;
      if (item.templated || present.includes(text) || (atLeastOne && broker.in('<3.1'))) continue;
      const upper = text.trim().toUpperCase();
      const isCase = text !== upper && present.includes(upper);
      if (text === '') {
        yield { span: controllerNames.part?.span ?? item.span, text: `An empty element, a comma too many. ${doesNotStart(broker)}`, help: 'Remove the comma.', program: broker.in('>=3.9') ? 'Kafka: The provided listener name is null or empty string' : requirementFailed("controller.listener.names must only contain values appearing in the 'listeners' configuration when running the KRaft controller role") };
        continue;
      }
      const isLast = !atLeastOne && controllerNames.complete;
      yield {
        span: item.span,
        text: isCase && text.startsWith(' ') ? `${quote(text)} has a blank in front, which Kafka keeps up to 4.0. ${doesNotStart(broker)}` : isCase ? `${quote(text)} is compared letter by letter, and the listener is named ${upper}. ${doesNotStart(broker)}` : `${quote(text)} is not among the listeners ${present.join(', ')}. ${doesNotStart(broker)}`,
        help: isCase ? `Write ${upper}.` : `Add ${upper}://:9093 to listeners${text === upper ? '' : `, and write ${upper} here`}.`,
        program: requirementFailed(isLast && !(isCase && !roles.broker && broker.in('>=3.1'))
          ? "controller.listener.names must contain at least one value appearing in the 'listeners' configuration when running the KRaft controller role"
          : isCase && isLast ? 'The listeners config must only contain KRaft controller listeners from controller.listener.names when process.roles=controller'
            : "controller.listener.names must only contain values appearing in the 'listeners' configuration when running the KRaft controller role"),
        ...(isCase ? { fixes: [replace('safe', `Change to ${upper}`, item.span, upper)] } : {}),
        related: listeners.part ? [{ span: listeners.part.span, text: 'the listeners' }] : [],
      };
    }
  },
});
