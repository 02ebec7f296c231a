import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readingOf } from '../../client/webview/reading';

const texts = (message: string): string | undefined => readingOf(message)?.map(({ text }) => text.trim()).join(' | ');

describe('records that are read out', () => {
  it('say of a request its API, version, client and times', () => {
    const line = 'Completed request:{"isForwarded":false,"requestHeader":{"requestApiKey":1,"requestApiVersion":16,"correlationId":7,"clientId":"broker-2-fetcher-0","requestApiKeyName":"FETCH"},"request":{},"response":{},"connection":"x","totalTimeMs":1326.737,"requestQueueTimeMs":0.612,"localTimeMs":0.99,"remoteTimeMs":310.714}';
    assert.equal(texts(line), 'FETCH | v16 | broker-2-fetcher-0 | 1326.7 ms | queue 0.6  local 1.0  remote 310.7');
    assert.equal(readingOf(line)?.find(({ text }) => text.endsWith(' ms'))?.kind, 'bad');
    assert.equal(texts(line.slice(0, 180)), 'FETCH | v16 | broker-2-fetcher-0 | ');
    assert.equal(texts('Completed request:{"cut'), undefined);
  });

  it('say of a decision who may not do what', () => {
    assert.equal(texts('Principal = User:app is Denied operation = WRITE from host = 10.0.0.7 on resource = Topic:LITERAL:payments for request = Produce with resourceRefCount = 1'), 'Denied | WRITE on topic payments | for User:app from 10.0.0.7, request Produce');
    assert.equal(texts('Principal = User:app is Allowed Operation = Read from host = 10.0.0.7 on resource = Group:PREFIXED:pay for request = Fetch with resourceRefCount = 1'), 'Allowed | READ on group pay (prefixed) | for User:app from 10.0.0.7, request Fetch');
  });

  it('are those two only', () => {
    assert.equal(readingOf('[KafkaServer id=1] started'), undefined);
    assert.equal(readingOf(''), undefined);
  });

  it('are read in the request log of a real broker', () => {
    const messages = readFileSync('examples/cluster/broker-2/logs/kafka-request.log', 'utf8').split('\n').filter((line) => line.includes(' DEBUG Completed request:')).map((line) => line.slice(line.indexOf('Completed request:'), 5000));
    assert.ok(messages.length > 100);
    for (const message of messages) assert.match(texts(message) ?? '', /^[A-Z_]+ \| v\d+ \| [^|]* \| [\d.]+ ms \| queue /, message.slice(0, 200));
  });
});
