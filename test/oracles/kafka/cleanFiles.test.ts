/**
 * The files without a mistake (test/fixtures/clean) against the Kafka of their folder: each is accepted. Templates are filled in by others first.
 * The secrets that a file refers to are made for it: Kafka reads them before anything else.
 */
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { askKafka, missingProgram, prepareKafka } from './realKafka';

const FOLDER = path.resolve('test/fixtures/clean');
const COPIES = path.resolve('out/oracles/kafka/clean');
/** Where the secrets of the files lie on their machines. */
const SECRETS = '/etc/kafka/secrets';
const RELEASES: ReadonlyMap<string, string> = new Map([['2.8', '2.8.2'], ['3.3', '3.3.2'], ['3.6', '3.6.2'], ['3.9', '3.9.1'], ['4.1', '4.1.1'], ['4.4', '4.4.0']]);

describe('files without a mistake', () => {
  for (const line of readdirSync(FOLDER).filter((name) => name !== 'templates')) {
    it(`Kafka ${line} accepts all of its files`, async function () {
      const version = RELEASES.get(line);
      assert.ok(version !== undefined, `a release of ${line} to ask`);
      const missing = missingProgram([version]);
      if (missing !== undefined) {
        assert.ok(!process.env['CI'], missing);
        this.skip();
      }
      prepareKafka([version]);
      const files = copies(line);
      const verdicts = await askKafka(version, files);
      const refused = files.filter((file) => verdicts.get(file)?.stage !== 'accepts');
      assert.deepEqual(refused.map((file) => `${path.basename(file)}: ${verdicts.get(file)?.message ?? 'no answer'}`), []);
    });
  }
});

/** A setting whose whole value, or part of it, is a secret in a file or in a folder of secrets. */
const REFERENCE = /^([^#\s=]+)=.*?\$\{(file|dir):\/etc\/kafka\/secrets(?:\/([^:}]+))?:([^}]+)\}/gm;

/** The files of one folder, copied, with the secrets that they refer to at hand. */
function copies(line: string): readonly string[] {
  const folder = path.join(COPIES, line);
  const secrets = path.join(folder, 'secrets');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(secrets, { recursive: true });
  const files = new Map<string, Map<string, string>>();
  const written = readdirSync(path.join(FOLDER, line)).map((name) => {
    const text = readFileSync(path.join(FOLDER, line, name), 'utf8');
    for (const [, setting = '', provider, file = '', key = ''] of text.matchAll(REFERENCE)) {
      if (provider === 'dir') writeFileSync(path.join(secrets, key), secretOf(setting));
      else files.set(file, (files.get(file) ?? new Map<string, string>()).set(key, secretOf(setting)));
    }
    const copy = path.join(folder, name);
    writeFileSync(copy, text.replaceAll(SECRETS, secrets));
    return copy;
  });
  for (const [file, values] of files) writeFileSync(path.join(secrets, file), [...values].map(([key, value]) => `${key}=${value}\n`).join(''));
  return written;
}

function secretOf(setting: string): string {
  if (!setting.endsWith('sasl.jaas.config')) return 'secret';
  const login = setting.includes('.plain.') ? 'plain.PlainLoginModule' : 'scram.ScramLoginModule';
  return `org.apache.kafka.common.security.${login} required username="kafka" password="secret";`;
}
