import { replace } from '../finding';
import { brokerRule } from '../rule';
import { doesNotStart, quote } from './words';

const STANDARD = 'org.apache.kafka.metadata.authorizer.StandardAuthorizer';

/** AclAuthorizer keeps its rules in ZooKeeper and dies without zookeeper.connect (up to 3.9); from 4.0 the class is gone (broker/class-not-found). */
export const authorizerWithoutZookeeper = brokerRule({
  id: 'broker/authorizer-without-zookeeper',
  severity: 'error',
  versions: '<=3.9',
  cites: ['kafka:authorizer.class.name', 'https://github.com/apache/kafka/pull/12673'],
  title: 'AclAuthorizer without a ZooKeeper',
  why: 'AclAuthorizer reads and writes its rules in ZooKeeper. In KRaft the rules are in the metadata log, and StandardAuthorizer reads them.',

  *check({ broker }) {
    const part = broker.settings.part('authorizer.class.name');
    const connect = broker.settings.part('zookeeper.connect');
    if (broker.roles.mode !== 'kraft' || part?.text !== 'kafka.security.authorizer.AclAuthorizer' || (connect && connect.text !== '')) return;
    yield {
      span: part.span,
      text: `${quote(part.text)} needs a ZooKeeper, and zookeeper.connect is missing. ${doesNotStart(broker)}`,
      help: `Write ${STANDARD} (from Kafka 3.2).`,
      program: 'Kafka: java.lang.NullPointerException',
      fixes: [replace('choice', 'Change to StandardAuthorizer', part.span, STANDARD)],
    };
  },
});
