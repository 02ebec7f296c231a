/**
 * The text of `sasl.jaas.config` as Kafka's JaasConfig and JaasContext read it (the same in 2.8 to 4.4): login module, control flag, options, semicolon; one module a text.
 * Reading goes on behind what Kafka refuses, so that a broken text still shows its parts and hides its secrets. Never throws.
 * test/oracles/jaas holds problems and words equal to the real classes.
 */
import { tokensOf, type Token } from './streamTokenizer';
import { FILLED } from './template';
import type { ValuePart } from './valuePart';

export interface JaasOption {
  /** As Kafka reads it; what a template fills in later is FILLED. */
  readonly name: string;
  readonly namePart: ValuePart;
  /** As Kafka reads it, without quotes and escapes. */
  readonly value: string;
  /** The value with its quotes. */
  readonly valuePart: ValuePart;
}

/** One login module with what belongs to it. */
export interface JaasModule {
  /** The name of the class as written, with quotes when it has them. */
  readonly part: ValuePart;
  readonly name: string;
  /** Behind the name, even when it is no flag; undefined when there is none. */
  readonly flag: ValuePart | undefined;
  readonly options: readonly JaasOption[];
}

/** Why Kafka refuses: nothing in the text; a module without a name; its flag; an option; no semicolon; more than one module. */
export type JaasProblemKind = 'empty' | 'module' | 'flag' | 'value' | 'semicolon' | 'modules';

export interface JaasProblem {
  readonly kind: JaasProblemKind;
  /** Where Kafka gives up. */
  readonly part: ValuePart;
  /** The text of the IllegalArgumentException; undefined where it has none. It may quote a piece of a password. */
  readonly kafka: string | undefined;
  /** The same text as it may be shown. */
  readonly shown: string | undefined;
  /** The option that Kafka is at: it has no value, or only the beginning of its value was taken. */
  readonly option: ValuePart | undefined;
}

export interface Jaas {
  readonly part: ValuePart;
  readonly modules: readonly JaasModule[];
  /** Undefined when Kafka takes the text, or when a template outside of quotes decides. */
  readonly problem: JaasProblem | undefined;
  /** The pieces that nobody has to hide: names of classes, flags, names and values of options that are no secret, marks. */
  readonly open: readonly ValuePart[];
  /** Where the last piece ends that Kafka took for a word or mark: a comment or nothing follows. */
  readonly lastPart: ValuePart | undefined;
  /** A quoted text has no second quote. */
  readonly unclosed: ValuePart | undefined;
}

const FLAGS: ReadonlySet<string> = new Set(['REQUIRED', 'REQUISITE', 'SUFFICIENT', 'OPTIONAL']);
/** Options of Kafka's and the JDK's login modules that hold secrets; `user_NAME` of PLAIN holds the password of a user. */
const SECRET_OPTION = /^(?:password|user_.+|clientSecret|keyPassword|storePass|storePassword|privateKeyPassword|secret|token)$/i;
/** Options of Kafka's and the JDK's login modules whose values are no secret. */
const OPEN_OPTION = /^(?:username|serviceName|principal|keyTab|ticketCache|useKeyTab|storeKey|useTicketCache|renewTGT|doNotPrompt|debug|client|isInitiator|refreshKrb5Config|tokenauth|clientId|scope|unsecuredLogin\w+|unsecuredValidator\w+)$/;

/** True for the name of an option that holds a secret. */
export function isSecretOption(name: string): boolean {
  return SECRET_OPTION.test(name);
}

/** True for the name of an option whose value can be shown. Names that are not known count as secret. */
export function isOpenOption(name: string): boolean {
  return OPEN_OPTION.test(name);
}

/** True when a piece of the text can be shown. */
export function isOpenPart({ open }: Jaas, part: ValuePart): boolean {
  return open.some(({ start, text }) => start === part.start && text.length === part.text.length);
}

/** Reads one value of `sasl.jaas.config`. */
export function parseJaas(part: ValuePart): Jaas {
  return new JaasReader(part).read();
}

class JaasReader {
  private readonly source: KafkaText;
  private readonly tokens: readonly Token[];
  private at = 0;
  private problem: JaasProblem | undefined;
  private readonly modules: JaasModule[] = [];
  private readonly open: ValuePart[] = [];
  /** What stands here belongs to no piece that is certain: it may be the rest of a password. */
  private isLost = false;

  constructor(private readonly part: ValuePart) {
    this.source = kafkaText(part);
    this.tokens = tokensOf(this.source.text);
  }

  read(): Jaas {
    for (let name = this.next(); name.kind !== 'end'; name = this.next()) this.modules.push(this.module(name));
    const [, second] = this.modules;
    if (this.modules.length === 0) this.fail('empty', this.part, 'Login module not specified in JAAS config');
    if (second) this.fail('modules', second.part, `JAAS config property contains ${this.modules.length} login modules, should be 1 module`);
    const last = this.tokens.at(-2);
    const unclosed = this.tokens.find(({ isClosed }) => !isClosed);
    const isDecidedLater = this.tokens.some(({ isQuoted, word }) => !isQuoted && word?.includes(FILLED));
    return {
      part: this.part, modules: this.modules, problem: isDecidedLater ? undefined : this.problem, open: this.open,
      lastPart: last && this.place(last), unclosed: unclosed && this.place(unclosed),
    };
  }

  private module(name: Token): JaasModule {
    const isFirst = this.modules.length === 0;
    const isLogin = /login/i.test(name.word ?? '');
    this.isLost = isFirst ? !(isLogin || CLASS_NAME.test(name.word ?? '')) : !(isLogin && CLASS_NAME.test(name.word ?? ''));
    this.show(name);
    const flag = this.flag(name, isFirst);
    const options: JaasOption[] = [];
    let before: Token | undefined;
    for (;;) {
      const option = this.next();
      if (option.kind === 'end') {
        this.fail('semicolon', this.place(before ?? flag ?? name), 'JAAS config entry not terminated by semi-colon', before && options.at(-1)?.namePart);
        break;
      }
      if (option.mark === ';') {
        this.show(option);
        // The class of the JDK refuses a nameless entry, without a word.
        if (name.word === undefined || name.word === '') this.fail('module', this.place(name), undefined);
        break;
      }
      const value = this.option(option, before, options);
      before = value ?? before;
    }
    return { part: this.place(name), name: name.word ?? '', flag: flag && this.place(flag), options };
  }

  /** Reads the flag; when it is missing, reading goes on with what stands in its place. */
  private flag(name: Token, isFirst: boolean): Token | undefined {
    const flag = this.next();
    if (flag.kind === 'end') {
      this.fail('flag', this.place(name), 'Login module control flag not specified in JAAS config');
      this.at--;
      return undefined;
    }
    if (flag.word !== undefined && FLAGS.has(flag.word.toUpperCase())) {
      this.show(flag);
      return flag;
    }
    // What stands behind the name of a first login module is no secret unless it is quoted; what stands behind a second one may be the rest of a password.
    const isOpen = isFirst && /login/i.test(name.word ?? '') && !flag.isQuoted && /^[A-Za-z_]+$/.test(flag.word ?? '');
    if (flag.word === undefined) this.fail('flag', this.place(flag), 'Login module control flag is not available in the JAAS config');
    else this.fail('flag', this.place(flag), `Invalid login module control flag '${flag.word}' in JAAS config`, undefined, isOpen ? flag.word : undefined, flag.word);
    if (flag.mark === ';' || this.tokens[this.at]?.mark === '=') {
      this.at--;
      return undefined;
    }
    if (isOpen) this.show(flag);
    if (!isOpen || isOpenOption(flag.word ?? '') || isSecretOption(flag.word ?? '')) this.isLost = true;
    return flag;
  }

  /** Reads one option and gives the token of its value; undefined for what is none. */
  private option(name: Token, before: Token | undefined, options: JaasOption[]): Token | undefined {
    const key = name.word ?? '';
    const isKnown = isOpenOption(key) || isSecretOption(key);
    if (before && (!before.isClosed || before.end === name.start)) this.isLost = true;
    const equals = this.next();
    const value = equals.mark === '=' ? this.next() : equals;
    if (equals.mark !== '=' || value.word === undefined) {
      const place = equals.mark === '=' && value.kind !== 'end' && value.mark !== ';' ? value : name;
      const isRest = equals.mark !== '=' && before !== undefined && (before.end === name.start || name.word === undefined);
      const culprit = isRest ? options.at(-1)?.namePart : this.place(name);
      this.fail('value', this.place(place), `Value not specified for key '${name.word ?? 'null'}' in JAAS config`, culprit, isKnown && !this.isLost ? key : undefined, name.word);
      if (isKnown) this.show(name);
      if (isKnown && equals.mark === '=') this.show(equals);
      this.isLost = true;
      if (value.kind === 'end' || value.mark === ';' || (equals.mark !== '=' && value.kind === 'word')) this.at--;
      return undefined;
    }
    // An unquoted password with a blank in it looks like one more option.
    const isNamed = isKnown || (/^[A-Za-z_][\w.-]*$/.test(key) && options.every((one) => isOpenOption(one.name) || /^["']/.test(one.valuePart.text)));
    if (isNamed) {
      this.show(name);
      this.show(equals);
    }
    if (isOpenOption(key)) this.show(value);
    options.push({ name: key, namePart: this.place(name), value: value.word, valuePart: this.place(value) });
    return value;
  }

  private next(): Token {
    const token = this.tokens[Math.min(this.at, this.tokens.length - 1)];
    this.at++;
    return token ?? { kind: 'end', word: undefined, mark: '', isQuoted: false, isClosed: true, start: 0, end: 0 };
  }

  private show(token: Token): void {
    if (!this.isLost || token.mark === ';') this.open.push(this.place(token));
  }

  /** Keeps the first problem. `openWord`: the quoted word when it may be shown; `word`: the quoted word. */
  private fail(kind: JaasProblemKind, part: ValuePart, kafka: string | undefined, option?: ValuePart, openWord?: string, word?: string): void {
    const shown = word === undefined || openWord !== undefined ? kafka : kafka?.replace(`'${word}'`, () => "'•••'");
    this.problem ??= { kind, part, kafka, shown, option };
  }

  private place({ start, end }: Token): ValuePart {
    const { offsets } = this.source;
    return offsets ? this.part.slice(offsets[start] ?? this.part.text.length, offsets[end] ?? this.part.text.length) : this.part.slice(start, end);
  }
}

/** A name that can only be that of a class: with its package. */
const CLASS_NAME = /^(?:[A-Za-z_$][\w$-]*\.)+[A-Za-z_$][\w$-]*$/;

/** What Kafka reads; `offsets` gives the place in the part of each of its characters and of its end, undefined when they are the same. */
interface KafkaText { readonly text: string; readonly offsets: readonly number[] | undefined }

/**
 * Kafka reads the file as ISO-8859-1, so a character that the editor shows as one and that was not written as an escape is the two to four bytes of its UTF-8 form.
 * Up to U+00FF nobody can tell in which encoding the file is: such a character stays as it is.
 */
function kafkaText(part: ValuePart): KafkaText {
  const { shape } = part;
  if (!/[^\u0000-\u00ff\ue000]/.test(shape)) return { text: shape, offsets: undefined };
  let text = '';
  const offsets: number[] = [];
  for (let at = 0; at < shape.length;) {
    const character = String.fromCodePoint(shape.codePointAt(at) ?? 0);
    const { span } = part.slice(at, at + character.length);
    const isWide = character > '\u00ff' && character !== FILLED && span.end - span.start === character.length;
    const read = isWide ? String.fromCharCode(...UTF8.encode(character)) : character;
    text += read;
    for (let i = 0; i < read.length; i++) offsets.push(isWide ? at : at + i);
    at += character.length;
  }
  offsets.push(shape.length);
  return { text, offsets };
}

const UTF8 = new TextEncoder();
