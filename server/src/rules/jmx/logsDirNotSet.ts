import { environmentRule } from '../rule';

const MAIN = /\b(?:kafka\.Kafka|org\.apache\.kafka\.connect\.cli\.Connect(?:Distributed|Standalone)|org\.apache\.zookeeper\.server\.quorum\.QuorumPeerMain)\b/;

/** Kafka's files write to `${kafka.logs.dir}`; kafka-run-class.sh sets it from LOG_DIR. log4j2.yaml of Kafka 4 falls back to ".", log4j 1 to an empty text. */
export const logsDirNotSet = environmentRule({
  id: 'jmx/logs-dir-not-set',
  severity: 'info',
  cites: ['guide:L1', 'https://github.com/apache/kafka/blob/trunk/config/log4j2.yaml'],
  title: 'Java is started without a directory for the logs',
  why: 'The scripts of Kafka name the directory of the logs. Without them Kafka 4 writes its logs into the working directory, Kafka 3 tries to write /server.log.',

  *check({ environment: { unit }, kind }) {
    const command = unit?.command;
    const main = MAIN.exec(command?.text ?? '');
    // What a variable brings may hold the option.
    if (kind.template || !command || !main || /\$|-Dkafka\.logs\.dir=|\.sh\b/.test(command.text) || !/(?:^|\/)java\b/.test(command.text)) return;
    const isPlain = command.span.end - command.span.start === command.text.length;
    yield {
      span: isPlain ? { start: command.span.start + main.index, end: command.span.start + main.index + main[0].length } : command.span,
      text: 'Nothing sets kafka.logs.dir here: the logs go to the working directory, or nowhere.',
      help: 'Write -Dkafka.logs.dir=/var/log/kafka in front of the class, or start Kafka with kafka-server-start.sh.',
    };
  },
});
