import type { Span } from '../../documents/span';
import type { BrokerFile } from '../../model/file';
import type { Finding } from '../finding';
import { brokerRule } from '../rule';
import { doesNotStart, requirementFailed } from './words';

/**
 * Keys without a default: zookeeper.connect up to 3.9, process.roles and node.id from 4.0, controller.listener.names in KRaft
 * (3.0 with the controller role, 3.1 without; a ConfigDef requirement from 4.2). A template may bring them from elsewhere.
 */
export const requiredSettingMissing = brokerRule({
  id: 'broker/required-setting-missing',
  severity: 'error',
  cites: ['kafka:process.roles', 'kafka:node.id', 'kafka:controller.listener.names', 'kafka:zookeeper.connect'],
  title: 'A setting without a default is missing',
  why: 'Kafka 4 has no ZooKeeper mode: without process.roles it does not start. With ZooKeeper, up to 3.9, zookeeper.connect is the one setting that must be there.',

  *check(file) {
    if (file.broker.template) return;
    yield* missing(file);
  },
});

function* missing(file: BrokerFile): Iterable<Finding> {
  const { broker } = file;
  const { roles, settings, controllerNames } = broker;
  const required = (key: string): string => `Kafka: Missing required configuration "${key}" which has no default value.`;
  if (broker.in('>=4.0')) {
    if (!roles.part) {
      const zookeeper = settings.part('zookeeper.connect');
      yield {
        span: (zookeeper ?? idOf(file))?.entry.keySpan ?? firstLine(file),
        text: `process.roles is missing${zookeeper ? ', and Kafka 4 does not read zookeeper.connect' : ''}. The broker does not start.`,
        help: 'Write process.roles=broker, process.roles=controller or process.roles=broker,controller.',
        program: required('process.roles'),
      };
    } else if (roles.part.text === '' && broker.in('>=4.2')) {
      yield {
        span: roles.part.entry.span,
        text: '"process.roles" has no value: the node has no role. It does not start.',
        help: 'Write broker, controller or broker,controller.',
        program: "Kafka: Configuration 'process.roles' must not be empty. Valid values include: [broker, controller]",
      };
    }
    if (!settings.part('node.id') && !settings.part('broker.id')) {
      yield { span: roles.part?.entry.keySpan ?? firstLine(file), text: `node.id is missing. ${doesNotStart(broker)}`, help: 'Write node.id and a number that no other node of the cluster has.', program: required('node.id') };
    }
  }
  if (roles.mode === 'zookeeper' && !settings.part('zookeeper.connect') && broker.in('<4.0')) {
    yield {
      span: roles.part?.entry.span ?? idOf(file)?.entry.keySpan ?? firstLine(file),
      text: 'zookeeper.connect is missing. The broker does not start.',
      help: 'Write zookeeper.connect=host:2181, or process.roles for a cluster without ZooKeeper.',
      program: broker.in('>=2.8') ? 'Kafka: Missing required configuration `zookeeper.connect` which has no default value.' : required('zookeeper.connect'),
    };
  }
  const isBound = broker.in('>=4.2') || (roles.mode === 'kraft' && broker.in(roles.controller ? '>=3.0' : '>=3.1'));
  if (isBound && controllerNames.items.length === 0 && controllerNames.complete && !(controllerNames.part && broker.in('>=4.2'))) {
    yield {
      span: controllerNames.part?.entry.span ?? roles.part?.span ?? firstLine(file),
      text: `controller.listener.names ${controllerNames.part ? 'has no value' : 'is missing'}. ${doesNotStart(broker)}`,
      help: `Write controller.listener.names=CONTROLLER, or the name that the controllers' listeners have.`,
      program: broker.in('>=4.2') ? required('controller.listener.names') : requirementFailed(controllerNamesWords(roles.controller)),
    };
  }
}

function controllerNamesWords(isController: boolean): string {
  return isController
    ? "controller.listener.names must contain at least one value appearing in the 'listeners' configuration when running the KRaft controller role"
    : 'controller.listener.names must contain at least one value when running KRaft with just the broker role';
}

const idOf = ({ broker }: BrokerFile): { readonly entry: { readonly keySpan: Span } } | undefined => broker.settings.part('node.id') ?? broker.settings.part('broker.id');

function firstLine({ document }: BrokerFile): Span {
  return document.entries[0]?.keySpan ?? { start: 0, end: 0 };
}
