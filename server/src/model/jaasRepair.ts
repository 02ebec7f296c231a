/** What makes a refused JAAS text one that Kafka takes. Every repair is tried before it is offered. */
import { PropertiesEntry, type PropertiesDocument } from '../documents/properties';
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

/** True when Kafka takes the text. */
function isTaken(text: string): boolean {
  const none: Span = { start: 0, end: 0 };
  const whole: Span = { start: 0, end: text.length };
  return parseJaas(ValuePart.of(new PropertiesEntry('sasl.jaas.config', text, none, none, whole, whole, undefined, undefined))).problem === undefined;
}

const after = (part: ValuePart, offset: number): Span => part.slice(offset, offset).span;

function semicolon({ part, problem }: Jaas): JaasRepair | undefined {
  if (problem?.kind !== 'semicolon' || !isTaken(`${part.text};`)) return undefined;
  const { end } = part.span;
  return { kind: 'semicolon', edits: [{ span: { start: end, end }, newText: ';' }], span: part.slice(part.text.length - 1).span };
}

/** The value of the option at which Kafka gives up, up to a blank or a semicolon, in quotes. */
function quotes({ part, problem }: Jaas): JaasRepair | undefined {
  const { option } = problem ?? {};
  if (!option) return undefined;
  const from = option.start - part.start + option.text.length;
  const match = /^(\s*=\s*)([^\s;"'\\]+)/.exec(part.shape.slice(from));
  const [, equals = '', value = ''] = match ?? [];
  if (value === '' || value.includes(FILLED)) return undefined;
  const start = from + equals.length;
  const end = start + value.length;
  if (!isTaken(`${part.text.slice(0, start)}"${value}"${part.text.slice(end)}`)) return undefined;
  const { span } = part.slice(start, end);
  return { kind: 'quotes', edits: [{ span: { start: span.start, end: span.start }, newText: '"' }, { span: { start: span.end, end: span.end }, newText: '"' }], span };
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
  for (const [at, character] of [...part.text].entries()) {
    const isTypographic = TYPOGRAPHIC.test(character);
    const newText = !isTypographic ? character : character < '\u201c' ? "'" : '"';
    plain += newText;
    if (isTypographic) edits.push({ span: part.slice(at, at + 1).span, newText });
  }
  const [first] = edits;
  return first && part.text.length === plain.length && isTaken(plain) ? { kind: 'plain-quotes', edits, span: first.span } : undefined;
}
