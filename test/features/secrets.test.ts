/** No output ever shows a secret of a file, however broken the line is that holds it. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Format } from '../../server/src/cli/arguments';
import { reporter } from '../../server/src/cli/report';
import { quickFixes } from '../../server/src/features/codeActions';
import { completion } from '../../server/src/features/completion';
import { drawProblems } from '../../server/src/features/drawing';
import type { OutlineSymbol } from '../../server/src/features/feature';
import { documentLinks } from '../../server/src/features/documentLinks';
import { hover } from '../../server/src/features/hover';
import { inlayHints } from '../../server/src/features/inlayHints';
import { symbols } from '../../server/src/features/symbols';
import { readKafkaFile, type BrokerFile } from '../../server/src/model/file';
import { checkFile } from '../../server/src/rules/run';

const HEAD = [
  '# kafka-version: 3.9', 'process.roles=broker,controller', 'node.id=1', 'controller.quorum.voters=1@b1:9093', 'controller.listener.names=CONTROLLER', 'listeners=SASL_SSL://b1:9092,CONTROLLER://b1:9093',
  'listener.security.protocol.map=SASL_SSL:SASL_SSL,CONTROLLER:SASL_SSL', 'sasl.enabled.mechanisms=PLAIN,SCRAM-SHA-512', 'security.inter.broker.protocol=SASL_SSL', 'sasl.mechanism.inter.broker.protocol=PLAIN',
].join('\n');

const WORD = 'hunter';
/** A password with everything that ends an unquoted value, or a quoted one. */
const secret = fc.array(fc.constantFrom('', '', '1', '-', '.', ';', ' ', '=', '#', '/', '@', '"', "'", '\\\\', '\\n', ',', ':', '//', '\u201d', '\u00e4', '%', '$'), { minLength: 1, maxLength: 4 })
  .map((pieces) => pieces.map((piece) => `${WORD}${piece}`).join(''));
const quoted = fc.tuple(secret, fc.constantFrom(['"', '"'], ["'", "'"], ['', ''], ['"', ''], ['\u201c', '\u201d'])).map(([text, [open = '', close = '']]) => `${open}${text}${close}`);
const gap = fc.constantFrom(' ', ' ', ' \\\n    ', '\t', ' \\\r\n', '\n  ');
const name = fc.constantFrom('password', 'password', 'user_admin', 'clientSecret', 'keyPassword', 'com.example.key');
const option = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(name, fc.constantFrom('=', '=', '=', ' = ', ' '), quoted).map((parts) => parts.join('')) },
  { weight: 2, arbitrary: fc.constantFrom('username="admin"', 'useKeyTab=true', 'username=admin', 'debug', 'username="${file:/etc/kafka:name}"') },
  { weight: 1, arbitrary: quoted.map((text) => `/* password=${text} */`) },
  { weight: 1, arbitrary: secret.map((text) => `password="{{ pw | default('${text.replace(/['"}]/g, '')}') }}"`) },
  { weight: 1, arbitrary: secret.map((text) => `password="\${PW:-${text.replace(/["}]/g, '')}}"`) },
);
const jaas = fc.tuple(
  fc.constantFrom('org.apache.kafka.common.security.plain.PlainLoginModule', 'org.apache.kafka.common.security.scram.ScramLoginModul', 'PlainLoginModule', '', 'x'),
  fc.constantFrom('required', 'required', 'required', 'needed', ''), fc.array(fc.tuple(gap, option).map((parts) => parts.join('')), { minLength: 1, maxLength: 4 }), fc.constantFrom(';', ';', '', '; # note', ';;'),
).map(([module, flag, options, end]) => `${module} ${flag}${options.join('')}${end}`);
const jaasLine = fc.tuple(fc.constantFrom(
  'listener.name.sasl_ssl.plain.sasl.jaas.config=', 'listener.name.sasl_ssl.plain.sasl.jaas.config: ', 'listener.name.sasl_ssl.PLAIN.sasl.jaas.config=', 'listener.name.controller.scram-sha-512.sasl.jaas.config = ', 'sasl.jaas.config=', 'listener.name.sasl_ssl.sasl.jaas.config=',
  'listener.name.sasl_ssl.plain.sasl.jaas.confg=', 'sasl.jass.config=', 'rlmm.config.remote.log.metadata.common.client.sasl.jaas.config=', '\u00a0sasl.jaas.config=',
), jaas).map((parts) => parts.join(''));
const plainLine = fc.tuple(fc.constantFrom('ssl.keystore.password=', 'ssl.key.pasword=', 'listener.name.sasl_ssl.ssl.key.password=', 'ssl.truststore.password ', 'password=', 'delegation.token.secret.key=', '  ssl.key.password:', 'my.plugin.api.key='), fc.oneof(secret, fc.constantFrom('${PW:-hunter2}', "{{ pw | default('hunter2') }}", '<%= pw || "hunter2" %>'))).map((parts) => parts.join(''));
const file = fc.array(fc.oneof({ weight: 3, arbitrary: jaasLine }, plainLine), { minLength: 1, maxLength: 3 }).map((lines) => `${HEAD}\n${lines.join('\n')}\n`);

const FORMATS: readonly Format[] = ['text', 'json', 'sarif', 'github'];

describe('secrets', () => {
  it('stay out of problems, drawings, reports, hovers, outline, hints and completion', () => {
    fc.assert(fc.property(file, (text) => {
      const read = brokerFile(text);
      // A line that begins inside a password is a setting whose name is a part of the password, and a line with an option of somebody's own module looks like any setting.
      if (read.document.entries.some(({ key }) => key.includes(WORD) || key === 'com.example.key')) return;
      for (const [where, shown] of outputs(read)) assert.deepEqual(shown.split('\n').filter((line) => line.includes(WORD)), [], where);
    }), { numRuns: 200 });
  });

  it('leave what is no secret readable', () => {
    const read = brokerFile(`${HEAD}\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required \\\n  username="admin" /* it is x1 */ password="x2" user_bob='x3' key='x4';\n`);
    const drawn = drawProblems(read, [0, 1].map((line) => {
      const start = read.lines.startOf(10 + line);
      return { rule: 'broker/x', severity: 'warning', path: read.path, span: { start, end: start + 1 }, text: 'T.' };
    }));
    assert.match(drawn, /11 \| sasl\.jaas\.config=org\.apache\.kafka\.common\.security\.plain\.PlainLoginModule required \\\n/);
    assert.match(drawn, /12 \| {3}username="admin" •• •• •• •• •• password=•••• user_bob=•••• key=••••;\n/);
  });
});

function brokerFile(text: string): BrokerFile {
  const read = readKafkaFile('server.properties', text, { today: '2026-11-25' });
  assert.equal(read?.family, 'broker');
  return read;
}

/** Everything that a person can see, with where it is shown. */
function* outputs(read: BrokerFile): Generator<readonly [where: string, shown: string]> {
  const problems = checkFile(read);
  for (const format of FORMATS) {
    let out = '';
    const report = reporter(format, (part) => { out += part; }, '0');
    report.add([{ file: read, problems }]);
    report.end();
    yield [format, out];
  }
  for (const { text, help = '', program = '', related = [], fixes = [] } of problems) {
    yield ['problem', [text, help, program, ...related.map((one) => one.text), ...fixes.map(({ title }) => title)].join('\n')];
  }
  for (const { title } of quickFixes(read, problems, { start: 0, end: read.text.length })) yield ['quick fix', title];
  const others = [read];
  for (const { keySpan, valueSpan } of read.document.entries) {
    const step = Math.max(1, Math.floor((valueSpan.end - valueSpan.start) / 12));
    yield ['hover', hover(read, keySpan.start, others)?.markdown ?? ''];
    for (let offset = valueSpan.start; offset <= valueSpan.end; offset += step) {
      yield ['hover', hover(read, offset, others)?.markdown ?? ''];
      yield ['completion', JSON.stringify(completion(read, offset))];
    }
  }
  for (const symbol of allSymbols(symbols(read))) yield ['outline', `${symbol.name} ${symbol.detail ?? ''}`];
  for (const { label, tooltip = '' } of inlayHints(read)) yield ['inlay hint', `${label} ${tooltip}`];
  for (const { tooltip = '', targetPath = '' } of documentLinks(read)) yield ['link', `${tooltip} ${targetPath}`];
}

function allSymbols(list: readonly OutlineSymbol[]): readonly OutlineSymbol[] {
  return list.flatMap((symbol) => [symbol, ...allSymbols(symbol.children)]);
}
