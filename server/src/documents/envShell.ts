/**
 * What a shell assigns when it sources a file: `NAME=value`, `export NAME=value`, wherever a command may begin. Conditions and loops are read through:
 * an assignment in a branch counts. Nothing is run and nothing expanded; `$VAR`, `${...}`, `$(...)` stay as written and are marked.
 * The grammar of words is that of POSIX shells, held by test/oracles/shell against bash.
 */
import { EnvAssignment, VALID_NAME, type EnvParts, type EnvProblemCode } from './envFile';
import { ShellWords, type ShellWord } from './shellWords';

/** Words behind which a command begins. */
const RESERVED = new Set(['if', 'then', 'else', 'elif', 'do', 'while', 'until', '!', '{', '}', 'time', 'fi', 'done', 'esac']);
/** Commands whose arguments are assignments; those of the second list do not reach other programs. */
const DECLARATIONS = new Set(['export', 'declare', 'typeset', 'readonly', 'local']);
const ASSIGNMENT = /^([^=]*?)(\+?)=/;

/** Reads the text as a shell would that sources it. */
export function readShell(text: string): EnvParts {
  return new Reader(text).read();
}

class Reader {
  private readonly parts: EnvParts = { assignments: [], comments: [], problems: [] };
  private readonly words: ShellWords;
  /** Nothing from here on reaches the environment. */
  private readonly brokenFrom: number;

  constructor(private readonly text: string) {
    this.words = new ShellWords(text);
    const scan = new ShellWords(text);
    while (scan.nextCommand()) scan.skipCommand();
    this.brokenFrom = scan.brokenFrom ?? Infinity;
  }

  read(): EnvParts {
    const carriageReturn = this.text.indexOf('\r\n');
    if (carriageReturn >= 0) this.problem('carriage-return', carriageReturn, carriageReturn + 1);
    for (let word = this.words.nextCommand(); word; word = this.words.nextCommand()) this.command(word);
    if (this.words.strayEnd !== undefined) this.problem('stray-semicolon', this.words.strayEnd, this.words.strayEnd + 1);
    for (const span of this.words.comments) this.parts.comments.push({ span, text: this.text.slice(span.start + 1, span.end).trim() });
    return this.parts;
  }

  private command(first: ShellWord): void {
    const name = joined(first);
    if (RESERVED.has(name)) return;
    if (DECLARATIONS.has(name)) this.declaration(name === 'export');
    else if (this.isAssignment(first)) this.assignments(first);
    else this.otherCommand(first);
  }

  /** `NAME=value NAME=value`; a word behind them is a command, for which alone they then stand. */
  private assignments(first: ShellWord): void {
    const words = [first];
    for (let next = this.words.nextArgument(); next; next = this.words.nextArgument()) {
      if (this.isAssignment(next)) {
        words.push(next);
        continue;
      }
      const last = words.at(-1) ?? first;
      const isEmpty = last.raw.endsWith('=');
      this.problem(isEmpty ? 'blank-around-equals' : 'command', isEmpty ? last.span.end : next.span.start, isEmpty ? next.span.start : next.span.end);
      for (const word of words) this.assignment(word, false, false);
      this.words.skipCommand();
      return;
    }
    for (const word of words) this.assignment(word, true, false);
  }

  private declaration(exported: boolean): void {
    for (let next = this.words.nextArgument(); next; next = this.words.nextArgument()) {
      if (this.isAssignment(next)) this.assignment(next, true, exported);
      else if (next.raw.includes('=')) this.quotedAssignment(next, true, exported);
      else if (/^-[a-zA-Z]{2,}/.test(next.raw) || next.raw.startsWith('-X')) this.problem('command', next.span.start, next.span.end);
    }
  }

  /** `export "NAME=value"`, or a name over two lines: it shows only when quotes and continuations are undone. */
  private quotedAssignment(word: ShellWord, isRead: boolean, exported: boolean): void {
    const { text, expansions } = this.words.valueOf(word, 0);
    const equals = text.text.indexOf('=');
    const name = text.text.slice(0, equals);
    const isValid = VALID_NAME.test(name);
    const nameSpan = text.part(0, equals);
    if (!word.closed) this.problem('unterminated-quote', word.openQuote, word.openQuote + 1);
    else if (!isValid) this.problem('invalid-name', nameSpan.start, nameSpan.end);
    const moved = expansions.filter(({ start }) => start > equals).map(({ start, end }) => ({ start: start - equals - 1, end: end - equals - 1 }));
    const value = text.slice(equals + 1);
    const valueSpan = value.text === '' ? { start: word.span.end, end: word.span.end } : value.part(0, value.text.length);
    this.parts.assignments.push(new EnvAssignment(
      name, nameSpan, valueSpan, this.linesOf(word.span.start, word.span.end), isRead && isValid && word.span.start < this.brokenFrom, exported, moved, value,
    ));
  }

  private otherCommand(first: ShellWord): void {
    const next = this.words.nextArgument();
    if (next?.raw.startsWith('=') && VALID_NAME.test(first.raw)) {
      this.problem('blank-around-equals', first.span.end, next.span.start);
      this.parts.assignments.push(this.placed(first.raw, first, { ...next, raw: next.raw }, false, false));
    } else if (/^[\w.-]+=/.test(first.raw)) this.wrongName(first);
    if (next) this.words.skipCommand();
  }

  private wrongName(word: ShellWord): void {
    const length = word.raw.indexOf('=');
    this.problem('invalid-name', word.span.start, word.span.start + length);
    this.assignment(word, false, false);
  }

  private isAssignment(word: ShellWord): boolean {
    const name = ASSIGNMENT.exec(joined(word))?.[1];
    return name !== undefined && VALID_NAME.test(name);
  }

  private assignment(word: ShellWord, isRead: boolean, exported: boolean): void {
    const name = ASSIGNMENT.exec(word.raw)?.[1] ?? '';
    if (name.includes('\\')) {
      this.quotedAssignment(word, isRead, exported);
      return;
    }
    if (!word.closed) this.problem('unterminated-quote', word.openQuote, word.openQuote + 1);
    this.parts.assignments.push(this.placed(name, word, word, isRead, exported));
  }

  private placed(name: string, from: ShellWord, value: ShellWord, isRead: boolean, exported: boolean): EnvAssignment {
    const sign = /=/.exec(value.raw)?.index ?? 0;
    const placed = this.words.valueOf(value, sign + 1);
    const appends = value.raw[sign - 1] === '+';
    return new EnvAssignment(
      name,
      { start: from.span.start, end: from.span.start + name.length },
      { start: value.span.start + sign + 1, end: value.span.end },
      this.linesOf(from.span.start, value.span.end),
      isRead && from.span.start < this.brokenFrom,
      exported,
      // `NAME+=value` begins with a value that is not known here.
      appends ? [{ start: 0, end: 0 }, ...placed.expansions] : placed.expansions,
      placed.text,
    );
  }

  private linesOf(start: number, end: number): { readonly start: number; readonly end: number } {
    const newline = this.text.indexOf('\n', end);
    return { start: this.text.lastIndexOf('\n', start - 1) + 1, end: newline < 0 ? this.text.length : newline + 1 };
  }

  private problem(code: EnvProblemCode, start: number, end: number): void {
    this.parts.problems.push({ code, span: { start, end } });
  }
}

/** The word without the line breaks that a backslash takes out. */
function joined({ raw }: ShellWord): string {
  return raw.replaceAll('\\\n', '');
}
