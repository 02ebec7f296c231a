import type { RuleOf } from '../rule';
import { advertisedListenerUnknown } from './advertisedListenerUnknown';
import { advertisedLoopback } from './advertisedLoopback';
import { advertisedMetaAddress } from './advertisedMetaAddress';
import { autoCreateTopics } from './autoCreateTopics';
import { controllerListenerAdvertised } from './controllerListenerAdvertised';
import { controllerListenerMissing } from './controllerListenerMissing';
import { controllerListenerNotMapped } from './controllerListenerNotMapped';
import { controllerListenerOnBroker } from './controllerListenerOnBroker';
import { controllerMetaAddress } from './controllerMetaAddress';
import { controllerWithOtherListeners } from './controllerWithOtherListeners';
import { emptyValue } from './emptyValue';
import { interBrokerListenerNotAdvertised } from './interBrokerListenerNotAdvertised';
import { interBrokerListenerNotMapped } from './interBrokerListenerNotMapped';
import { interBrokerListenerSetTwice } from './interBrokerListenerSetTwice';
import { internalTopicFactorAboveBrokers } from './internalTopicFactorAboveBrokers';
import { listenerMalformed } from './listenerMalformed';
import { listenerNameTwice } from './listenerNameTwice';
import { listenerPortTwice } from './listenerPortTwice';
import { listenerWithoutProtocol } from './listenerWithoutProtocol';
import { logDirectoryTemporary } from './logDirectoryTemporary';
import { minIsrEqualsReplicationFactor } from './minIsrEqualsReplicationFactor';
import { noAdvertisedListener } from './noAdvertisedListener';
import { nodeIdAndBrokerIdDiffer } from './nodeIdAndBrokerIdDiffer';
import { nodeIdIsAVoter } from './nodeIdIsAVoter';
import { nodeIdNotAVoter } from './nodeIdNotAVoter';
import { nodeIdOutOfRange } from './nodeIdOutOfRange';
import { processRole } from './processRole';
import { protocolVersionLeftBehind } from './protocolVersionLeftBehind';
import { quorumAddress } from './quorumAddress';
import { quorumMissing } from './quorumMissing';
import { replicationFactorBelowThree } from './replicationFactorBelowThree';
import { requiredSettingMissing } from './requiredSettingMissing';
import { retentionBelowTwoSegments } from './retentionBelowTwoSegments';
import { secretInClearText } from './secretInClearText';
import { settingNotRead } from './settingNotRead';
import { superUsersWithCommas } from './superUsersWithCommas';
import { uncleanLeaderElection } from './uncleanLeaderElection';
import { valueNotAllowed } from './valueNotAllowed';
import { valueRange } from './valueRange';
import { valueType } from './valueType';
import { voterMetaAddress } from './voterMetaAddress';
import { zookeeperSetting } from './zookeeperSetting';

/**
 * What Kafka itself refuses: an error of these rules means that the node of this version does not start, and a file without one is accepted.
 * test/oracles/kafka holds them equal to the real Kafka in both directions.
 */
export const refusalRules: readonly RuleOf<'broker'>[] = [
  valueType,
  valueRange,
  valueNotAllowed,
  emptyValue,
  processRole,
  requiredSettingMissing,
  nodeIdOutOfRange,
  nodeIdAndBrokerIdDiffer,
  quorumMissing,
  quorumAddress,
  nodeIdNotAVoter,
  nodeIdIsAVoter,
  voterMetaAddress,
  listenerMalformed,
  listenerWithoutProtocol,
  listenerNameTwice,
  listenerPortTwice,
  interBrokerListenerSetTwice,
  interBrokerListenerNotMapped,
  interBrokerListenerNotAdvertised,
  advertisedListenerUnknown,
  advertisedMetaAddress,
  noAdvertisedListener,
  controllerListenerAdvertised,
  controllerWithOtherListeners,
  controllerListenerMissing,
  controllerListenerOnBroker,
  controllerListenerNotMapped,
  controllerMetaAddress,
];

/** What Kafka takes without a word and operators regret. */
export const adviceRules: readonly RuleOf<'broker'>[] = [
  advertisedLoopback,
  replicationFactorBelowThree,
  minIsrEqualsReplicationFactor,
  internalTopicFactorAboveBrokers,
  uncleanLeaderElection,
  logDirectoryTemporary,
  autoCreateTopics,
  retentionBelowTwoSegments,
  settingNotRead,
  protocolVersionLeftBehind,
  zookeeperSetting,
  superUsersWithCommas,
  secretInClearText,
];

/** The rules under `broker/`, in the order in which the documentation lists them. */
export const brokerRules: readonly RuleOf<'broker'>[] = [...refusalRules, ...adviceRules];
