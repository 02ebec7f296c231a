import type { Rule } from '../rule';

/** The rules under `jmx/`, in the order in which the documentation lists them. */
export const jmxRules: readonly Rule[] = [
];
