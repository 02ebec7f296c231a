/** A file with the findings that a team knows of: only what is new is reported. Lines may move; a finding is known by its file, rule and message. */
import type { JsonFinding } from './report';

interface Known {
  readonly file: string;
  readonly rule: string;
  readonly message: string;
  /** How often the same finding stands in the file. */
  readonly count: number;
}

/** Collects findings for a new baseline. */
export class BaselineDraft {
  private readonly known = new Map<string, Known>();
  private findings = 0;

  /** How many findings were added. */
  get count(): number {
    return this.findings;
  }

  add({ file, rule, message }: JsonFinding): void {
    this.findings++;
    const key = keyOf(file, rule, message);
    this.known.set(key, { file, rule, message, count: (this.known.get(key)?.count ?? 0) + 1 });
  }

  /** The text of the baseline. */
  toString(): string {
    return `${JSON.stringify({ known: [...this.known.values()] }, null, 2)}\n`;
  }
}

/** Reads a baseline; throws an Error that says what is wrong with its text. */
export function readBaseline(text: string): Baseline {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || !('known' in value) || !Array.isArray(value.known)) throw new Error('a baseline has a list "known"');
  const counts = new Map<string, number>();
  for (const entry of value.known as readonly unknown[]) {
    if (!isKnown(entry)) throw new Error('an entry of a baseline has file, rule, message and count');
    counts.set(keyOf(entry.file, entry.rule, entry.message), entry.count);
  }
  return new Baseline(counts);
}

export class Baseline {
  constructor(private readonly left: Map<string, number>) {}

  /** True when the finding is known; each entry covers as many findings as it counts. */
  takes({ file, rule, message }: JsonFinding): boolean {
    const key = keyOf(file, rule, message);
    const left = this.left.get(key) ?? 0;
    if (left > 0) this.left.set(key, left - 1);
    return left > 0;
  }
}

function keyOf(file: string, rule: string, message: string): string {
  // Numbers of lines in a message move with the lines.
  return JSON.stringify([file, rule, message.replaceAll(/\bline \d+/g, 'line N')]);
}

function isKnown(entry: unknown): entry is Known {
  return typeof entry === 'object' && entry !== null && 'file' in entry && typeof entry.file === 'string' && 'rule' in entry && typeof entry.rule === 'string'
    && 'message' in entry && typeof entry.message === 'string' && 'count' in entry && typeof entry.count === 'number';
}
