/** What is wrong with a logging file as the library reads it, in the library's own words. The sentences for people are in the rules. */
import type { Span } from '../documents/span';

export type LoggingProblemCode =
  // references and names
  | 'appender-not-defined' | 'class-not-found' | 'class-of-wrong-kind' | 'class-missing' | 'element-unknown' | 'element-not-taken' | 'additivity-of-no-logger'
  | 'key-not-read' | 'option-of-no-appender' | 'logger-set-twice' | 'short-form-wins'
  // options
  | 'option-unknown' | 'option-type' | 'option-missing' | 'option-empty' | 'buffer-without-use' | 'size-format' | 'count-format'
  // patterns
  | 'pattern-letter' | 'pattern-date' | 'roll-pattern' | 'roll-pattern-without-date'
  // levels
  | 'level-unknown' | 'level-boolean' | 'level-class' | 'comma-missing' | 'root-inherits'
  // variables
  | 'variable-not-closed' | 'variable-cycle'
  // the whole file
  | 'loggers-missing' | 'root-missing' | 'root-twice' | 'list-at-top' | 'syntax' | 'duplicate-key' | 'property-without-name' | 'status-word' | 'start-refused' | 'deprecated-word' | 'not-supported';

export interface LoggingProblem {
  readonly code: LoggingProblemCode;
  /** The smallest part that is wrong. */
  readonly span: Span;
  /** The thing it is about: the word, the appender, the option. */
  readonly name: string;
  /** What it belongs to: the class, the element, the logger. */
  readonly owner: string;
  /** The library's own messages, the decisive one first; empty when the library says nothing. */
  readonly words: readonly string[];
  /** True when the JVM ends because of it, or the library reads nothing of the file. */
  readonly fatal: boolean;
}

/** A problem from its usual parts. */
export function problem(code: LoggingProblemCode, span: Span, name: string, owner: string, words: readonly string[], fatal = false): LoggingProblem {
  return { code, span, name, owner, words, fatal };
}
