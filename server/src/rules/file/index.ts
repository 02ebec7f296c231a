import type { Rule } from '../rule';

/** The rules under `file/`, in the order in which the documentation lists them. */
export const fileRules: readonly Rule[] = [
];
