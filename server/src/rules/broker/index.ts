import type { RuleOf } from '../rule';
import { advertisedListenerUnknown } from './advertisedListenerUnknown';
import { advertisedLoopback } from './advertisedLoopback';
import { advertisedMetaAddress } from './advertisedMetaAddress';
import { advertisedPortDiffers } from './advertisedPortDiffers';
import { anonymousSuperUser } from './anonymousSuperUser';
import { authenticationWithoutAuthorizer } from './authenticationWithoutAuthorizer';
import { authorizerWithoutSuperUser } from './authorizerWithoutSuperUser';
import { authorizerWithoutZookeeper } from './authorizerWithoutZookeeper';
import { autoCreateTopics } from './autoCreateTopics';
import { autoJoinOnBroker } from './autoJoinOnBroker';
import { classNotFound } from './classNotFound';
import { cleanerOff } from './cleanerOff';
import { clientAuthNotRead } from './clientAuthNotRead';
import { clientsAnonymous } from './clientsAnonymous';
import { combinedRoles } from './combinedRoles';
import { compactionLagCrossed } from './compactionLagCrossed';
import { configProvider } from './configProvider';
import { connectionsPerIp } from './connectionsPerIp';
import { controlledShutdownOff } from './controlledShutdownOff';
import { controllerListenerAdvertised } from './controllerListenerAdvertised';
import { controllerListenerMissing } from './controllerListenerMissing';
import { controllerListenerNotMapped } from './controllerListenerNotMapped';
import { controllerListenerOnBroker } from './controllerListenerOnBroker';
import { controllerListenerTwice } from './controllerListenerTwice';
import { controllerMetaAddress } from './controllerMetaAddress';
import { controllerNamesNotUsed } from './controllerNamesNotUsed';
import { controllerNamesWithZookeeper } from './controllerNamesWithZookeeper';
import { controllerWithOtherListeners } from './controllerWithOtherListeners';
import { controlPlaneListener } from './controlPlaneListener';
import { cordonedLogDirectories } from './cordonedLogDirectories';
import { dataOfAnotherNode } from './dataOfAnotherNode';
import { deleteTopicOff } from './deleteTopicOff';
import { deprecatedSetting } from './deprecatedSetting';
import { dynamicOnly } from './dynamicOnly';
import { earlyStartListener } from './earlyStartListener';
import { emptyValue } from './emptyValue';
import { endpointIdentification } from './endpointIdentification';
import { evenVoters } from './evenVoters';
import { everyoneAllowed } from './everyoneAllowed';
import { fetchWait } from './fetchWait';
import { flushOften } from './flushOften';
import { flushSchedulerMissing } from './flushSchedulerMissing';
import { groupAssignor } from './groupAssignor';
import { groupLimits } from './groupLimits';
import { heartbeatAboveHalfSession } from './heartbeatAboveHalfSession';
import { idleBeforeAuthenticationDelay } from './idleBeforeAuthenticationDelay';
import { interBrokerListenerNotAdvertised } from './interBrokerListenerNotAdvertised';
import { interBrokerListenerNotMapped } from './interBrokerListenerNotMapped';
import { interBrokerListenerOnController } from './interBrokerListenerOnController';
import { interBrokerListenerSetTwice } from './interBrokerListenerSetTwice';
import { internalTopicFactorAboveBrokers } from './internalTopicFactorAboveBrokers';
import { internalTopicSingleCopy } from './internalTopicSingleCopy';
import { jaasKeyCase } from './jaasKeyCase';
import { jaasLoginModule } from './jaasLoginModule';
import { jaasMalformed } from './jaasMalformed';
import { jaasMissing } from './jaasMissing';
import { jaasWithoutMechanism } from './jaasWithoutMechanism';
import { jmxReporterMissing } from './jmxReporterMissing';
import { lagTimeShort } from './lagTimeShort';
import { listElementTwice } from './listElementTwice';
import { listenerMalformed } from './listenerMalformed';
import { listenerNameTwice } from './listenerNameTwice';
import { listenerPortTwice } from './listenerPortTwice';
import { listenerPrefix } from './listenerPrefix';
import { listenerSettingValue } from './listenerSettingValue';
import { listenerWithoutKeystore } from './listenerWithoutKeystore';
import { listenerWithoutProtocol } from './listenerWithoutProtocol';
import { localRetention } from './localRetention';
import { logCleanerMemory } from './logCleanerMemory';
import { logDirectoryNested } from './logDirectoryNested';
import { logDirectoryTemporary } from './logDirectoryTemporary';
import { logDirectoryTwice } from './logDirectoryTwice';
import { logRetentionZero } from './logRetentionZero';
import { logRollTime } from './logRollTime';
import { messageAboveFetch } from './messageAboveFetch';
import { messageAboveRequest } from './messageAboveRequest';
import { messageFormatVersion } from './messageFormatVersion';
import { migration } from './migration';
import { minIsrEqualsReplicationFactor } from './minIsrEqualsReplicationFactor';
import { minIsrOnBroker } from './minIsrOnBroker';
import { minIsrOne } from './minIsrOne';
import { noAdvertisedListener } from './noAdvertisedListener';
import { nodeIdAndBrokerIdDiffer } from './nodeIdAndBrokerIdDiffer';
import { nodeIdIsAVoter } from './nodeIdIsAVoter';
import { nodeIdNotAVoter } from './nodeIdNotAVoter';
import { nodeIdOutOfRange } from './nodeIdOutOfRange';
import { nodeWithoutRole } from './nodeWithoutRole';
import { noLogDirectory } from './noLogDirectory';
import { noRetentionLimit } from './noRetentionLimit';
import { oauthUrlNotAllowed } from './oauthUrlNotAllowed';
import { oauthValidator } from './oauthValidator';
import { offsetsCommitAcks } from './offsetsCommitAcks';
import { offsetsRetentionShort } from './offsetsRetentionShort';
import { oldTls } from './oldTls';
import { plaintextListener } from './plaintextListener';
import { plainWithoutTls } from './plainWithoutTls';
import { policyClassInKraft } from './policyClassInKraft';
import { policyClassOnBroker } from './policyClassOnBroker';
import { portOutOfRange } from './portOutOfRange';
import { principalBuilder } from './principalBuilder';
import { processRole } from './processRole';
import { protocolMapMalformed } from './protocolMapMalformed';
import { protocolVersionInKraft } from './protocolVersionInKraft';
import { protocolVersionLeftBehind } from './protocolVersionLeftBehind';
import { providerWithoutPaths } from './providerWithoutPaths';
import { queuedRequestBytes } from './queuedRequestBytes';
import { quorumAddress } from './quorumAddress';
import { quorumMissing } from './quorumMissing';
import { quorumSetTwice } from './quorumSetTwice';
import { rackTagTwice } from './rackTagTwice';
import { rebalanceProtocols } from './rebalanceProtocols';
import { recoveryThreads } from './recoveryThreads';
import { referenceWithoutProvider } from './referenceWithoutProvider';
import { removedSetting } from './removedSetting';
import { replicationFactorBelowThree } from './replicationFactorBelowThree';
import { requiredSettingMissing } from './requiredSettingMissing';
import { retentionBelowTwoSegments } from './retentionBelowTwoSegments';
import { sameKeystore } from './sameKeystore';
import { saslMechanismNotEnabled } from './saslMechanismNotEnabled';
import { secretInClearText } from './secretInClearText';
import { segmentSmall } from './segmentSmall';
import { sessionTimeoutCapped } from './sessionTimeoutCapped';
import { settingNotRead } from './settingNotRead';
import { shareSnapshotRecords } from './shareSnapshotRecords';
import { singlePartition } from './singlePartition';
import { socketBufferSmall } from './socketBufferSmall';
import { superUserMalformed } from './superUserMalformed';
import { superUsersWithCommas } from './superUsersWithCommas';
import { tieredStorageDirectories } from './tieredStorageDirectories';
import { tlsStore } from './tlsStore';
import { tlsWithoutKeystore } from './tlsWithoutKeystore';
import { topicDefaultOnBroker } from './topicDefaultOnBroker';
import { trailingBlank } from './trailingBlank';
import { uncleanLeaderElection } from './uncleanLeaderElection';
import { unsecuredOauth } from './unsecuredOauth';
import { valueNotAllowed } from './valueNotAllowed';
import { valueRange } from './valueRange';
import { valueType } from './valueType';
import { voterMetaAddress } from './voterMetaAddress';
import { voterTwice } from './voterTwice';
import { zookeeperConnect } from './zookeeperConnect';
import { zookeeperModeSetting } from './zookeeperModeSetting';
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
  logRollTime,
  logRetentionZero,
  logCleanerMemory,
  fetchWait,
  offsetsCommitAcks,
  queuedRequestBytes,
  connectionsPerIp,
  idleBeforeAuthenticationDelay,
  compactionLagCrossed,
  messageFormatVersion,
  protocolVersionInKraft,
  cordonedLogDirectories,
  rebalanceProtocols,
  groupLimits,
  tieredStorageDirectories,
  localRetention,
  noLogDirectory,
  logDirectoryTwice,
  logDirectoryNested,
  protocolMapMalformed,
  controllerNamesWithZookeeper,
  controllerListenerTwice,
  interBrokerListenerOnController,
  controlPlaneListener,
  earlyStartListener,
  portOutOfRange,
  autoJoinOnBroker,
  policyClassInKraft,
  migration,
  saslMechanismNotEnabled,
  listenerSettingValue,
  jaasMalformed,
  jaasLoginModule,
  jaasKeyCase,
  tlsStore,
  tlsWithoutKeystore,
  superUserMalformed,
  authorizerWithoutZookeeper,
  configProvider,
  zookeeperConnect,
  classNotFound,
  principalBuilder,
  groupAssignor,
  oauthValidator,
  shareSnapshotRecords,
  rackTagTwice,
];

/** What Kafka takes without a word and operators regret. */
export const adviceRules: readonly RuleOf<'broker'>[] = [
  advertisedLoopback,
  replicationFactorBelowThree,
  minIsrEqualsReplicationFactor,
  internalTopicFactorAboveBrokers,
  uncleanLeaderElection,
  logDirectoryTemporary,
  dataOfAnotherNode,
  autoCreateTopics,
  nodeWithoutRole,
  retentionBelowTwoSegments,
  settingNotRead,
  protocolVersionLeftBehind,
  zookeeperSetting,
  superUsersWithCommas,
  secretInClearText,
  trailingBlank,
  jaasWithoutMechanism,
  jaasMissing,
  oauthUrlNotAllowed,
  removedSetting,
  deprecatedSetting,
  zookeeperModeSetting,
  topicDefaultOnBroker,
  policyClassOnBroker,
  plaintextListener,
  advertisedPortDiffers,
  quorumSetTwice,
  voterTwice,
  controllerNamesNotUsed,
  evenVoters,
  combinedRoles,
  heartbeatAboveHalfSession,
  minIsrOne,
  minIsrOnBroker,
  internalTopicSingleCopy,
  deleteTopicOff,
  singlePartition,
  offsetsRetentionShort,
  lagTimeShort,
  sessionTimeoutCapped,
  controlledShutdownOff,
  noRetentionLimit,
  segmentSmall,
  cleanerOff,
  messageAboveFetch,
  messageAboveRequest,
  flushOften,
  flushSchedulerMissing,
  recoveryThreads,
  dynamicOnly,
  listElementTwice,
  socketBufferSmall,
  jmxReporterMissing,
  anonymousSuperUser,
  authorizerWithoutSuperUser,
  everyoneAllowed,
  authenticationWithoutAuthorizer,
  plainWithoutTls,
  oldTls,
  providerWithoutPaths,
  referenceWithoutProvider,
  endpointIdentification,
  listenerPrefix,
  unsecuredOauth,
  listenerWithoutKeystore,
  clientsAnonymous,
  clientAuthNotRead,
  sameKeystore,
];

/** The rules under `broker/`, in the order in which the documentation lists them. */
export const brokerRules: readonly RuleOf<'broker'>[] = [...refusalRules, ...adviceRules];
