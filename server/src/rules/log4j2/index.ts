import type { Rule } from '../rule';

/** The rules under `log4j2/`, in the order in which the documentation lists them. */
export const log4j2Rules: readonly Rule[] = [
];
