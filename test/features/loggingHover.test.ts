import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { hover } from '../../server/src/features/hover';
import { readKafkaFile } from '../../server/src/model/file';

const EXAMPLE = readFileSync('examples/cluster/broker-2/log4j.properties', 'utf8');
const YAML = `Configuration:
  Appenders:
    RollingFile:
      - name: ServerAppender
        fileName: "\${sys:kafka.logs.dir}/server.log"
        filePattern: "\${sys:kafka.logs.dir}/server.log.%d{yyyy-MM-dd-HH}"
        PatternLayout:
          pattern: "[%d] %p %m (%c)%n"
        TimeBasedTriggeringPolicy:
          interval: 1
  Loggers:
    Root:
      level: INFO
      AppenderRef:
        - ref: ServerAppender
    Logger:
      - name: org.apache.kafka
        level: DEBUG
`;

function at(path: string, text: string, words: string, into = 0): string {
  const file = readKafkaFile(path, text, { today: '2026-11-25' });
  assert.ok(file);
  const offset = text.indexOf(words) + into;
  assert.ok(offset >= into, `${words} stands in the file`);
  return hover(file, offset)?.markdown ?? '';
}

describe('hover in logging files', () => {
  it('says what a level writes, where to, what it costs, and how to go without a restart', () => {
    const text = at('log4j.properties', EXAMPLE, '=DEBUG, requestAppender', 2);
    assert.match(text, /^\*\*DEBUG\*\* — internal state, more detail than INFO/);
    assert.match(text, /Here it concerns `kafka\.request\.logger`.*\*\*kafka-request\.log\*\*/);
    assert.match(text, /18 MB a minute, 25 GB a day, 5,700 times as much as INFO/);
    assert.match(text, /takes effect when the broker restarts.*command:kafkaConfig\.copyText/);
    assert.match(text, /TRACE · \*\*DEBUG\*\* · INFO/);
  });

  it('says who receives a logger, and from where its level comes', () => {
    const text = at('log4j.properties', EXAMPLE, 'log4j.logger.kafka=INFO', 14);
    assert.match(text, /\*\*kafka\*\*/);
    assert.match(text, /through the root logger/);
  });

  it('says what the log of an appender records, and whether anything deletes it', () => {
    const text = at('log4j.properties', EXAMPLE, 'log4j.appender.requestAppender=', 16);
    assert.match(text, /\*\*requestAppender\*\* writes \*\*kafka-request\.log\*\*/);
    assert.match(text, /What was received from clients/);
    assert.match(text, /Receives \| kafka\.request\.logger at DEBUG/);
    assert.match(text, /at 100 MB, 10 old files are kept/);
  });

  it('reads log4j2.yaml as well', () => {
    assert.match(at('log4j2.yaml', YAML, 'DEBUG', 1), /org\.apache\.kafka/);
    assert.match(at('log4j2.yaml', YAML, 'ServerAppender\n        file', 1), /every hour, never deleted/);
  });

  it('never throws, whatever the text is', () => {
    const parts = fc.array(fc.constantFrom('log4j.', 'logger.', 'rootLogger', '=', 'DEBUG', ',', ' a', '\n', '\\', 'appender.a', '.File', 'additivity.kafka', '${', 'kafka', '#'), { maxLength: 40 });
    fc.assert(fc.property(parts, fc.nat(200), (pieces, offset) => {
      const text = pieces.join('');
      const file = readKafkaFile('log4j.properties', text, { today: '2026-11-25' });
      const found = file && hover(file, Math.min(offset, text.length));
      assert.ok(!found || (found.span.start >= 0 && found.span.end <= text.length));
    }));
  });
});
