import { RECORD_VERSION_1, RECORD_VERSION_2, recordVersion, releaseOrder } from '../../model/releases';
import type { BrokerModel } from '../../model/broker';
import { brokerRule } from '../rule';
import { quote, doesNotStart, requirementFailed } from './words';

/** KafkaConfig.validateValues up to 3.9: record versions of log.message.format.version and inter.broker.protocol.version; zstd and SASL need newer ones. */
export const messageFormatVersion = brokerRule({
  id: 'broker/message-format-version',
  severity: 'error',
  versions: '<=3.9',
  cites: ['kafka:log.message.format.version', 'kafka:inter.broker.protocol.version'],
  title: 'The brokers speak an older protocol than records are stored in',
  why: 'Records are stored in the format of log.message.format.version. A protocol between brokers from before that format could not carry them.',

  *check({ broker }) {
    const { settings } = broker;
    const protocol = release(broker, 'inter.broker.protocol.version');
    if (!protocol?.part) return;
    const { part, order, text } = protocol;
    const format = release(broker, 'log.message.format.version');
    if (format && recordVersion(format.order) > recordVersion(order)) {
      const place = format.part ?? part;
      yield {
        span: place.span,
        text: `${quote(place.text)} does not fit: records are stored as in Kafka ${format.text}, and brokers speak as in ${text}. ${doesNotStart(broker)}`,
        help: format.part ? `Write ${text} or older, or raise inter.broker.protocol.version.` : 'Raise inter.broker.protocol.version, or write an old log.message.format.version too.',
        program: requirementFailed(`log.message.format.version ${format.text} can only be used when inter.broker.protocol.version is set to version ${RECORD_VERSION_2} or higher`),
        related: format.part ? [{ span: part.span, text: 'inter.broker.protocol.version' }] : [],
      };
    }
    const codec = settings.number('offsets.topic.compression.codec');
    if (codec.value === 4 && recordVersion(order) < 2) {
      yield {
        span: codec.part?.span ?? part.span,
        text: `"4" is zstd, which brokers speak from Kafka 0.11 (${RECORD_VERSION_2}) on, and here as in ${text}. ${doesNotStart(broker)}`,
        help: 'Write another codec, or raise inter.broker.protocol.version.',
        program: requirementFailed(`offsets.topic.compression.codec zstd can only be used when inter.broker.protocol.version is set to version ${RECORD_VERSION_2} or higher`),
      };
    }
    const { protocol: speaks } = broker.interBroker;
    const mechanism = settings.word('sasl.mechanism.inter.broker.protocol').value;
    const oldest = releaseOrder(RECORD_VERSION_1);
    if (speaks?.startsWith('SASL') && typeof mechanism === 'string' && mechanism !== 'GSSAPI' && oldest !== undefined && order < oldest) {
      yield {
        span: part.span,
        text: `${quote(text)} knows only GSSAPI between brokers, and sasl.mechanism.inter.broker.protocol is ${mechanism}. ${doesNotStart(broker)}`,
        help: 'Raise inter.broker.protocol.version to 0.10.0 or newer.',
        program: requirementFailed('Only GSSAPI mechanism is supported for inter-broker communication with SASL when inter.broker.protocol.version is set to 0.9.0'),
      };
    }
  },
});

function release(broker: BrokerModel, key: string): { readonly text: string; readonly order: number; readonly part: BrokerModel['interBroker']['part'] } | undefined {
  const { value, part } = broker.settings.word(key);
  if (typeof value !== 'string' || broker.settings.problems.some((problem) => problem.key === key)) return undefined;
  const order = releaseOrder(value);
  return order === undefined ? undefined : { text: value, order, part };
}
