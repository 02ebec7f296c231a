import type { Rule } from '../rule';
import { agentInKafkaOpts } from './agentInKafkaOpts';
import { heapLeftAtDefault } from './heapLeftAtDefault';
import { heapStartAboveMaximum } from './heapStartAboveMaximum';
import { heapTooLarge } from './heapTooLarge';
import { heapUnequal } from './heapUnequal';
import { portExportedToTools } from './portExportedToTools';
import { remoteWithoutPassword } from './remoteWithoutPassword';
import { removedGcOption } from './removedGcOption';

/** The rules under `jmx/`, in the order in which the documentation lists them. */
export const jmxRules: readonly Rule[] = [
  remoteWithoutPassword,
  portExportedToTools,
  agentInKafkaOpts,
  heapStartAboveMaximum,
  heapLeftAtDefault,
  heapUnequal,
  heapTooLarge,
  removedGcOption,
];
