import type { Rule } from '../rule';
import { clusterIdsDiffer } from './clusterIdsDiffer';
import { factorAboveBrokers } from './factorAboveBrokers';
import { nodeIdTwice } from './nodeIdTwice';
import { oneRack } from './oneRack';
import { rackOnSomeBrokers } from './rackOnSomeBrokers';
import { topicDefaultNotOnControllers } from './topicDefaultNotOnControllers';
import { votersDiffer } from './votersDiffer';

/** The rules under `cluster/`, in the order in which the documentation lists them. */
export const clusterRules: readonly Rule[] = [
  nodeIdTwice,
  clusterIdsDiffer,
  votersDiffer,
  rackOnSomeBrokers,
  oneRack,
  factorAboveBrokers,
  topicDefaultNotOnControllers,
];
