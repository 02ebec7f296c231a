/** MBeans that operators watch, and the nodes on which they exist. Source: facts/mbeans.json, listed over JMX on running nodes. */
import file from './facts/mbeans.json';

export interface MBean {
  /** An object name; `*` stands for any value of a property. */
  readonly mbean: string;
  readonly attribute?: string;
  /** Nodes that have the bean with this attribute, such as `4.1.1 broker only`. */
  readonly on?: readonly string[];
  /** Nodes that have the bean without the attribute. */
  readonly beanOnly?: readonly string[];
}

const rows = file.rows as unknown as readonly MBean[];

/** All beans in the order of their importance. */
export function mbeans(): readonly MBean[] {
  return rows;
}

/** The rows of one bean: one for each attribute. `*` in a row fits any value. */
export function mbeanRows(objectName: string): readonly MBean[] {
  return rows.filter(({ mbean }) => mbean === objectName || patternOf(mbean).test(objectName));
}

function patternOf(mbean: string): RegExp {
  return new RegExp(`^${mbean.replace(/[.$()[\]^+?{}|\\]/g, '\\$&').replaceAll('*', '[^,]+')}$`);
}
