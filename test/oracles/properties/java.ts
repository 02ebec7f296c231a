/** Runs PropertiesDump.java in one JVM. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';

/** What Java made of one text: every put in file order, and its message when it refused the rest. */
export interface JavaAnswer {
  readonly puts: readonly (readonly [string, string])[];
  readonly error?: string;
}

const CLASSES = path.resolve('out/oracles/properties');

/** Why Java cannot be asked here; undefined when it can. */
export function missingJava(): string | undefined {
  const absent = ['java', 'javac'].find((program) => spawnSync(program, ['-version']).status !== 0);
  return absent && `${absent} is not installed`;
}

/** The answers of java.util.Properties, one for each text. */
export async function askJava(texts: readonly string[]): Promise<readonly JavaAnswer[]> {
  mkdirSync(CLASSES, { recursive: true });
  const compiled = spawnSync('javac', ['-d', CLASSES, path.resolve('test/oracles/properties/PropertiesDump.java')], { encoding: 'utf8' });
  if (compiled.status !== 0) throw new Error(compiled.stderr);
  const java = spawn('java', ['-XX:TieredStopAtLevel=1', '-cp', CLASSES, 'PropertiesDump']);
  const out: Buffer[] = [];
  java.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  const closed = new Promise<number | null>((resolve, reject) => { java.on('error', reject).on('close', resolve); });
  java.stdin.end(texts.map((text) => `${Buffer.from(text, 'utf16le').swap16().toString('base64')}\n`).join(''));
  const status = await closed;
  const lines = Buffer.concat(out).toString('latin1').trimEnd().split('\n');
  if (status !== 0 || lines.length !== texts.length) throw new Error(`java ended with ${status ?? 'a signal'} after ${lines.length} answers`);
  return lines.map((line) => JSON.parse(line) as JavaAnswer);
}
