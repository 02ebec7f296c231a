/** The real log4j libraries on this machine: their jars from Maven Central, and the judges that ask them about files. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** reload4j as Kafka 3.9 ships it, log4j-core as Kafka 4.4 does. */
export const RELOAD4J = '1.2.25';
export const LOG4J_CORE = '2.25.5';
const JACKSON_YAML = '2.21.7';

const CACHE = path.join(process.env['KAFKA_ORACLE_CACHE'] ?? path.join(homedir(), '.cache', 'kafka-config-oracles'), `log4j-${RELOAD4J}-${LOG4J_CORE}`);
const CLASSES = path.resolve('out/oracles/logging/classes');
const SANDBOX = path.resolve(`out/oracles/logging/sandbox/${process.pid}`);

/** A logger as the library has it. */
export interface JudgedLogger { readonly name: string; readonly level: string | null; readonly additive: boolean; readonly appenders: readonly string[] }

/** What a library made of one file. */
export interface Judged {
  readonly file: string;
  /** The exception that would end the JVM. */
  readonly thrown: string | null;
  readonly threshold?: string;
  readonly root?: JudgedLogger;
  readonly loggers: readonly JudgedLogger[];
  /** Paths of file appenders by name (log4j 2). */
  readonly files?: Readonly<Record<string, string>>;
  /** WARN and ERROR messages. */
  readonly messages: readonly string[];
}

const jars = (): boolean => existsSync(path.join(CACHE, 'lib', `log4j-core-${LOG4J_CORE}.jar`)) && existsSync(path.join(CACHE, 'lib', `reload4j-${RELOAD4J}.jar`));

/** Why the libraries cannot be asked here; undefined when they can. */
function missingProgram(): string | undefined {
  for (const program of ['java', 'javac']) if (spawnSync(program, ['-version']).status !== 0) return `${program} is not installed`;
  return jars() || spawnSync('mvn', ['-v']).status === 0 ? undefined : 'mvn is not installed, and the jars of log4j are not here';
}

/** Fetches the jars that are not here yet (5 MB) and compiles the judges. Skips the test where the libraries cannot be asked; fails it under CI. */
export function prepareLog4j(test: Mocha.Context): void {
  const missing = missingProgram();
  if (missing !== undefined) {
    assert.ok(!process.env['CI'], missing);
    console.log(`      skipped: ${missing}`);
    test.skip();
  }
  if (!jars()) {
    mkdirSync(CACHE, { recursive: true });
    const dependency = (group: string, artifact: string, version: string): string => `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`;
    writeFileSync(path.join(CACHE, 'pom.xml'), `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>oracle</groupId><artifactId>log4j</artifactId><version>1</version><dependencies>
${dependency('ch.qos.reload4j', 'reload4j', RELOAD4J)}${dependency('org.apache.logging.log4j', 'log4j-core', LOG4J_CORE)}${dependency('com.fasterxml.jackson.dataformat', 'jackson-dataformat-yaml', JACKSON_YAML)}
</dependencies></project>\n`);
    run('mvn', ['-q', '-B', 'dependency:copy-dependencies', '-DincludeScope=runtime', '-DoutputDirectory=lib'], CACHE);
  }
  mkdirSync(CLASSES, { recursive: true });
  const sources = path.resolve('test/oracles/logging/java');
  run('javac', ['-nowarn', '-proc:none', '-cp', path.join(CACHE, 'lib', '*'), '-d', CLASSES, ...readdirSync(sources).map((file) => path.join(sources, file))], sources);
}

function run(program: string, args: readonly string[], cwd: string): void {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} failed: ${stdout}${stderr}`);
}

/** Asks a judge about files, in one JVM with the system property kafka.logs.dir=logs. */
export async function judge(name: 'Log4j1Judge' | 'Log4j2Judge', files: readonly string[]): Promise<ReadonlyMap<string, Judged>> {
  const judged = (await ask(name, files)).map((line) => JSON.parse(line) as Judged);
  return new Map(judged.map((one) => [one.file, one]));
}

/** What the layouts of a library write for patterns: the events of LayoutEvents.java. */
export async function written(name: 'Log4j1Layouts' | 'Log4j2Layouts', patterns: readonly string[]): Promise<readonly string[]> {
  return (await ask(name, patterns)).map((line) => JSON.parse(line) as string);
}

/** Runs a class in an empty folder, the English of the United States and UTC; gives the lines that it prints. */
async function ask(name: string, lines: readonly string[]): Promise<readonly string[]> {
  rmSync(SANDBOX, { recursive: true, force: true });
  mkdirSync(SANDBOX, { recursive: true });
  const classPath = [CLASSES, path.join(CACHE, 'lib', '*')].join(path.delimiter);
  const java = spawn('java', ['-XX:+UseSerialGC', '-Duser.language=en', '-Duser.country=US', '-Duser.timezone=UTC', '-Dkafka.logs.dir=logs', '-Dlog4j2.isWebapp=false', '-cp', classPath, name], { cwd: SANDBOX });
  const out: Buffer[] = [];
  const errors: Buffer[] = [];
  java.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  java.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  const closed = new Promise<number | null>((resolve, reject) => { java.on('error', reject).on('close', resolve); });
  java.stdin.end(lines.join('\n'));
  const status = await closed;
  if (status !== 0) throw new Error(`${name} ended with ${status ?? 'a signal'}: ${Buffer.concat(errors).toString().slice(-2000)}`);
  rmSync(SANDBOX, { recursive: true, force: true });
  return Buffer.concat(out).toString().split('\n').filter((line) => line !== '');
}
