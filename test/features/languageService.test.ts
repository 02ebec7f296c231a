import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { Span } from '../../server/src/documents/span';
import type { OutlineSymbol, RenameEdits, RenameRefusal } from '../../server/src/features/feature';
import { LanguageService, type TextState } from '../../server/src/languageService';
import { ruleLevels } from '../../server/src/rules/settings';

const failures: string[] = [];
const service = (): LanguageService => new LanguageService({
  settings: () => ({ today: '2026-11-25' }), levels: () => ruleLevels(undefined), cluster: () => undefined,
  failed: (rule, error) => { failures.push(`${rule}: ${error instanceof Error ? error.stack ?? '' : String(error)}`); },
});

/** The files of the example: every family that has a model. */
const SAMPLES = readdirSync('examples/cluster', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(?:properties|env|service|ya?ml)$/.test(entry.name))
  .map((entry) => ({ name: entry.name, text: readFileSync(path.join(entry.parentPath, entry.name), 'utf8') }));

/** Asks everything at an offset; gives the spans of all answers. */
function askAll(one: LanguageService, state: TextState, offset: number): readonly Span[] {
  const all = { start: 0, end: state.text.length };
  const outline = (symbols: readonly OutlineSymbol[]): readonly Span[] => symbols.flatMap((symbol) => {
    assert.ok(symbol.span.start <= symbol.selectionSpan.start && symbol.selectionSpan.end <= symbol.span.end, `the name of ${symbol.name} lies inside of it`);
    return [symbol.span, symbol.selectionSpan, ...outline(symbol.children)];
  });
  const hover = one.hover(state, offset);
  const target = one.renameTarget(state, offset);
  return [
    ...one.problems(state).flatMap(({ span, fixes = [] }) => [span, ...fixes.flatMap((fix) => (fix.kind === 'command' ? [] : fix.edits.map((edit) => edit.span)))]),
    ...one.codeActions(state, { start: offset, end: offset }).flatMap(({ edits = [] }) => edits.map((edit) => edit.span)),
    ...one.completion(state, offset).map(({ span }) => span),
    ...one.inlayHints(state, all).map((hint) => ({ start: hint.offset, end: hint.offset })),
    ...outline(one.symbols(state)),
    ...one.documentLinks(state).map(({ span }) => span),
    ...one.references(state, offset),
    ...hover ? [hover.span] : [],
    ...target ? [target.span, ...renameSpans(one.rename(state, offset, 'NEW'))] : [],
  ];
}

function renameSpans(renamed: RenameEdits | RenameRefusal | undefined): readonly Span[] {
  return renamed && 'edits' in renamed ? renamed.edits.map(({ span }) => span) : [];
}

describe('language service', () => {
  it('answers everything about half-typed, cut and scrambled files, inside of their text', function () {
    this.timeout(60_000);
    const one = service();
    let version = 0;
    const edit = fc.record({ at: fc.nat(5000), remove: fc.nat(40), insert: fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('\\', '\n', '=', ':', '"', '#', '{{ x }}', '${X}', '\\u12', '\r\n', '\t', '- ', ',')) });
    fc.assert(fc.property(fc.constantFrom(...SAMPLES), fc.array(edit, { minLength: 1, maxLength: 4 }), fc.nat(5000), ({ name, text }, edits, place) => {
      let changed = text;
      for (const { at, remove, insert } of edits) {
        const from = at % (changed.length + 1);
        changed = changed.slice(0, from) + insert + changed.slice(from + remove);
      }
      const state = { path: `/etc/kafka/${name}`, version: ++version, text: changed };
      for (const span of askAll(one, state, place % (changed.length + 1))) assert.ok(span.start >= 0 && span.start <= span.end && span.end <= changed.length, `${span.start}-${span.end} of ${changed.length}`);
    }), { numRuns: 400 });
    assert.deepEqual(failures, [], 'rules that threw');
  });

  it('takes the names that every object of JavaScript has for words as others are', () => {
    const one = service();
    const texts = {
      'server.properties': '# kafka-version: 2.8\nbroker.id=1\nzookeeper.connect=z:2181\nnum.io.threads=constructor\nlog.segment.bytes=1toString\nauthorizer.class.name=valueOf\nconstructor=1\n',
      'kafka.env': '# kafka-version: 4.2\nKAFKA_OPTS=-Dconstructor=1 -XX:toString=2\n',
      'kafka_server_jaas.conf': 'KafkaServer {\n org.apache.kafka.common.security.plain.constructor constructor\n constructor="a" toString="b";\n};\n',
      'log4j.properties': 'log4j.rootLogger=INFO, f\nlog4j.appender.f=org.apache.log4j.FileAppender\nlog4j.appender.f.File=/var/log/constructor\n',
    };
    for (const [name, text] of Object.entries(texts)) {
      const state = { path: `/etc/kafka/${name}`, version: 1, text };
      const said = [...one.problems(state).flatMap((problem) => [problem.text, ...(problem.fixes ?? []).map(({ title }) => title)]), ...Array.from(text, (_, offset) => one.hover(state, offset)?.markdown ?? '')];
      assert.deepEqual(said.filter((words) => /undefined|function|native code/.test(words)), [], name);
    }
    assert.deepEqual(failures, [], 'rules that threw');
  });

  it('reads a text once for each of its versions, and again when settings change', () => {
    const one = service();
    const state = { path: '/etc/kafka/server.properties', version: 1, text: 'broker.id=1\nzookeeper.connect=z:2181\nlog.dirs=/d\n' };
    const first = one.file(state);
    assert.equal(one.file(state), first);
    assert.equal(one.problems(state), one.problems(state));
    assert.notEqual(one.file({ ...state, version: 2 }), first);
    const second = one.file({ ...state, version: 2 });
    one.invalidate();
    assert.notEqual(one.file({ ...state, version: 2 }), second);
  });

  it('says nothing about a file that is not ours', () => {
    assert.deepEqual(askAll(service(), { path: '/srv/game/server.properties', version: 1, text: 'motd=hi\nlevel-name=world\nserver-port=1\n' }, 3), []);
  });
});
