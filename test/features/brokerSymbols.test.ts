import assert from 'node:assert/strict';
import { brokerSymbols } from '../../server/src/features/symbols/broker';
import type { OutlineSymbol } from '../../server/src/features/feature';
import { brokerFile, lines } from './brokerFiles';

/** The outline as a tree of lines. */
function drawn(symbols: readonly OutlineSymbol[], indent = ''): readonly string[] {
  return symbols.flatMap(({ name, detail, children }) => [`${indent}${name}${detail === undefined ? '' : `: ${detail}`}`, ...drawn(children, `${indent}  `)]);
}

describe('outline of server.properties', () => {
  it('groups settings by meaning, listeners as branches', () => {
    const symbols = brokerSymbols(brokerFile(lines(
      'log.dirs=/d1', 'listeners=INTERNAL://:9092,SSL://:9093', 'advertised.listeners=INTERNAL://b1:9092', 'listener.security.protocol.map=INTERNAL:SASL_PLAINTEXT,SSL:SSL',
      'listener.name.internal.plain.sasl.jaas.config=x password="hunter2";', 'listener.name.ssl.ssl.keystore.location=/k.jks', 'ssl.client.auth=required', 'ssl.key.password=hunter2',
      'num.io.threads=8', 'log.retention.hours=168', 'my.plugin=1',
    )));
    assert.deepEqual(drawn(symbols), [
      'Identity', '  broker.id: 1',
      'Listeners',
      '  INTERNAL://:9092: SASL_PLAINTEXT', '    Advertised: INTERNAL://b1:9092', '    Mechanisms: GSSAPI by default', '    Principals: org.apache.kafka.common.security.authenticator.Defa…'
        .replace(/: org.*/, ': org.apache.kafka.common.security.authenticator.DefaultKafkaPrincipalBuilder by default'),
      '    plain.sasl.jaas.config: •••',
      '  SSL://:9093', '    Certificate: /k.jks', '    Client authentication: required', '    Principals: DEFAULT by default',
      '  listeners: INTERNAL://:9092,SSL://:9093', '  advertised.listeners: INTERNAL://b1:9092', '  listener.security.protocol.map: INTERNAL:SASL_PLAINTEXT,SSL:SSL',
      'Storage', '  log.dirs: /d1',
      'Retention', '  log.retention.hours: 168',
      'Threads and sockets', '  num.io.threads: 8',
      'Security', '  ssl.client.auth: required', '  ssl.key.password: •••',
      'Other', '  my.plugin: 1',
    ]);
  });

  it('never lets two groups overlap, and keeps the selection inside', () => {
    const symbols = brokerSymbols(brokerFile(lines('num.io.threads=8', 'log.dirs=/a', 'num.network.threads=3', 'log.segment.bytes=1048576')));
    for (const [index, group] of symbols.entries()) {
      assert.ok(group.span.start <= group.selectionSpan.start && group.selectionSpan.end <= group.span.end);
      for (const other of symbols.slice(index + 1)) assert.ok(group.span.end <= other.span.start || other.span.end <= group.span.start, `${group.name} and ${other.name}`);
    }
  });

  it('is empty for an empty file', () => {
    assert.deepEqual(brokerSymbols(brokerFile('')), []);
  });
});
