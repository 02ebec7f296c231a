import type { Rule } from '../rule';

/** The rules under `cluster/`, in the order in which the documentation lists them. */
export const clusterRules: readonly Rule[] = [
];
