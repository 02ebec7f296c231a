/**
 * Environment file -> assignments with places, by the grammar of who reads it: systemd (`EnvironmentFile=`), a shell that sources it, or Docker (`--env-file`).
 * Never throws: what the reader drops or refuses becomes a problem with a span, and reading goes on behind it.
 * Each grammar is held by test/oracles against the real reader.
 */
import { readDocker } from './envDocker';
import { readShell } from './envShell';
import { readSystemd } from './envSystemd';
import type { PlacedText } from './pieces';
import type { Span } from './span';

export type EnvDialect = 'systemd' | 'shell' | 'docker';

/** `NAME=value`, over as many lines as quotes and continuations take. */
export class EnvAssignment {
  constructor(
    readonly name: string,
    readonly nameSpan: Span,
    /** The raw value, quotes included. */
    readonly valueSpan: Span,
    /** All lines of the assignment, from the first character of the line to behind the last line break. */
    readonly lineSpan: Span,
    /** False when the reader drops it. */
    readonly isRead: boolean,
    /** Preceded by `export`, which only a shell understands. */
    readonly exported: boolean,
    /** Stretches of the value that the reader fills in (`$VAR`, `$(command)` in a shell), as indices into it. */
    readonly expansions: readonly Span[],
    private readonly placed: PlacedText,
  ) {}

  /** What the program finds in its environment; expansions stand as written. */
  get value(): string {
    return this.placed.text;
  }

  get span(): Span {
    return { start: this.nameSpan.start, end: this.valueSpan.end };
  }

  /** The place in the text of `value.slice(start, end)`. */
  valuePart(start: number, end: number): Span {
    return this.placed.part(start, end);
  }
}

/**
 * What the reader refuses or does behind one's back.
 * `export`: no shell reads this file, the line is dropped. `invalid-name`: the line is dropped (systemd) or run as a command (shell).
 * `unterminated-quote`: everything up to the end of the file belongs to the value. `text-after-quote`: text behind a closing quote belongs to the value.
 * `blank-around-equals`: a shell runs the name as a command; Docker refuses the file. `command`: the word behind the value is run as a command and the
 * variable is set for that command only. `carriage-return`: a shell keeps the one before each line feed as the last character of every value. `stray-semicolon`: a comment of systemd, where a shell stops reading the file. `no-assignment`: a line without `=`. `comment-continues`: systemd before 254 takes the next line as part of the comment.
 */
export type EnvProblemCode =
  | 'export' | 'invalid-name' | 'unterminated-quote' | 'text-after-quote' | 'blank-around-equals' | 'command' | 'no-assignment' | 'comment-continues' | 'carriage-return' | 'stray-semicolon';

export interface EnvProblem {
  readonly code: EnvProblemCode;
  readonly span: Span;
}

export interface EnvComment {
  /** From the marker to the end of the line. */
  readonly span: Span;
  readonly text: string;
}

export interface EnvDocument {
  readonly text: string;
  readonly dialect: EnvDialect;
  readonly assignments: readonly EnvAssignment[];
  readonly comments: readonly EnvComment[];
  readonly problems: readonly EnvProblem[];
  /** The assignment that counts for a name: the last one that is read. */
  get(name: string): EnvAssignment | undefined;
}

/** What a reader of one grammar gives. */
export interface EnvParts {
  readonly assignments: EnvAssignment[];
  readonly comments: EnvComment[];
  readonly problems: EnvProblem[];
}

/** Reads an environment file. Total: every text gives a document. */
export function parseEnvFile(text: string, dialect: EnvDialect): EnvDocument {
  const parts = READERS[dialect](text);
  const read = new Map<string, EnvAssignment>();
  for (const assignment of parts.assignments) if (assignment.isRead) read.set(assignment.name, assignment);
  return { text, dialect, ...parts, get: (name) => read.get(name) };
}

const READERS: Readonly<Record<EnvDialect, (text: string) => EnvParts>> = { systemd: (text) => readSystemd(text), shell: readShell, docker: readDocker };

/** A name that systemd and shells accept. */
export const VALID_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
