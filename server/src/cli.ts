/** Entry of kafka-config-lint: the same engine as the language server, without an editor. Exit codes and formats are a contract: see HELP. */
import { HELP, readArguments } from './cli/arguments';
import { run } from './cli/run';
import { localDay } from './protocol/today';

/** Set by the bundler from package.json. */
declare const PRODUCT_VERSION: string;
const VERSION = typeof PRODUCT_VERSION === 'string' ? PRODUCT_VERSION : 'development';

const write = (text: string): void => { process.stdout.write(text); };
const say = (line: string): void => { process.stderr.write(`${line}\n`); };

function main(words: readonly string[]): number {
  const request = readArguments(words);
  switch (request.kind) {
    case 'help': write(HELP); return 0;
    case 'version': write(`${VERSION}\n`); return 0;
    case 'usage': say(`${request.message}\n\n${HELP}`); return 2;
    case 'run': return run(request.options, { write, say, isTerminal: process.stdout.isTTY, environment: process.env, today: localDay(new Date()), version: VERSION });
  }
}

// `kafka-config-lint . | head`: whoever reads has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => { process.exit(error.code === 'EPIPE' ? 0 : 2); });

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  say(`kafka-config-lint failed: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
