/** What a rule says about a place in a file, and the repairs that travel with it. */
import type { Edit, Span } from '../documents/span';

/** By consequence: error = the program refuses to start or the line surely does not do what it says; warning = it runs and will hurt. */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** From the gravest to the mildest. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/**
 * `safe`: what a running program does stays the same, or the program refused the line and only one repair is possible.
 * `choice`: behaviour changes; only the operator can judge. `command`: nothing is edited; a text is offered to copy.
 */
export type Fix =
  | { readonly kind: 'safe' | 'choice'; readonly title: string; readonly edits: readonly Edit[]; /** Selected after the edit, relative to the start of the first edit's new text. */ readonly select?: Span }
  | { readonly kind: 'command'; readonly title: string; readonly copy: string; /** What our own extension runs instead of copying; it changes nothing. */ readonly run?: Run };

/** A command of the extension that looks at the machine. */
export interface Run {
  readonly command: 'kafkaConfig.checkFreeSpace';
  /** The path of a log or its folder. */
  readonly argument: string;
}

/** Another place that takes part; without `path` it lies in the same file. */
export interface Related {
  readonly span: Span;
  readonly text: string;
  readonly path?: string;
}

/** One finding. Line 1 is `text`, line 2 `help`, line 3 `program`: see docs/wording.md. */
export interface Finding {
  readonly span: Span;
  /** The value in quotes, then what happens. One line. */
  readonly text: string;
  /** What to write instead. */
  readonly help?: string;
  /** The program's own words, headed by its name: `Kafka: ...`, `log4j: ...`, `JVM: ...`. */
  readonly program?: string;
  /** Set when this finding weighs differently from its rule. */
  readonly severity?: Severity;
  /** The file that `span` lies in; cluster rules set it, all others speak of their own file. */
  readonly path?: string;
  /** Preferred first. */
  readonly fixes?: readonly Fix[];
  readonly related?: readonly Related[];
  /** `unnecessary` is drawn faded, `deprecated` struck out. */
  readonly tag?: 'unnecessary' | 'deprecated';
}

/** A fix that only replaces the text under one span. */
export function replace(kind: 'safe' | 'choice', title: string, span: Span, newText: string): Fix {
  return { kind, title, edits: [{ span, newText }] };
}
