import type { Rule } from '../rule';

/** The rules under `broker/`, in the order in which the documentation lists them. */
export const brokerRules: readonly Rule[] = [
];
