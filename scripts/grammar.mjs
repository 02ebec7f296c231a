// npm run grammar: the TextMate grammars against the annotated files in test/grammar.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

const files = readdirSync('test/grammar').filter((file) => file.includes('.test.')).map((file) => `test/grammar/${file}`);
const grammars = readdirSync('syntaxes').filter((file) => file.endsWith('.tmLanguage.json')).flatMap((file) => ['-g', `syntaxes/${file}`]);
const result = spawnSync(process.execPath, ['node_modules/vscode-tmgrammar-test/dist/unit.js', ...grammars, ...files], { encoding: 'utf8' });
process.stdout.write(result.stdout);
process.stderr.write(result.stderr);
const failed = result.status === 0 ? 0 : Math.max(1, (result.stdout.match(/✖/g) ?? []).length);
console.log(`${files.length - Math.min(failed, files.length)} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
