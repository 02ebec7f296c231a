import assert from 'node:assert/strict';
import fc from 'fast-check';
import { brokerCompletion } from '../../server/src/features/completion/broker';
import { brokerDefinition } from '../../server/src/features/definition/broker';
import { brokerLinks } from '../../server/src/features/documentLinks/broker';
import { brokerHover } from '../../server/src/features/hover/brokerKey';
import { brokerInlayHints } from '../../server/src/features/inlayHints/broker';
import { brokerReferences } from '../../server/src/features/references/broker';
import { brokerRename } from '../../server/src/features/rename/broker';
import { brokerSymbols } from '../../server/src/features/symbols/broker';
import type { OutlineSymbol } from '../../server/src/features/feature';
import { applyEdits, type Span } from '../../server/src/documents/span';
import { brokerFile } from './brokerFiles';

const piece = fc.oneof(
  fc.constantFrom('listeners=', 'advertised.listeners=', 'listener.security.protocol.map=', 'inter.broker.listener.name=', 'controller.quorum.voters=', 'process.roles=', 'node.id=', 'log.dirs=', 'log.retention.bytes=', 'listener.name.a.plain.sasl.jaas.config=',
    'A://:9092', 'b://[::1]:1', 'A:SSL', '1@h:9093', '{{ x }}', '${file:/a:b}', '-1', '9999999999999', ',', '\\\n', '\n', '\r\n', '# kafka-version: 4.2\n', 'broker', 'compact,delete', ' ', '\\u00', '|'),
  fc.string({ maxLength: 6 }),
);

const isInside = (span: Span, text: string): boolean => span.start >= 0 && span.start <= span.end && span.end <= text.length;
const all = (symbols: readonly OutlineSymbol[]): readonly OutlineSymbol[] => symbols.flatMap((symbol) => [symbol, ...all(symbol.children)]);

describe('features of broker files', () => {
  it('never throw and stay inside the text, whatever it is', () => {
    fc.assert(fc.property(fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')), fc.nat(), (text, at) => {
      const file = brokerFile(text);
      const offset = at % (text.length + 1);
      const spans: Span[] = [
        ...brokerCompletion(file, offset).map(({ span }) => span), ...brokerLinks(file).map(({ span }) => span), ...brokerReferences(file, offset),
        ...brokerInlayHints(file).map((hint) => ({ start: hint.offset, end: hint.offset })), ...all(brokerSymbols(file)).flatMap(({ span, selectionSpan }) => [span, selectionSpan]),
      ];
      const hover = brokerHover(file, offset);
      if (hover) spans.push(hover.span);
      const target = brokerDefinition(file, offset)?.targetSpan;
      if (target) spans.push(target);
      const rename = brokerRename(file, offset, 'NEW');
      if (rename && 'edits' in rename) applyEdits(text, rename.edits);
      for (const span of spans) assert.ok(isInside(span, text));
      for (const { label } of brokerInlayHints(file)) assert.ok(label.length <= 24, label);
    }), { numRuns: 150 });
  });
});
