/** What makes a refused JAAS text one that Kafka takes. Every repair is tried before it is offered. */
import { parseProperties, type PropertiesDocument, type PropertiesEntry } from '../documents/properties';
import type { Edit, Span } from '../documents/span';
import { parseJaas, isOpenOption, isSecretOption, type Jaas } from './jaas';
import { FILLED } from './template';
import { ValuePart } from './valuePart';

export interface JaasRepair {
  /** `quotes`: an unquoted value holds a character that ends it; `partner`: quotes do not close; `flag`: `required` for what is no flag. */
  readonly kind: 'semicolon' | 'quotes' | 'partner' | 'flag' | 'continuation' | 'plain-quotes';
  readonly edits: readonly Edit[];
  /** What the repair is about: the value without quotes, the next line, the first typographic quote. */
  readonly span: Span;
}

/** The repair that fits best; undefined when none was found. */
export function jaasRepair(jaas: Jaas, entry: PropertiesEntry, document: PropertiesDocument): JaasRepair | undefined {
  if (!jaas.problem) return undefined;
  return plainQuotes(jaas) ?? continuation(jaas, entry, document) ?? quotes(jaas) ?? partner(jaas) ?? flag(jaas) ?? semicolon(jaas);
}

/** A text that stands in no file. */
function parsed(text: string): Jaas {
  const escaped = text.replace(/[\\\s]/g, (c) => (c === ' ' ? c : `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`));
  const entry = parseProperties(`jaas=${escaped}\n`).get('jaas');
  if (!entry) throw new Error('the one entry of its text');
  return parseJaas(ValuePart.of(entry));
}

/** True when Kafka takes the text. */
const isTaken = (text: string): boolean => parsed(text).problem === undefined;

const after = (part: ValuePart, offset: number): Span => part.slice(offset, offset).span;

function semicolon({ part, problem }: Jaas): JaasRepair | undefined {
  if (problem?.kind !== 'semicolon' || !isTaken(`${part.text};`)) return undefined;
  const { end } = part.span;
  return { kind: 'semicolon', edits: [{ span: { start: end, end }, newText: ';' }], span: part.slice(part.text.length - 1).span };
}

/** The values that Kafka does not read to their end, each up to a blank, in quotes. */
function quotes(jaas: Jaas): JaasRepair | undefined {
  const { part } = jaas;
  let broken = jaas;
  let { shape } = part;
  const inserted: number[] = [];
  while (broken.problem && inserted.length < 20) {
    const place = unquotedValue(broken, shape);
    if (!place) return undefined;
    const { start, end } = place;
    shape = `${shape.slice(0, start)}"${shape.slice(start, end)}"${shape.slice(end)}`;
    // Values are mended in the order of the text: every quote that was written before stands before this value.
    inserted.push(start - inserted.length, end - inserted.length);
    broken = parsed(shape);
  }
  const [first, second] = inserted;
  if (first === undefined || second === undefined) return undefined;
  return { kind: 'quotes', edits: inserted.map((at) => ({ span: after(part, at), newText: '"' })), span: part.slice(first, second).span };
}

/** The value of the option at which Kafka gives up: up to a blank, without a semicolon at its end. */
function unquotedValue({ part, problem, modules }: Jaas, shape: string): Span | undefined {
  const [first] = modules;
  const option = modules.length > 1 ? first?.options.at(-1)?.namePart : problem?.option;
  if (!option) return undefined;
  const from = option.start - part.start + option.text.length;
  const [whole = '', equals = '', value = ''] = /^(\s*=\s*)([^\s"'\\]+?)(?=;?(?:\s|$))/.exec(shape.slice(from)) ?? [];
  return value === '' || value.includes(FILLED) ? undefined : { start: from + equals.length, end: from + whole.length };
}

/** The second of two quotes, before a semicolon at the end. */
function partner({ part, unclosed }: Jaas): JaasRepair | undefined {
  if (!unclosed) return undefined;
  const quote = unclosed.text.charAt(0);
  const body = part.text.replace(/\s*;$/, '');
  if (body.length <= unclosed.start - part.start + 1 || !isTaken(`${body}${quote};`)) return undefined;
  const { start } = after(part, body.length);
  return { kind: 'partner', edits: [{ span: { start, end: part.span.end }, newText: `${quote};` }], span: unclosed.slice(0, 1).span };
}

function flag({ part, modules, problem }: Jaas): JaasRepair | undefined {
  const [module] = modules;
  if (problem?.kind !== 'flag' || !module) return undefined;
  const from = module.part.start - part.start + module.part.text.length;
  const start = module.flag ? module.flag.start - part.start : from;
  const end = module.flag ? start + module.flag.text.length : from;
  const newText = module.flag ? 'required' : ' required';
  if (!isTaken(part.text.slice(0, start) + newText + part.text.slice(end))) return undefined;
  return { kind: 'flag', edits: [{ span: module.flag ? module.flag.span : after(part, from), newText }], span: problem.part.span };
}

/** The next line of the file is the rest of the text: no backslash ends the line before it. */
function continuation({ part, problem }: Jaas, entry: PropertiesEntry, { entries, text }: PropertiesDocument): JaasRepair | undefined {
  const next = entries[entries.indexOf(entry) + 1];
  if (problem?.kind !== 'semicolon' || next?.lineSpan.start !== entry.lineSpan.end || !(isOpenOption(next.key) || isSecretOption(next.key))) return undefined;
  const separator = text.slice(next.separatorSpan.start, next.separatorSpan.end);
  if (!isTaken(`${part.text} ${next.key}${separator}${next.value.trim()}`)) return undefined;
  const { end } = entry.valueSpan;
  return { kind: 'continuation', edits: [{ span: { start: end, end }, newText: ' \\' }], span: next.keySpan };
}

const TYPOGRAPHIC = /[\u201c-\u201f\u2018-\u201b]/;

/** Quotes of a word processor, which are none to Java. */
function plainQuotes({ part }: Jaas): JaasRepair | undefined {
  const edits: Edit[] = [];
  let plain = '';
  for (let at = 0; at < part.text.length; at++) {
    const character = part.text.charAt(at);
    const isTypographic = TYPOGRAPHIC.test(character);
    const newText = !isTypographic ? character : character < '\u201c' ? "'" : '"';
    plain += newText;
    if (isTypographic) edits.push({ span: part.slice(at, at + 1).span, newText });
  }
  const [first] = edits;
  return first && isTaken(plain) ? { kind: 'plain-quotes', edits, span: first.span } : undefined;
}
