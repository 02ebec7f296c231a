/** Assignors of the group coordinator: short names and the classes that implement them (GroupCoordinatorConfig). Classes of other jars are not judged. */
import { hasKafkaClass, isKafkaClassName } from '../knowledge/classNames';
import type { BrokerModel } from './broker';
import type { ValuePart } from './valuePart';

const HOME = 'org.apache.kafka.coordinator.group.assignor';

interface AssignorKind {
  readonly key: string;
  /** Short names; up to 3.9 there are none. */
  readonly short: readonly string[];
  readonly classes: readonly string[];
  /** Exactly one. */
  readonly single: boolean;
}

export const ASSIGNOR_KINDS: readonly AssignorKind[] = [
  { key: 'group.consumer.assignors', short: ['uniform', 'range'], classes: [`${HOME}.UniformAssignor`, `${HOME}.RangeAssignor`], single: false },
  { key: 'group.share.assignors', short: ['simple'], classes: [`${HOME}.SimpleAssignor`], single: true },
  { key: 'group.streams.assignors', short: ['sticky'], classes: ['org.apache.kafka.coordinator.group.streams.assignor.StickyTaskAssignor'], single: true },
];

/** The elements that no version of this broker can load, and the whole list where exactly one is wanted. */
export function assignorProblems(broker: BrokerModel, { key, short, classes, single }: AssignorKind): { readonly unknown: readonly ValuePart[]; readonly surplus: ValuePart | undefined } {
  const part = broker.settings.part(key);
  if (!part || part.templated || !broker.settings.fact(key)) return { unknown: [], surplus: undefined };
  const names = broker.in('>=4.2') ? new Set(part.items.map(({ text }) => text)).size : part.items.length;
  const isShort = (text: string): boolean => broker.in('>=4.0') && short.includes(text);
  const isThere = (text: string): boolean => classes.includes(text) && hasKafkaClass(text, broker.version) !== false;
  // A name in a package may be that of a plug-in; all others are judged.
  const unknown = part.items.filter(({ text }) => (text === '' ? broker.in('<4.2') : !isShort(text) && !isThere(text) && (isKafkaClassName(text) || text.startsWith('java.') || !text.includes('.'))));
  return { unknown, surplus: single && names !== 1 && !(names === 0 && broker.in('>=4.2')) ? part : undefined };
}
