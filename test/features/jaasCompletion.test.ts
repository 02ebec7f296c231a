import assert from 'node:assert/strict';
import { brokerCompletion } from '../../server/src/features/completion/broker';
import { atCursor, lines } from './brokerFiles';

const SCRAM = 'org.apache.kafka.common.security.scram.ScramLoginModule';
const labels = (value: string): readonly string[] => {
  const { file, offset } = atCursor(lines(`listener.name.a.scram-sha-512.sasl.jaas.config=${value}`));
  return brokerCompletion(file, offset).map(({ label }) => label);
};

describe('completion inside a JAAS text', () => {
  it('offers login modules, then flags, then the options that are missing', () => {
    assert.ok(labels('|').includes('ScramLoginModule'));
    assert.deepEqual(labels(`${SCRAM} |`), ['required', 'requisite', 'sufficient', 'optional']);
    assert.deepEqual(labels(`${SCRAM} required |;`), ['username', 'password', 'tokenauth']);
    assert.deepEqual(labels(`${SCRAM} required username="a" |;`), ['password', 'tokenauth']);
  });

  it('replaces the word that is being typed', () => {
    const { file, offset } = atCursor(lines(`sasl.jaas.config=${SCRAM} required username="a" pass|;`));
    const entry = brokerCompletion(file, offset).find(({ label }) => label === 'password');
    assert.ok(entry);
    assert.equal(file.text.slice(entry.span.start, entry.span.end), 'pass');
  });

  it('is silent inside values and for modules of others', () => {
    assert.deepEqual(labels(`${SCRAM} required username="a|";`), []);
    assert.deepEqual(labels('com.example.LoginModule required |;'), []);
  });
});
