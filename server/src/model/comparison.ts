/** Two numbers that Kafka compares: both known, at least one written. */
import type { Effective, Settings } from './settings';
import type { ValuePart } from './valuePart';

export interface Comparison {
  readonly left: Effective<number>;
  readonly right: Effective<number>;
  readonly leftValue: number;
  readonly rightValue: number;
  /** Where to speak: the left one where it is written, else the right one. */
  readonly place: ValuePart;
}

/** Undefined when one of the two is unknown, or neither is written: Kafka's own defaults never contradict each other. */
export function comparison(settings: Settings, leftKey: string, rightKey: string): Comparison | undefined {
  const left = settings.number(leftKey);
  const right = settings.number(rightKey);
  const place = left.part ?? right.part;
  if (typeof left.value !== 'number' || typeof right.value !== 'number' || !place) return undefined;
  return { left, right, leftValue: left.value, rightValue: right.value, place };
}
