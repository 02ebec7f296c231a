import { connectProblem, type ConnectProblem } from '../../model/zookeeperConnect';
import { replace } from '../finding';
import { brokerRule } from '../rule';
import { quote } from './words';

/** ZooKeeper's client, which KafkaServer makes up to 3.9; KafkaConfig itself takes any text. */
export const zookeeperConnect = brokerRule({
  id: 'broker/zookeeper-connect',
  severity: 'error',
  versions: '<=3.9',
  cites: ['kafka:zookeeper.connect'],
  title: 'zookeeper.connect has a form that the client of ZooKeeper does not read',
  why: 'The value is host:port,host:port, and one path for all at the end. A slash at its end, a port above 65535 or no host at all end the start.',

  *check({ broker }) {
    const part = broker.settings.part('zookeeper.connect');
    const problem = broker.roles.mode === 'zookeeper' && part && !(part.templated && part.shape.startsWith('\uE000')) ? connectProblem(part) : undefined;
    if (!problem) return;
    yield {
      span: problem.part.text === '' ? problem.part.entry.span : problem.part.span,
      ...(problem.hasOthers ? { severity: 'warning' as const } : {}),
      text: `${reason(problem)}. ${problem.hasOthers ? 'The broker reaches the other servers only.' : 'The broker does not start.'}`,
      help: 'Write host1:2181,host2:2181,host3:2181, and behind the last one a path such as /kafka if the brokers have one.',
      ...(problem.hasOthers ? {} : { program: `Kafka with ZooKeeper: ${problem.program}` }),
      ...(problem.reason === 'comma' ? { fixes: [replace(problem.hasOthers ? 'choice' : 'safe', 'Write commas between the servers', problem.part.span, problem.part.text.replaceAll(/\s*\uFF0C\s*/g, ','))] } : {}),
    };
  },
});

function reason({ reason: why, part }: ConnectProblem): string {
  switch (why) {
    case 'no-host': return part.text === '' ? '"zookeeper.connect" has no value' : `${quote(part.text)} names no host`;
    case 'port': return `${quote(part.text)} is no port`;
    case 'comma': return `${quote(part.text)} has a full-width comma and is one host, which no name server knows`;
    case 'path': return part.text.endsWith('/') ? `${quote(part.text)} ends in a slash` : `${quote(part.text)} is no path of ZooKeeper`;
    case 'bracket': return `${quote(part.text)} has brackets that do not hold an address and a port`;
  }
}
