/**
 * Our reading of JAAS texts against Kafka's own JaasContext: refused or taken, in the same words, with the same options.
 * JAAS_CASES: how many texts (6,000); JAAS_SEED: which ones (1). Jars and their cache as in test/oracles/kafka.
 */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseProperties } from '../../../server/src/documents/properties';
import { parseVersion } from '../../../server/src/knowledge/version';
import { parseJaas } from '../../../server/src/model/jaas';
import { moduleNotAllowed } from '../../../server/src/model/loginModules';
import { ValuePart } from '../../../server/src/model/valuePart';
import { Chance } from '../kafka/chance';
import { classPathOf, missingProgram, prepareJars } from '../kafka/realKafka';
import { generatedText } from './generatedText';

const VERSIONS = ['2.8.2', '3.9.0', '3.9.1', '4.4.0'];
const CASES = Number(process.env['JAAS_CASES'] ?? '6000');
const SEED = Number(process.env['JAAS_SEED'] ?? '1');
const CLASSES = path.resolve('out/oracles/jaas/classes');

describe('JaasContext of Kafka', function () {
  for (const version of VERSIONS) {
    it(`of ${version} reads ${CASES} texts as we do (seed ${SEED})`, async function () {
      const missing = missingProgram([version]);
      if (missing !== undefined) {
        assert.ok(!process.env['CI'], missing);
        console.log(`      skipped: ${missing}`);
        this.skip();
      }
      prepareJars([version]);
      const chance = new Chance(SEED);
      const files = Array.from({ length: CASES }, () => `jaas=${generatedText(chance)}\n`);
      const verdicts = await askJaasContext(version, files);
      assert.equal(verdicts.length, files.length, 'one verdict for each text');
      const differences = files.flatMap((file, i) => {
        const ours = ourVerdict(file, version);
        return ours === verdicts[i] ? [] : [`${JSON.stringify(file)}\n        Kafka: ${verdicts[i] ?? ''}\n        we:    ${ours}`];
      });
      const refused = verdicts.filter((verdict) => verdict.startsWith('refuses')).length;
      console.log(`      ${version}: ${refused} refused, ${files.length - refused} taken, ${differences.length} disagreements`);
      assert.equal(differences.length, 0, differences.slice(0, 10).join('\n'));
      assert.ok(refused > 0.3 * CASES && refused < 0.8 * CASES, 'both verdicts are well represented');
    });
  }
});

/** Our verdict in the form of the harness. */
function ourVerdict(file: string, version: string): string {
  const entry = parseProperties(file).get('jaas');
  const kafkaVersion = parseVersion(version);
  assert.ok(entry && kafkaVersion);
  const { modules, problem } = parseJaas(ValuePart.of(entry));
  if (problem) return refusal(problem.kafka);
  const [module] = modules;
  assert.ok(module?.flag);
  const notAllowed = moduleNotAllowed(module.name, kafkaVersion);
  if (notAllowed !== undefined) return refusal(notAllowed);
  const options = new Map([...module.options].map(({ name, value }) => [name, value]));
  return ['takes', module.name, module.flag.text.replace(/^["']|["']$/g, '').toUpperCase().toLowerCase(), ...[...options].sort(([a], [b]) => (a < b ? -1 : 1)).flat()].join('\t');
}

const refusal = (words: string | undefined): string => `refuses\tjava.lang.IllegalArgumentException\t${words === undefined ? 'none' : 'text'}\t${words ?? ''}`;

async function askJaasContext(version: string, files: readonly string[]): Promise<readonly string[]> {
  mkdirSync(CLASSES, { recursive: true });
  const compiled = spawnSync('javac', ['-nowarn', '-proc:none', '-d', CLASSES, path.resolve('test/oracles/jaas/java/JaasVerdict.java')], { encoding: 'utf8' });
  assert.equal(compiled.status, 0, compiled.stderr);
  const java = spawn('java', ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-cp', [CLASSES, classPathOf(version)].join(path.delimiter), 'JaasVerdict']);
  const out: Buffer[] = [];
  const errors: Buffer[] = [];
  java.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  java.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  const closed = new Promise<number | null>((resolve, reject) => { java.on('error', reject).on('close', resolve); });
  java.stdin.end(files.map((file) => Buffer.from(file, 'utf8').toString('base64')).join('\n'));
  assert.equal(await closed, 0, Buffer.concat(errors).toString().slice(-2000));
  return Buffer.concat(out).toString().trimEnd().split('\n').map(decodedLine);
}

/** The harness writes UTF-16 in Base64, so that no character is lost on the way. */
function decodedLine(line: string): string {
  const [verdict = '', ...fields] = line.split('\t');
  const decoded = (field: string): string => Buffer.from(field, 'base64').swap16().toString('utf16le');
  return verdict === 'takes' ? [verdict, ...fields.map(decoded)].join('\t') : [verdict, fields[0], fields[1], decoded(fields[2] ?? '')].join('\t');
}
