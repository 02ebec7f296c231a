/** The real Kafka on this machine: its jars from Maven Central, and the harness that asks it about files. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { homedir, hostname } from 'node:os';
import path from 'node:path';

/** What Kafka says about one file; `stage` is `accepts` or the step that refuses. */
export interface Verdict {
  readonly stage: string;
  readonly exception: string;
  readonly message: string;
}

const CACHE = process.env['KAFKA_ORACLE_CACHE'] ?? path.join(homedir(), '.cache', 'kafka-config-oracles');
const CLASSES = path.resolve('out/oracles/kafka/classes');

/** Why the oracle cannot run here; undefined when it can. */
export function missingProgram(versions: readonly string[]): string | undefined {
  for (const program of ['java', 'javac']) if (spawnSync(program, ['-version']).status !== 0) return `${program} is not installed`;
  const isComplete = versions.every((version) => existsSync(jarOf(version)));
  return isComplete || spawnSync('mvn', ['-v']).status === 0 ? undefined : 'mvn is not installed, and the jars of Kafka are not here';
}

const jarOf = (version: string): string => path.join(CACHE, version, 'lib', `kafka_2.13-${version}.jar`);

/** The class path of a whole broker. */
export function classPathOf(version: string): string {
  return path.join(CACHE, version, 'lib', '*');
}

/** Fetches the jars that are not here yet (about 80 MB a version). */
export function prepareJars(versions: readonly string[]): void {
  for (const version of versions) {
    if (existsSync(jarOf(version))) continue;
    const folder = path.join(CACHE, version);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'pom.xml'), `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>oracle</groupId><artifactId>kafka</artifactId><version>1</version>
<dependencies><dependency><groupId>org.apache.kafka</groupId><artifactId>kafka_2.13</artifactId><version>${version}</version></dependency></dependencies></project>\n`);
    run('mvn', ['-q', '-B', 'dependency:copy-dependencies', '-DincludeScope=runtime', '-DoutputDirectory=lib'], folder);
  }
}

/** Fetches the jars and compiles the harness. */
export function prepareKafka(versions: readonly string[]): void {
  prepareJars(versions);
  mkdirSync(CLASSES, { recursive: true });
  const sources = path.resolve('test/oracles/kafka/java');
  run('javac', ['-nowarn', '-proc:none', '-d', CLASSES, ...readdirSync(sources).map((file) => path.join(sources, file))], sources);
  // Names of this machine only: the JVM never asks a name server.
  writeFileSync(path.join(CLASSES, 'hosts'), `127.0.0.1 localhost\n127.0.0.1 ${hostname()}\n::1 localhost\n`);
}

function run(program: string, args: readonly string[], cwd: string): void {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} failed: ${stdout}${stderr}`);
}

/** Asks one version about files, in one JVM. */
export async function askKafka(version: string, files: readonly string[]): Promise<ReadonlyMap<string, Verdict>> {
  const classPath = [CLASSES, classPathOf(version)].join(path.delimiter);
  const java = spawn('java', ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', `-Djdk.net.hosts.file=${path.join(CLASSES, 'hosts')}`, '-cp', classPath, 'BrokerStart']);
  const out: Buffer[] = [];
  const errors: Buffer[] = [];
  java.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  java.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  const closed = new Promise<number | null>((resolve, reject) => { java.on('error', reject).on('close', resolve); });
  java.stdin.end(files.join('\n'));
  const status = await closed;
  if (status !== 0) throw new Error(`Kafka ${version} ended with ${status ?? 'a signal'}: ${Buffer.concat(errors).toString().slice(-2000)}`);
  const verdicts = new Map<string, Verdict>();
  for (const line of Buffer.concat(out).toString().split('\n')) {
    const [file, stage, exception = '', ...message] = line.split('\t');
    if (file && stage) verdicts.set(file, { stage, exception, message: message.join(' ') });
  }
  return verdicts;
}
