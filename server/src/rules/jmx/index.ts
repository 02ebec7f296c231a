import type { Rule } from '../rule';
import { agentInKafkaOpts } from './agentInKafkaOpts';
import { agentPortTaken } from './agentPortTaken';
import { assignmentMalformed } from './assignmentMalformed';
import { compatibilityNotSwitchedOn } from './compatibilityNotSwitchedOn';
import { debuggerOpen } from './debuggerOpen';
import { environmentFilePath } from './environmentFilePath';
import { exportNotRead } from './exportNotRead';
import { heapAboveMemoryLimit } from './heapAboveMemoryLimit';
import { heapLeftAtDefault } from './heapLeftAtDefault';
import { heapSizeMalformed } from './heapSizeMalformed';
import { heapStartAboveMaximum } from './heapStartAboveMaximum';
import { heapTooLarge } from './heapTooLarge';
import { heapUnequal } from './heapUnequal';
import { hostnameAnyAddress } from './hostnameAnyAddress';
import { hostnameInContainer } from './hostnameInContainer';
import { javaTooOld } from './javaTooOld';
import { kraftFolderGone } from './kraftFolderGone';
import { loggingFileMissing } from './loggingFileMissing';
import { loggingOption } from './loggingOption';
import { logsDirNotSet } from './logsDirNotSet';
import { openFiles } from './openFiles';
import { passwordFileMissing } from './passwordFileMissing';
import { portExportedToTools } from './portExportedToTools';
import { portMalformed } from './portMalformed';
import { propertyDeprecated } from './propertyDeprecated';
import { propertyMisspelt } from './propertyMisspelt';
import { registryWithoutTls } from './registryWithoutTls';
import { remoteWithoutPassword } from './remoteWithoutPassword';
import { removedGcOption } from './removedGcOption';
import { stopTimeout } from './stopTimeout';
import { valueSplit } from './valueSplit';

/** The rules under `jmx/`, in the order in which the documentation lists them. */
export const jmxRules: readonly Rule[] = [
  remoteWithoutPassword,
  passwordFileMissing,
  registryWithoutTls,
  portMalformed,
  portExportedToTools,
  hostnameInContainer,
  hostnameAnyAddress,
  propertyMisspelt,
  propertyDeprecated,
  agentInKafkaOpts,
  agentPortTaken,
  debuggerOpen,
  heapStartAboveMaximum,
  heapSizeMalformed,
  heapLeftAtDefault,
  heapUnequal,
  heapTooLarge,
  heapAboveMemoryLimit,
  removedGcOption,
  javaTooOld,
  compatibilityNotSwitchedOn,
  loggingOption,
  loggingFileMissing,
  logsDirNotSet,
  valueSplit,
  exportNotRead,
  assignmentMalformed,
  environmentFilePath,
  kraftFolderGone,
  openFiles,
  stopTimeout,
];
