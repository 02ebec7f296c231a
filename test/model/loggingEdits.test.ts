/** Half-typed, cut and scrambled logging files: nothing throws, and what is reported stands inside the text and on a line of its own subject. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Span } from '../../server/src/documents/span';
import { readKafkaFile, type KafkaFile } from '../../server/src/model/file';
import { log4j2Rules } from '../../server/src/rules/log4j2/index';
import { log4jRules } from '../../server/src/rules/log4j/index';
import { checkFile } from '../../server/src/rules/run';

const RULES = [...log4jRules, ...log4j2Rules];
const read = (name: string): string => readFileSync(path.resolve('test/fixtures/kafka-defaults', name), 'utf8');
const PROPERTIES2 = 'status = warn\nappender.k.type = RollingFile\nappender.k.name = K\nappender.k.fileName = ${sys:kafka.logs.dir}/server.log\nappender.k.filePattern = ${sys:kafka.logs.dir}/server.log.%d{yyyy-MM-dd}\nappender.k.layout.type = PatternLayout\nappender.k.layout.pattern = [%d] %p %m (%c)%n\nappender.k.policy.type = TimeBasedTriggeringPolicy\nrootLogger = INFO, K\nlogger.a.name = kafka\nlogger.a.level = DEBUG\n';
const BASES: readonly (readonly [name: string, text: string])[] = [
  ['log4j.properties', read('3.9/log4j.properties')], ['connect-log4j.properties', read('3.9/connect-log4j.properties')],
  ['log4j2.yaml', read('4.4/log4j2.yaml')], ['connect-log4j2.yaml', read('4.1/connect-log4j2.yaml')], ['log4j2.properties', PROPERTIES2],
];

/** What people type, and what breaks readers. */
const TYPED = fc.constantFrom('', ' ', '\n', '\r\n', '\t', ':', '- ', '#', '"', "'", '${', '}', '%', '%q', ',', '=', '\\', '\\u12', 'DEBUG', 'OFF', 'WARNING', 'é', '\u{1F600}', '[', '{', '*', '&a', '|', 'name: ', 'level: ', 'log4j.', 'appender.', '{{ x }}', '<%= y %>', 'null');
const EDIT = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), removed: fc.constantFrom(0, 0, 1, 2, 7, 40, 300), typed: TYPED });

function edited(text: string, edits: readonly { readonly at: number; readonly removed: number; readonly typed: string }[]): string {
  return edits.reduce((now, { at, removed, typed }) => {
    const start = Math.floor(at * now.length);
    return now.slice(0, start) + typed + now.slice(start + removed);
  }, text);
}

/** Spans of everything in the model. */
function spansOf(file: KafkaFile): readonly Span[] {
  if (file.family !== 'logging') return [];
  const { logging } = file;
  return [
    ...logging.allLoggers.flatMap(({ span, nameSpan, level, additivity, uses }) => [span, nameSpan, ...(level ? [level.span] : []), ...(additivity ? [additivity.span] : []), ...uses.map((use) => use.span)]),
    ...logging.appenders.flatMap(({ span, nameSpan, type, options }) => [span, nameSpan, type.span, ...options.flatMap((option) => [option.nameSpan, option.valueSpan, option.span])]),
    ...logging.variableUses.map(({ span }) => span),
    ...logging.problems.map(({ span }) => span),
  ];
}

describe('edits of logging files', () => {
  for (const [name, text] of BASES) {
    it(`${name}: nothing throws, every span lies in the text`, () => {
      fc.assert(fc.property(fc.array(EDIT, { minLength: 1, maxLength: 6 }), (edits) => {
        const changed = edited(text, edits);
        const file = readKafkaFile(name, changed, { today: '2026-11-25' });
        if (!file) return;
        for (const { start, end } of spansOf(file)) assert.ok(start >= 0 && start <= end && end <= changed.length, `${start}-${end} of ${changed.length}`);
        const problems = checkFile(file, { rules: RULES, failed: (_, error) => { throw error; } });
        for (const { span, rule, fixes = [] } of problems) {
          assert.ok(span.start >= 0 && span.start <= span.end && span.end <= changed.length, rule);
          for (const fix of fixes) if (fix.kind !== 'command') for (const edit of fix.edits) assert.ok(edit.span.start <= edit.span.end && edit.span.end <= changed.length, `${rule}: ${fix.title}`);
        }
      }), { numRuns: 300 });
    });

    it(`${name}: a misspelt level or appender is found on its own line`, () => {
      const words = [...text.matchAll(/(?<=[=,:] ?"?)(INFO|WARN|TRACE|\w+Appender|STDOUT|stdout|K)(?=["\s,])/g)].filter((match) => !/^#|fileName|name:|\.name/.test(text.slice(text.lastIndexOf('\n', match.index) + 1, match.index)));
      assert.ok(words.length > 0);
      fc.assert(fc.property(fc.constantFrom(...words), fc.constantFrom('x', 'Q', '7'), (word, slip) => {
        const end = word.index + word[0].length;
        const changed = text.slice(0, end) + slip + text.slice(end);
        const file = readKafkaFile(name, changed, { today: '2026-11-25' });
        assert.ok(file);
        const line = file.lines.positionAt(word.index).line;
        const errors = checkFile(file, { rules: RULES }).filter((problem) => problem.severity === 'error');
        assert.ok(errors.some((problem) => file.lines.positionAt(problem.span.start).line === line), `${word[0]}${slip} in line ${line + 1}: ${errors.map((one) => one.text).join(' / ')}`);
        assert.ok(errors.every((problem) => file.lines.positionAt(problem.span.start).line === line), `errors elsewhere: ${errors.map((one) => `${file.lines.positionAt(one.span.start).line + 1}: ${one.text}`).join(' / ')}`);
      }), { numRuns: 60 });
    });

    it(`${name}: what an edit of a line brings stands on that line, in its block, or names what stood there`, () => {
      const before = new Set(findings(name, text).map((one) => `${one.rule}|${one.words}`));
      const rows = text.split('\n');
      const edits = rows.flatMap((row, at) => (/^\s*(#|$)/.test(row) ? [] : [at]));
      fc.assert(fc.property(fc.constantFrom(...edits), fc.constantFrom('deleted', 'cut', 'renamed'), fc.double({ min: 0, max: 1, noNaN: true }), (at, how, where) => {
        const row = rows[at] ?? '';
        const place = 1 + Math.floor(where * (row.length - 1));
        const now = how === 'deleted' ? [] : [how === 'cut' ? row.slice(0, place) : `${row.slice(0, place)}x${row.slice(place)}`];
        const changed = [...rows.slice(0, at), ...now, ...rows.slice(at + 1)].join('\n');
        const subject = identifiers([...block(rows, at), ...now].join('\n'));
        for (const one of findings(name, changed)) {
          if (before.has(`${one.rule}|${one.words}`) || (one.line === at && how !== 'deleted')) continue;
          // The library refuses the file where it notices, which is behind the edit; a missing root logger stands nowhere.
          if (one.rule === 'log4j2/syntax' ? one.line >= at - 1 : one.rule === 'log4j2/loggers-missing') continue;
          const isNear = name.endsWith('.yaml') && sameElement(changed.split('\n'), at, one.line, depth(row));
          const shared = [...identifiers(`${one.text}\n${one.words}`)].some((word) => subject.has(word));
          assert.ok(isNear || shared, `line ${at + 1} ${how} at ${place}: ${row}\n${one.line + 1}: ${one.rule} ${one.text}\n${one.words}`);
        }
      }), { numRuns: 150 });
    });
  }
});

interface Found { readonly rule: string; readonly line: number; readonly text: string; readonly words: string }

function findings(name: string, text: string): readonly Found[] {
  const file = readKafkaFile(name, text, { today: '2026-11-25' });
  return file ? checkFile(file, { rules: RULES }).map((problem) => {
    const { line } = file.lines.positionAt(problem.span.start);
    return { rule: problem.rule, line, text: problem.text, words: file.lines.textOf(line) };
  }) : [];
}

/** Words that name nothing of one's own. */
const COMMON = new Set(['log4j', 'appender', 'layout', 'org', 'apache', 'logger', 'name', 'level', 'type', 'kafka', 'file', 'info', 'pattern', 'true', 'false', 'the', 'of', 'no', 'is', 'it', 'not', 'this']);

function identifiers(text: string): ReadonlySet<string> {
  return new Set((text.match(/[A-Za-z_][\w$]*/g) ?? []).map((word) => word.toLowerCase()).filter((word) => !COMMON.has(word)));
}

const depth = (row: string): number => (/^\s*(#|$)/.test(row) ? Infinity : row.search(/\S/));

/** A line and what it holds: deeper lines in YAML, those of the same component in properties. */
function block(rows: readonly string[], at: number): readonly string[] {
  const row = rows[at] ?? '';
  const component = /^((?:log4j\.)?(?:appender|logger)\.\w+)/.exec(row)?.[1];
  if (component !== undefined) return rows.filter((one) => one.startsWith(component));
  const end = rows.findIndex((one, i) => i > at && depth(one) <= depth(row));
  return rows.slice(at, end < 0 ? rows.length : end);
}

/** True when no line between two is less indented than both: they lie in one element, or one in the other. */
function sameElement(rows: readonly string[], edited: number, found: number, indent: number): boolean {
  const least = Math.min(indent, depth(rows[found] ?? ''));
  return rows.slice(Math.min(edited, found) + 1, Math.max(edited, found)).every((row) => depth(row) >= least);
}
