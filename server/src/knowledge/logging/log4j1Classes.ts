/** What a log4j.properties can name: the classes of reload4j 1.2.25 and their options, read by reflection (scripts/generate-logging-facts.mjs). */
import facts from './log4j1-classes.json';

/** Type of an option; `read-only` has a getter only, `object` is built from a class name. */
export type Log4j1OptionType = 'String' | 'boolean' | 'int' | 'long' | 'float' | 'double' | 'char' | 'Level' | 'read-only' | 'object';
export type Log4j1Kind = 'appender' | 'layout' | 'filter' | 'errorhandler';

export interface Log4j1Class {
  readonly kind: Log4j1Kind;
  /** For appenders: whether log4j looks for a layout. */
  readonly requiresLayout?: boolean;
  /** By name with a small first letter, as the bean has it. */
  readonly options: Readonly<Record<string, Log4j1OptionType>>;
}

const CLASSES = facts.classes as unknown as Readonly<Record<string, Log4j1Class>>;
const OTHERS: ReadonlySet<string> = new Set(facts.others);

/** The facts of a class that can be instantiated; undefined for every other name. */
export function log4j1Class(name: string): Log4j1Class | undefined {
  return Object.hasOwn(CLASSES, name) ? CLASSES[name] : undefined;
}

/** True for classes of the jar that are neither appender, layout, filter nor error handler, or abstract. */
export function isOtherLog4j1Class(name: string): boolean {
  return OTHERS.has(name);
}

/** Names of all classes of a kind. */
export function log4j1ClassesOf(kind: Log4j1Kind): readonly string[] {
  return Object.keys(CLASSES).filter((name) => CLASSES[name]?.kind === kind);
}

/** The interface that a kind stands for, as log4j names it in its messages. */
export const LOG4J1_INTERFACES: Readonly<Record<Log4j1Kind, string>> = {
  appender: 'org.apache.log4j.Appender',
  layout: 'org.apache.log4j.Layout',
  filter: 'org.apache.log4j.spi.Filter',
  errorhandler: 'org.apache.log4j.spi.ErrorHandler',
};
