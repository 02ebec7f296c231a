import type { Rule } from '../rule';

/** The rules under `zookeeper/`, in the order in which the documentation lists them. */
export const zookeeperRules: readonly Rule[] = [
];
