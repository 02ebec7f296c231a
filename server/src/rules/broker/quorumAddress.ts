import { replace } from '../finding';
import type { BrokenQuorumAddress, QuorumList } from '../../model/quorum';
import { brokerRule } from '../rule';
import { doesNotStart, quote, WIDE_COMMA } from './words';

/** The validators of RaftConfig (up to 3.6) and QuorumConfig; read with ZooKeeper too, since the type check comes first. */
export const quorumAddress = brokerRule({
  id: 'broker/quorum-address',
  severity: 'error',
  cites: ['kafka:controller.quorum.voters', 'kafka:controller.quorum.bootstrap.servers'],
  title: 'The address of a controller has a form that Kafka does not read',
  why: 'A voter is id@host:port, a bootstrap server host:port, and commas stand between them. A semicolon, a comma at the end or a missing port stops every node that has the line.',

  *check({ broker }) {
    for (const list of [broker.voters, broker.bootstrapServers]) {
      for (const broken of list.broken) {
        const { part, kafka } = broken;
        yield {
          span: part.text === '' ? list.part?.span ?? part.span : part.span,
          text: `${part.text === '' ? 'An empty element, a comma too many' : `${quote(part.text)} ${reason(broken, list)}`}. ${doesNotStart(broker)}`,
          help: part.text === '' ? 'Remove the comma.' : list.key === 'controller.quorum.voters' ? 'Write id@host:port, for example 1@controller1:9093, with commas between the voters.' : 'Write host:port, for example controller1:9093, with commas between the servers.',
          program: `Kafka: ${kafka}`,
          ...((part.text.includes(';') || part.text.includes(WIDE_COMMA)) && list.part ? { fixes: [replace('safe', 'Write commas between the controllers', list.part.span, list.part.text.replaceAll(/\s*[;\uFF0C]\s*/g, ',').replace(/,+$/, ''))] } : {}),
        };
      }
    }
  },
});

function reason({ reason: why, part }: BrokenQuorumAddress, { key }: QuorumList): string {
  if (part.text.includes(WIDE_COMMA)) return 'has a full-width comma, which divides nothing';
  switch (why) {
    case 'form': return part.text.includes(';') ? 'has a semicolon where a comma divides' : 'has no id before an @';
    case 'id': return 'is no whole number, and ids of controllers are';
    case 'port': return 'is no port: ports go up to 65535';
    case 'address': return key === 'controller.quorum.voters' ? 'is not of the form id@host:port' : 'is not of the form host:port';
  }
}
