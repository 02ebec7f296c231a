import type { Rule } from '../rule';

/** The rules under `log4j/`, in the order in which the documentation lists them. */
export const log4jRules: readonly Rule[] = [
];
