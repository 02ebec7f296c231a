/** Our reader of sourced files against bash. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readShell } from '../../server/src/documents/envShell';
import { Chance } from './kafka/chance';
import { generatedEnv } from './systemd/generatedEnv';

const FILES = 3_000;
const FOLDER = path.resolve('out/oracles/shell');
/** What bash sets by itself. */
const OWN = new Set(['PWD', 'OLDPWD', 'SHLVL', '_', 'PATH', 'HOME', 'file']);

/** Expansions would need their values, byte order marks and such are taken for letters here, and a stray `;` in the middle of a line undoes what stands before it. */
const isLeftOut = (token: string): boolean => token === ';' || /\$(?!")|`/.test(token.replace(/\\[$`]/g, '')) || /[^\u0020-\u007e\t\r\n]/.test(token);

function ours(text: string): ReadonlyMap<string, string> {
  return new Map(readShell(text).assignments.filter(({ isRead }) => isRead).map(({ name, value }) => [name, value]));
}

function bash(texts: readonly string[]): readonly ReadonlyMap<string, string>[] {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const files = texts.map((text, i) => {
    const file = path.join(FOLDER, String(i));
    writeFileSync(file, text);
    return file;
  });
  const { status, stdout } = spawnSync('/bin/bash', ['--noprofile', '--norc', path.resolve('test/oracles/shell/environments.sh')], {
    input: `${files.join('\n')}\n`, encoding: 'utf8', env: { PATH: '/nonexistent', HOME: '/root' }, cwd: FOLDER, maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`bash ended with ${status ?? 'a signal'}`);
  const answers: Map<string, string>[] = [new Map<string, string>()];
  for (const variable of stdout.split('\0')) {
    const equals = variable.indexOf('=');
    if (variable === '') answers.push(new Map<string, string>());
    else if (!OWN.has(variable.slice(0, equals))) answers.at(-1)?.set(variable.slice(0, equals), variable.slice(equals + 1));
  }
  return answers.slice(0, texts.length);
}

describe('bash', function () {
  before(function () {
    if (spawnSync('/bin/bash', ['--version']).status === 0) return;
    if (process.env['CI']) throw new Error('bash is not installed');
    this.skip();
  });

  it(`agrees with our reader on ${FILES} generated files`, () => {
    const chance = new Chance(5);
    const texts = Array.from({ length: FILES }, () => generatedEnv(chance, isLeftOut));
    bash(texts).forEach((answer, i) => {
      const sorted = (map: ReadonlyMap<string, string>): readonly (readonly [string, string])[] => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
      assert.deepEqual(sorted(ours(texts[i] ?? '')), sorted(answer), JSON.stringify(texts[i]));
    });
  });
});
