/** Broker files out of a text with a cursor, for the tests of the editor features. */
import { LineIndex } from '../../server/src/documents/lines';
import { parseProperties } from '../../server/src/documents/properties';
import type { MachineFacts } from '../../server/src/machine/facts';
import { brokerModel, keysVersionOf } from '../../server/src/model/broker';
import { fileContext } from '../../server/src/model/context';
import type { BrokerFile } from '../../server/src/model/file';

/** Reads a server.properties; `# kafka-version: 3.9` in the text chooses the version. */
export function brokerFile(text: string, machine?: MachineFacts): BrokerFile {
  const path = '/srv/kafka/config/server.properties';
  const document = parseProperties(text);
  const context = fileContext(path, text, { today: '2026-11-25', ...(machine ? { machine } : {}) }, keysVersionOf(document));
  const broker = brokerModel(document, context.version.value, false);
  return { family: 'broker', path, text, lines: new LineIndex(text), kind: { name: 'broker', template: undefined }, context, document, broker };
}

/** The file and the offset of the `|` in the text, which is taken out. */
export function atCursor(text: string): { readonly file: BrokerFile; readonly offset: number } {
  const offset = text.indexOf('|');
  return { file: brokerFile(text.slice(0, offset) + text.slice(offset + 1)), offset };
}

/** Lines of a file, of version 3.9 unless they name another. */
export function lines(...texts: readonly string[]): string {
  const named = texts.some((text) => text.startsWith('# kafka-version'));
  return `${[...(named ? [] : ['# kafka-version: 3.9']), 'broker.id=1', ...texts].join('\n')}\n`;
}
