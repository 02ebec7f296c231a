import assert from 'node:assert/strict';
import { patternOfLog } from '../../server/src/features/logPattern';
import { readKafkaFile, type KafkaFile } from '../../server/src/model/file';

const read = (path: string, text: string): KafkaFile => {
  const file = readKafkaFile(path, text, { today: '2026-11-25' });
  assert.ok(file, path);
  return file;
};

const LOG4J1 = read('/b/log4j.properties', `log4j.rootLogger=INFO, stdout, server, json
log4j.appender.stdout=org.apache.log4j.ConsoleAppender
log4j.appender.stdout.layout=org.apache.log4j.PatternLayout
log4j.appender.stdout.layout.ConversionPattern=%d{ISO8601} %p console %m%n
log4j.appender.server=org.apache.log4j.RollingFileAppender
log4j.appender.server.File=\${kafka.logs.dir}/server.log
log4j.appender.server.layout=org.apache.log4j.PatternLayout
log4j.appender.server.layout.ConversionPattern=%d{HH:mm:ss,SSS} %-5p [%t] %c{1}: %m%n
log4j.appender.json=org.apache.log4j.RollingFileAppender
log4j.appender.json.File=/var/log/kafka/json.log
log4j.appender.json.layout=net.logstash.log4j.JSONEventLayoutV1
`);
const LOG4J2 = read('/b/log4j2.yaml', `Configuration:
  Appenders:
    RollingFile:
      - name: KafkaAppender
        fileName: "\${sys:kafka.logs.dir}/server.log"
        filePattern: "\${sys:kafka.logs.dir}/server.log.%d{yyyy-MM-dd-HH}"
        PatternLayout:
          pattern: "%d{DEFAULT} %level %logger %msg%n"
        TimeBasedTriggeringPolicy: { interval: 1 }
      - name: Other
        fileName: "\${sys:kafka.logs.dir}/other.log"
        filePattern: "other.log.%d{yyyy-MM-dd-HH}"
        PatternLayout:
          pattern: "\${logPattern}"
        TimeBasedTriggeringPolicy: { interval: 1 }
  Loggers:
    Root:
      level: INFO
      AppenderRef: [{ ref: KafkaAppender }, { ref: Other }]
`);

describe('the layout of a log', () => {
  it('is the one of the appender that writes it, for rotated files too', () => {
    for (const name of ['server.log', 'server.log.1', 'server.log.2026-11-25-03', 'server.log-20261125.gz']) assert.equal(patternOfLog(name, [LOG4J1]), '%d{HH:mm:ss,SSS} %-5p [%t] %c{1}: %m%n', name);
    assert.equal(patternOfLog('server.log', [LOG4J2]), '%d{DEFAULT} %level %logger %msg%n');
    assert.equal(patternOfLog('kafkaServer.out', [LOG4J1]), '%d{ISO8601} %p console %m%n');
  });

  it('is not known of other logs, other layouts and patterns with variables', () => {
    for (const name of ['observer.log', 'server.logs', 'server.log.old', 'json.log', '']) assert.equal(patternOfLog(name, [LOG4J1]), undefined, name);
    assert.equal(patternOfLog('other.log', [LOG4J2]), undefined);
    assert.equal(patternOfLog('server.log', []), undefined);
  });
});
