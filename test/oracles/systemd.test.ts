/** Our readers of environment files and of Environment= against the parsers of the systemd on this machine. */
import assert from 'node:assert/strict';
import { readSystemd } from '../../server/src/documents/envSystemd';
import { parseUnit } from '../../server/src/documents/unitFile';
import { unitWords } from '../../server/src/documents/unitWords';
import { Chance } from './kafka/chance';
import { generatedEnv, generatedWords } from './systemd/generatedEnv';
import { generatedUnit } from './systemd/generatedUnit';
import { askFiles, askUnits, askWords, systemdVersion } from './systemd/systemd';

const FILES = 20_000;

/** The assignments that reach a service, the last of a name in the place of its first. */
function ours(text: string, before254: boolean): readonly string[] {
  const read = new Map<string, string>();
  for (const { name, value, isRead } of readSystemd(text, before254).assignments) if (isRead) read.set(name, `${name}=${value}`);
  return [...read.values()];
}

describe('systemd', function () {
  let version = 0;

  before(function () {
    const found = systemdVersion();
    if (typeof found === 'number') version = found;
    else if (process.env['CI']) throw new Error(found);
    else this.skip();
  });

  it(`agrees with our reader on ${FILES} generated environment files`, () => {
    const chance = new Chance(254);
    const texts = Array.from({ length: FILES }, () => generatedEnv(chance));
    let dropped = 0;
    askFiles(texts).forEach((answer, i) => {
      const text = texts[i] ?? '';
      assert.equal(answer.rc, 0, JSON.stringify(text));
      dropped += answer.invalid.length;
      assert.deepEqual(ours(text, version < 254), answer.valid, JSON.stringify(text));
    });
    assert.ok(dropped > FILES / 20, `only ${dropped} assignments were dropped: the generator has lost its bad names`);
  });

  it(`reads sections, settings and their lines of ${FILES} generated units as systemd does`, () => {
    const chance = new Chance(253);
    const texts = Array.from({ length: FILES }, () => generatedUnit(chance));
    let refused = 0;
    askUnits(texts).forEach(({ rc, entries }, i) => {
      const text = texts[i] ?? '';
      if (rc < 0) refused++;
      const read = parseUnit(text).entries.filter(({ section }) => ['Unit', 'Service', 'Install'].includes(section)).map(({ section, key, value, lineSpan }) => [section, key, value, text.slice(0, lineSpan.end).replace(/\n$/, '').split('\n').length]);
      // A continuation that the end of the file cuts off is counted one line further by systemd.
      const lines = text.replace(/\n$/, '').split('\n').length;
      const theirs = entries.map(([section, key, value, line]) => [section, key, value, Math.min(line, lines)]);
      assert.deepEqual(rc < 0 ? read.slice(0, theirs.length) : read, theirs, JSON.stringify(text));
    });
    assert.ok(refused > FILES / 200 && refused < FILES / 4, `${refused} of ${FILES} units were refused`);
  });

  it(`splits ${FILES} right sides of Environment= as systemd does`, () => {
    const chance = new Chance(252);
    const values = Array.from({ length: FILES }, () => generatedWords(chance));
    let refused = 0;
    askWords(values).forEach((answer, i) => {
      const value = values[i] ?? '';
      if (answer.rc < 0) refused++;
      const { words, broken } = unitWords({ value, valuePart: (start, end) => ({ start, end }) });
      assert.deepEqual({ words: words.map(({ text }) => text), refused: broken !== undefined }, { words: answer.words, refused: answer.rc < 0 }, JSON.stringify(value));
    });
    assert.ok(refused > FILES / 20 && refused < FILES, `${refused} of ${FILES} values were refused`);
  });
});
