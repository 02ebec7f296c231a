import assert from 'node:assert/strict';
import { LEVELS } from '../../client/src/logEngine/engine';
import { patternName, recognise } from '../../client/src/logEngine/linePattern';
import { causeOf, headerText } from '../../client/src/logEngine/recordText';
import { recordsInMemory } from './indexing';

interface Shape {
  readonly text: string;
  readonly format: string;
  /** `line level time logger | message` of each record. */
  readonly records: readonly string[];
}

const KAFKA = ['[2026-11-25 03:46:54,960] WARN message with a line break:', '\tsecond line (kafka.server.ReplicaManager)', '[2026-11-25 03:46:55,001] ERROR [KafkaApi-1] Unexpected error (kafka.server.KafkaApis)', 'java.io.IOException: No space left on device', '\tat kafka.A.b(A.scala:1)'];
const behind = (prefix: string, suffix = ''): string => KAFKA.map((line) => `${prefix}${line}${suffix}\n`).join('');
const RECORDS = ['0 WARN 03:46:54.960 kafka.server.ReplicaManager | message with a line break:', '2 ERROR 03:46:55.001 kafka.server.KafkaApis | [KafkaApi-1] Unexpected error'];

/** Forms as the programs write them (log4j, the JVM, docker, containerd, kubectl, journalctl). */
const SHAPES: readonly Shape[] = [
  { format: 'Kafka pattern', text: behind(''), records: RECORDS },
  { format: 'Kafka pattern', text: behind('', '\r'), records: RECORDS },
  { format: 'Kafka pattern, coloured', text: behind('').replace(/^\[/gm, '\x1b[1;31m[').replace(/\)$/gm, ')\x1b[m'), records: RECORDS },
  { format: 'Kafka pattern behind docker compose', text: behind('kafka-1  | '), records: RECORDS },
  { format: 'Kafka pattern behind docker compose', text: behind('\x1b[36mkafka-1  | \x1b[0m'), records: RECORDS },
  { format: 'Kafka pattern behind docker times', text: behind('2026-11-25T03:46:54.960000417Z '), records: RECORDS },
  { format: 'Kafka pattern behind CRI', text: behind('2026-11-25T03:46:54.960000417Z stdout F '), records: RECORDS },
  { format: 'Kafka pattern behind kubectl', text: behind('[pod/kafka-0/kafka] '), records: RECORDS },
  { format: 'Kafka pattern behind journalctl', text: behind('Nov 25 03:46:54 broker1 kafka-server-start.sh[4211]: '), records: RECORDS },
  { format: 'Kafka pattern behind docker compose times', text: behind('kafka-1  | 2026-11-25T03:46:54.960000417Z '), records: RECORDS },
  { format: 'Kafka pattern behind kubectl times', text: behind('[pod/kafka-0/kafka] 2026-11-25T03:46:54.960000417Z '), records: RECORDS },
  { format: 'Kafka pattern behind journalctl', text: behind('2026-11-25T03:46:54+0000 broker1 kafka-server-start.sh[4211]: '), records: RECORDS },
  { format: 'Kafka pattern behind journalctl', text: behind('2026-11-25T03:46:54.960417+00:00 broker1 kafka: '), records: RECORDS },
  { format: 'Kafka pattern behind journalctl', text: behind('Nov 25 03:46:54.960417 broker1 kafka-server-start.sh[4211]: '), records: RECORDS },
  { format: 'Kafka pattern behind journalctl', text: behind('Wed 2026-11-25 03:46:54 UTC broker1 kafka-server-start.sh[4211]: '), records: RECORDS },
  { format: 'dated lines behind docker compose', text: 'zookeeper-1  | 2026-11-25T03:52:49.460Z [main] INFO  Server:69 - up\nzookeeper-1  | \tmore\n', records: ['0 INFO 03:52:49.460 Server | up'] },
  {
    format: 'dated lines', records: ['0 INFO 03:00:00.123 QuorumPeerConfig | Reading configuration from: /etc/zoo.cfg', '1 WARN 03:00:00.124 NIOServerCnxn | Unable to read: java.io.EOFException', '3 ERROR 03:00:00.125 o.a.z.s.q.QuorumPeer | Leader - gone'],
    text: '2026-11-25 03:00:00,123 [myid:] - INFO  [main:QuorumPeerConfig@136] - Reading configuration from: /etc/zoo.cfg\n2026-11-25 03:00:00,124 [myid:1] - WARN  [NIOServerCxn.Factory:0.0.0.0/0.0.0.0:2181:NIOServerCnxn@371] - Unable to read: java.io.EOFException\n\tat A.b(A.java:1)\n2026-11-25 03:00:00,125 [myid:1] - ERROR [QuorumPeer[myid=1](plain=[0:0:0:0:0:0:0:0]:2181):o.a.z.s.q.QuorumPeer@999] - Leader - gone\n',
  },
  { format: 'dated lines', text: '2026-11-25 03:00:00,123 INFORMATION about ERRORS here\n2026-11-25 03:00:00,124 [main] WARNING: careful\n', records: ['0  03:00:00.123 | INFORMATION about ERRORS here', '1 WARN 03:00:00.124 | careful'] },
  { format: 'GC log', text: '[0.005s][info][gc] Using G1\n[0.123s][warning][gc,heap] slow\n[123ms][debug][gc] x\n[123456ns][error][gc] y\n', records: ['0 INFO - gc | Using G1', '1 WARN - gc,heap | slow', '2 DEBUG - gc | x', '3 ERROR - gc | y'] },
  { format: 'GC log', text: '[2026-11-25T03:44:18.174+0000][0.014s][info ][gc,init] CPUs: 2\n', records: ['0 INFO 03:44:18.174 gc,init | CPUs: 2'] },
  {
    format: 'GC log', records: ['0  - | Java HotSpot(TM) 64-Bit Server VM (25.202-b08) for linux-amd64 JRE', '2  03:44:18.174 | [GC pause (G1 Evacuation Pause) (young), 0.0042 secs]', '4  03:44:19.174 | Total time for which application threads were stopped: 0.0001 seconds'],
    text: 'Java HotSpot(TM) 64-Bit Server VM (25.202-b08) for linux-amd64 JRE\nCommandLine flags: -XX:+UseG1GC\n2026-11-25T03:44:18.174+0000: 1.234: [GC pause (G1 Evacuation Pause) (young), 0.0042 secs]\n   [Parallel Time: 3.1 ms, GC Workers: 2]\n2026-11-25T03:44:19.174+0000: 2.234: Total time for which application threads were stopped: 0.0001 seconds\n',
  },
  { format: 'GC log', text: '1.234: [GC (Allocation Failure) 1.234: [ParNew: 1K->1K(2K), 0.0042 secs]\n2.234: [Full GC (System.gc())\n', records: ['0  - | [GC (Allocation Failure) 1.234: [ParNew: 1K->1K(2K), 0.0042 secs]', '1  - | [Full GC (System.gc())'] },
  { format: 'Kafka pattern in docker JSON', text: KAFKA.map((line) => `${JSON.stringify({ log: `${line}\n`, stream: 'stdout', time: '2026-11-25T03:46:54.960000417Z' })}\n`).join(''), records: RECORDS },
  { format: 'dated lines', text: '2026-11-25T03:52:49.460Z [main] INFO  ControllerServer:69 - [ControllerServer id=1] Starting\n\tmore\n2026-11-25T03:52:49.461+09:00 [main] ERROR KafkaServer:1 - died\n', records: ['0 INFO 03:52:49.460 ControllerServer | [ControllerServer id=1] Starting', '2 ERROR 03:52:49.461 KafkaServer | died'] },
  { format: 'dated lines', text: '2026-11-25 03:52:49,460 INFO kafka.Kafka$ - up\n2026-11-25 03:52:49,461 DEBUG x (a.b.C)\n', records: ['0 INFO 03:52:49.460 kafka.Kafka$ | up', '1 DEBUG 03:52:49.461 a.b.C | x'] },
  { format: 'GC log', text: '[2026-11-25T03:44:18.174+0000][gc] Using G1\n[2026-11-25T03:44:19.000+0000][gc,phases    ] GC(0)   Other: 0.1ms\n', records: ['0  03:44:18.174 gc | Using G1', '1  03:44:19.000 gc,phases | GC(0)   Other: 0.1ms'] },
  { format: 'GC log', text: '[2026-11-25T03:44:18.174+0000][12][warning][gc] slow\n', records: ['0 WARN 03:44:18.174 gc | slow'] },
  {
    format: 'JSON lines', records: ['0 INFO 03:52:49.460 kafka.A | started', '1 ERROR 03:54:39.695 kafka.B | failed'],
    text: '{"instant":{"epochSecond":1795578769,"nanoOfSecond":460153833},"thread":"main","level":"INFO","loggerName":"kafka.A","message":"started"}\n{"instant":{"epochSecond":1795578879,"nanoOfSecond":695354548},"thread":"main","level":"ERROR","loggerName":"kafka.B","message":"failed\\nsecond","thrown":{"name":"java.lang.E","message":"m","extendedStackTrace":[{"class":"A","method":"b","file":"A.java","line":7}],"cause":{"name":"java.io.IOException","message":"No space"}}}\n',
  },
  {
    format: 'JSON lines', records: ['0 INFO 03:46:54.960 kafka.A | ecs', '1 ERROR 03:46:54.961 kafka.B | bad'],
    text: '{"@timestamp":"2026-11-25T03:46:54.960Z","log.level":"INFO","message":"ecs","ecs.version":"1.2.0","log.logger":"kafka.A"}\n{"@timestamp":"2026-11-25T03:46:54.961Z","ecs.version":"1.2.0","log.level":"ERROR","message":"bad","log.logger":"kafka.B","error.type":"java.io.IOException","error.message":"No space","error.stack_trace":"java.io.IOException: No space\\n\\tat A.b\\n"}\n',
  },
  {
    format: 'JSON lines', records: ['0 WARN 03:46:54.960 kafka.A | logstash \\"level\\":\\"ERROR\\" inside'.replaceAll('\\\\', '').replaceAll('\\', '')],
    text: `{"@version":1,"source_host":"broker1","message":"logstash \\"level\\":\\"ERROR\\" inside","thread_name":"main","@timestamp":"2026-11-25T03:46:54.960+0000","padding":"${'x'.repeat(900)}","level":"WARN","logger_name":"kafka.A"}\n`,
  },
  { format: 'JSON lines', records: ['0 WARN 03:46:54.960 kafka.A | gelf'], text: '{"version":"1.1","host":"broker1","short_message":"gelf","timestamp":1795578414.960,"level":4,"_logger":"kafka.A"}\n' },
  { format: 'JSON lines', records: ['0 FATAL 03:46:54.960 kafka.A | cloud'], text: '{"timestamp":"2026-11-25T03:46:54.960Z","severity":"CRITICAL","message":"cloud","logger":"kafka.A"}\n' },
  { format: 'JSON lines', records: ['0 DEBUG 03:46:54.960 kafka.A | millis'], text: '{"timeMillis":1795578414960,"level":"debug","loggerName":"kafka.A","message":"millis"}\n' },
  { format: 'JSON lines', records: ['0 INFO - kafka.A | no time', '1  - | {"broken":'], text: '{"level":"INFO","loggerName":"kafka.A","message":"no time"}\n{"broken":\n' },
  { format: 'JSON objects', text: '{\n  "instant" : {\n    "epochSecond" : 1795578769,\n    "nanoOfSecond" : 460153833\n  },\n  "level" : "INFO",\n  "loggerName" : "kafka.A",\n  "message" : "started"\n}\n', records: ['0 INFO 03:52:49.460 kafka.A | started'] },
  { format: 'plain text', text: 'Java HotSpot(TM) warning\nUsage: kafka\n', records: ['0  - | Java HotSpot(TM) warning', '1  - | Usage: kafka'] },
];

function recordsOf(text: string): string[] {
  return recordsInMemory(text).records.map(({ line, level, time, logger, message }) => `${line} ${LEVELS[level]} ${Number.isNaN(time) ? '-' : new Date(time).toISOString().slice(11, 23)} ${logger === '' ? '' : `${logger} `}| ${message}`);
}

describe('linePattern', () => {
  for (const { format, text, records } of SHAPES) {
    it(`recognises ${format}: ${JSON.stringify(text.slice(0, 40))}`, () => {
      assert.equal(patternName(recognise(Buffer.from(text))), format);
      assert.deepEqual(recordsOf(text), records);
    });
  }

  it('finds the cause: the last one named, else the exception', () => {
    assert.equal(causeOf(['java.lang.A: outer', '\tat x', 'Caused by: java.io.IOException: inner', '\t... 1 more']), 'java.io.IOException: inner');
    assert.equal(causeOf(['java.io.IOException: only']), 'java.io.IOException: only');
    assert.equal(causeOf(['\tlog.dirs = /data']), undefined);
    const thrown = headerText({ prefix: 'none', body: 'json' }, SHAPES.find((shape) => shape.format === 'JSON lines')?.text.split('\n')[1] ?? '', []);
    assert.deepEqual(thrown.rest, ['second', 'java.lang.E: m', '\tat A.b(A.java:7)', 'Caused by: java.io.IOException: No space']);
  });

  it('is plain text for anything else, and for nothing', () => {
    for (const text of ['', '\0\0\0', '[', '[2026', '{', '\x1b[', 'a | b']) assert.equal(recognise(Buffer.from(text)).body, 'plain', JSON.stringify(text));
  });
});
