import type { Rule } from '../rule';
import { adminServerOpen } from './adminServerOpen';
import { chrootRepeated } from './chrootRepeated';
import { commandsOpen } from './commandsOpen';
import { ensembleSize } from './ensembleSize';
import { myId } from './myId';
import { notInKafka4 } from './notInKafka4';
import { observersWithoutQuorum } from './observersWithoutQuorum';
import { requiredSettingMissing } from './requiredSettingMissing';
import { serverMalformed } from './serverMalformed';
import { sessionTimeoutsCrossed } from './sessionTimeoutsCrossed';
import { snapshotCountRaised } from './snapshotCountRaised';
import { snapshotsNeverPurged } from './snapshotsNeverPurged';
import { temporaryDirectory } from './temporaryDirectory';
import { unknownKey } from './unknownKey';
import { unlimitedConnections } from './unlimitedConnections';
import { unsafeOption } from './unsafeOption';
import { valueType } from './valueType';

/** The rules under `zookeeper/`, in the order in which the documentation lists them. */
export const zookeeperRules: readonly Rule[] = [
  valueType,
  requiredSettingMissing,
  serverMalformed,
  observersWithoutQuorum,
  sessionTimeoutsCrossed,
  myId,
  ensembleSize,
  snapshotsNeverPurged,
  snapshotCountRaised,
  temporaryDirectory,
  unlimitedConnections,
  commandsOpen,
  adminServerOpen,
  unsafeOption,
  unknownKey,
  chrootRepeated,
  notInKafka4,
];
