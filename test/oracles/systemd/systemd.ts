/** Runs systemd_env.py: the parsers of the systemd that is installed here. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** What systemd makes of an environment file: assignments that reach the service, and those that it ignores with a warning. */
export interface SystemdFile {
  readonly rc: number;
  readonly valid: readonly string[];
  readonly invalid: readonly string[];
}

/** How `Environment=` is split; `rc` below 0 when the whole line is ignored. */
export interface SystemdWords {
  readonly rc: number;
  readonly words: readonly string[];
}

/** What systemd reads from a unit: section, key, value and the last line (from 1) of each setting, those of unknown sections left out. `rc` below 0: it reads nothing behind the line that it stumbles over. */
export interface SystemdUnit {
  readonly rc: number;
  readonly entries: readonly (readonly [section: string, key: string, value: string, line: number])[];
}

function ask(mode: string, texts: readonly string[] = []): string {
  const input = texts.map((text) => `${Buffer.from(text).toString('base64')}\n`).join('');
  const { status, stdout, stderr, error } = spawnSync('python3', [path.resolve('test/oracles/systemd/systemd_env.py'), mode], { input, encoding: 'utf8', maxBuffer: 1 << 30 });
  if (status !== 0) throw new Error(error?.message ?? stderr);
  return stdout;
}

/** The version of systemd, or the words that say why it cannot be asked here. */
export function systemdVersion(): number | string {
  try {
    return Number(ask('version'));
  } catch (error) {
    return `systemd cannot be asked: ${error instanceof Error ? error.message.trim() : 'unknown'}`;
  }
}

const answers = (stdout: string): readonly unknown[] => stdout.trimEnd().split('\n').map((line) => JSON.parse(line) as unknown);

export const askFiles = (texts: readonly string[]): readonly SystemdFile[] => answers(ask('files', texts)) as SystemdFile[];
export const askUnits = (texts: readonly string[]): readonly SystemdUnit[] => answers(ask('units', texts)) as SystemdUnit[];
export const askWords = (texts: readonly string[]): readonly SystemdWords[] => answers(ask('words', texts)) as SystemdWords[];
