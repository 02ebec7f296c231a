/** Our reader of properties against java.util.Properties of the JDK on this machine. */
import assert from 'node:assert/strict';
import { closedProperties } from '../../server/src/documents/closedProperties';
import { parseProperties } from '../../server/src/documents/properties';
import { changeProperties } from '../../server/src/documents/propertiesEditor';
import { Chance } from './kafka/chance';
import { generatedText } from './properties/generatedText';
import { askJava, missingJava } from './properties/java';

const FILES = 20_000;
const EDITS = 5_000;
const NEW_KEYS = ['log.dirs', 'new.key', 'a b', 'a=b', 'a:b', '#a', '!a', 'C:\\x', 'é', '__proto__', 'a\tb'];
const NEW_VALUES = ['', '1', '/var/lib/kafka', ' leading', 'trailing ', '=1', ':1', '#x', 'C:\\users\\new', 'a\tb', 'two\nlines', 'a\rb', 'a\fb', 'é\u{1f600}', '\\', 'a\\'];

/** Ours in Java's words: what is put before the first entry that Java refuses. */
function ourPuts(text: string): { readonly puts: readonly (readonly [string, string])[]; readonly refused: boolean } {
  const { entries, problems } = parseProperties(text);
  const first = problems.reduce((least, { span }) => Math.min(least, span.start), Infinity);
  return { puts: entries.filter((entry) => entry.lineSpan.end <= first).map(({ key, value }) => [key, value] as const), refused: problems.length > 0 };
}

describe('java.util.Properties', function () {
  before(function () {
    const missing = missingJava();
    if (missing === undefined) return;
    if (process.env['CI']) throw new Error(missing);
    this.skip();
  });

  it(`agrees with our reader on ${FILES} generated files`, async () => {
    const chance = new Chance(20261125);
    const texts = Array.from({ length: FILES }, () => generatedText(chance));
    const answers = await askJava(texts);
    let refused = 0;
    answers.forEach((answer, i) => {
      const text = texts[i] ?? '';
      if (answer.error !== undefined) refused++;
      assert.deepEqual(ourPuts(text), { puts: answer.puts, refused: answer.error !== undefined }, JSON.stringify(text));
    });
    assert.ok(refused > FILES / 50, `only ${refused} files were refused: the generator has lost its malformed escapes`);
  });

  it('reads every change of the editor as it was meant, and all else as before', async () => {
    const chance = new Chance(7);
    const edits = Array.from({ length: EDITS }, () => {
      const before = generatedText(chance);
      const keys = parseProperties(before).entries.map((entry) => entry.key);
      const key = chance.maybe(0.6) && keys.length > 0 ? chance.pick(keys) : chance.pick(NEW_KEYS);
      const value = chance.maybe(0.25) ? undefined : chance.pick(NEW_VALUES);
      return { before, key, value, after: changeProperties(before, [{ key, value }]) };
    });
    const before = await askJava(edits.map((edit) => edit.before));
    const after = await askJava(edits.map((edit) => edit.after));
    edits.forEach((edit, i) => {
      if (before[i]?.error !== undefined) return;
      const read = new Map(after[i]?.puts);
      assert.equal(read.get(edit.key), edit.value, JSON.stringify(edit));
      const others = (puts: readonly (readonly [string, string])[] = []): typeof puts => puts.filter(([key, value]) => key !== edit.key && key + value !== '');
      assert.deepEqual(others(after[i]?.puts), others(before[i]?.puts), JSON.stringify(edit));
    });
  });

  it('gives the values of closed files as Java does', async () => {
    const chance = new Chance(8);
    const texts = Array.from({ length: EDITS }, () => generatedText(chance));
    (await askJava(texts)).forEach(({ puts, error }, i) => {
      if (error === undefined) assert.deepEqual(closedProperties(texts[i] ?? ''), new Map(puts), JSON.stringify(texts[i]));
    });
  });
});
