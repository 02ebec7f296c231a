/** Our reader of properties against java.util.Properties of the JDK on this machine. */
import assert from 'node:assert/strict';
import { parseProperties } from '../../server/src/documents/properties';
import { Chance } from './kafka/chance';
import { generatedText } from './properties/generatedText';
import { askJava, missingJava } from './properties/java';

const FILES = 20_000;

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
});
