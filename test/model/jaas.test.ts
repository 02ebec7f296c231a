import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseProperties } from '../../server/src/documents/properties';
import { parseJaas, type Jaas } from '../../server/src/model/jaas';
import { ValuePart } from '../../server/src/model/valuePart';

const read = (value: string): { readonly jaas: Jaas; readonly text: string } => {
  const text = `sasl.jaas.config=${value}\n`;
  const entry = parseProperties(text).get('sasl.jaas.config');
  assert.ok(entry);
  return { jaas: parseJaas(ValuePart.of(entry)), text };
};
const kafkaWords = (value: string): string | undefined => read(value).jaas.problem?.kafka;

describe('JAAS text', () => {
  it('has module, flag and options with their places, over several lines', () => {
    const { jaas, text } = read('a.b.LoginModule required \\\n  username=admin \\\n  password="x y";');
    const [module] = jaas.modules;
    const at = ({ span }: ValuePart): string => text.slice(span.start, span.end);
    assert.ok(module?.flag && !jaas.problem);
    assert.deepEqual([at(module.part), at(module.flag), ...module.options.flatMap(({ namePart, valuePart, value }) => [at(namePart), at(valuePart), value])], ['a.b.LoginModule', 'required', 'username', 'admin', 'admin', 'password', '"x y"', 'x y']);
  });

  it('reads quotes, escapes and comments as StreamTokenizer does', () => {
    const values = (value: string): readonly string[] => read(`a.B required ${value};`).jaas.modules.flatMap(({ options }) => options.map((one) => one.value));
    assert.deepEqual(values(String.raw`a="\\x41\\101\\t\\"" b='say "x"' /* c="no" */ d=e-f_g$`), ['x41A\t"', 'say "x"', 'e-f_g$']);
    assert.deepEqual(values('a="b;c//d"'), ['b;c//d']);
  });

  it('gives up with Kafka\'s own words', () => {
    assert.equal(kafkaWords(''), 'Login module not specified in JAAS config');
    assert.equal(kafkaWords('a.B'), 'Login module control flag not specified in JAAS config');
    assert.equal(kafkaWords('a.B needed;'), "Invalid login module control flag 'needed' in JAAS config");
    assert.equal(kafkaWords('a.B required a=1;'), "Value not specified for key 'a' in JAAS config");
    assert.equal(kafkaWords('a.B required a=b'), 'JAAS config entry not terminated by semi-colon');
    assert.equal(kafkaWords('a.B required; c.D required;'), 'JAAS config property contains 2 login modules, should be 1 module');
  });

  it('takes raw typographic quotes for the bytes that Kafka sees, escaped ones for letters', () => {
    assert.equal(kafkaWords('a.B required a=\u201cb\u201d;'), "Value not specified for key 'null' in JAAS config");
    assert.equal(kafkaWords('a.B required a=\\u201cb\\u201d;'), undefined);
  });

  it('judges nothing that a template decides outside of quotes', () => {
    assert.equal(kafkaWords('a.B required {{ options }}'), undefined);
    assert.equal(kafkaWords('${file:/etc/kafka:jaas}'), undefined);
    assert.equal(kafkaWords('a.B required password="{{ pw }}"'), 'JAAS config entry not terminated by semi-colon');
  });

  it('keeps pieces of passwords out of the words that are shown', () => {
    assert.equal(read('a.LoginModule required password="a" hunter";').jaas.problem?.shown, "Value not specified for key '•••' in JAAS config");
    assert.equal(read('a.LoginModule required password=a;hunter x;').jaas.problem?.shown, "Invalid login module control flag '•••' in JAAS config");
  });

  it('never throws, and every place lies in the value in order', () => {
    const piece = fc.constantFrom('a.B ', 'required ', 'password', '=', '"', "'", ';', '/', '//', '/* ', '*/', '\\\\', '\\n', ' ', '1', '-', '{{ x }}', '${a:b}', '\u201c', '\u{1f511}', '\\\n', 'x');
    fc.assert(fc.property(fc.array(piece, { maxLength: 30 }).map((parts) => parts.join('')), (value) => {
      const { jaas, text } = read(value);
      const places = [...jaas.open, ...jaas.modules.flatMap(({ part, options }) => [part, ...options.flatMap(({ namePart, valuePart }) => [namePart, valuePart])])];
      if (jaas.problem) places.push(jaas.problem.part);
      for (const { span } of places) assert.ok(span.start >= 17 && span.start <= span.end && span.end <= text.length);
    }));
  });
});
