/**
 * Writes a server.log as a busy broker does: bursts and pauses, the usual mix of records, stack traces behind errors.
 * Seeded: the same size and seed give the same bytes. Sentences follow those of Kafka 3.9.
 */
import { closeSync, openSync, writeSync } from 'node:fs';

export interface GeneratedLog {
  readonly bytes: number;
  readonly lines: number;
  /** Records by level word. */
  readonly records: Readonly<Record<'INFO' | 'WARN' | 'ERROR' | 'DEBUG', number>>;
}

const FIRST_TIME = Date.UTC(2026, 10, 23, 6, 0, 0);
const FLUSH_CHARS = 256 * 1024;
const DIRECTORY = '/var/lib/kafka/data';
const TOPICS = ['orders', 'payments', 'shipments', 'clicks', 'stock.levels', 'invoices', '__consumer_offsets', '__transaction_state', 'fraud-alerts', 'mail.outbox', 'prices', 'audit'];
const GROUPS = ['billing', 'warehouse', 'fraud-check', 'search-feed', 'connect-elastic', 'ksql-7', 'archive'];
const FRAMES = [
  'kafka.log.LocalLog.append(LocalLog.scala:439)', 'kafka.log.UnifiedLog.append(UnifiedLog.scala:909)', 'kafka.log.UnifiedLog.appendAsLeader(UnifiedLog.scala:715)',
  'kafka.cluster.Partition.appendRecordsToLeader(Partition.scala:1295)', 'kafka.server.ReplicaManager.appendToLocalLog(ReplicaManager.scala:1190)', 'scala.collection.mutable.HashMap.map(HashMap.scala:35)',
  'kafka.server.ReplicaManager.appendRecords(ReplicaManager.scala:750)', 'kafka.server.KafkaApis.handleProduceRequest(KafkaApis.scala:680)', 'kafka.server.KafkaApis.handle(KafkaApis.scala:178)',
  'kafka.server.KafkaRequestHandler.run(KafkaRequestHandler.scala:150)', 'java.base/java.lang.Thread.run(Thread.java:840)', 'java.base/sun.nio.ch.FileDispatcherImpl.write0(Native Method)', 'java.base/sun.nio.ch.IOUtil.write(IOUtil.java:76)',
  'org.apache.kafka.common.record.MemoryRecords.writeFullyTo(MemoryRecords.java:90)', 'org.apache.kafka.common.record.FileRecords.append(FileRecords.java:185)',
];

/** Chance, as a state of 32 bits. */
class Dice {
  constructor(private state: number) {}

  /** A whole number from 0 to below - 1. */
  below(limit: number): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) | 0;
    let mixed = this.state ^ (this.state >>> 16);
    mixed = Math.imul(mixed, 0x45d9f3b);
    return ((mixed ^ (mixed >>> 15)) >>> 0) % limit;
  }

  of<T>(values: readonly [T, ...T[]] | readonly T[]): T { return values[this.below(values.length)] as T; }
  broker(): number { return 1 + this.below(6); }
  partition(): string { return `${this.of(TOPICS)}-${this.below(48)}`; }
  offset(): number { return this.below(2_000_000_000); }
  address(): string { return `10.${this.below(4)}.${this.below(250)}.${this.below(250)}`; }
  hex(digits: number): string {
    let text = '';
    while (text.length < digits) text += (this.below(0x1000_0000) + 0x1000_0000).toString(16);
    return text.slice(0, digits);
  }
  uuid(): string { return `${this.hex(8)}-${this.hex(4)}-${this.hex(4)}-${this.hex(4)}-${this.hex(12)}`; }
}

type Sentence = (d: Dice) => string;

const INFO: readonly Sentence[] = [
  (d) => `[LocalLog partition=${d.partition()}, dir=${DIRECTORY}] Rolled new log segment at offset ${d.offset()} in ${d.below(30)} ms. (kafka.log.LocalLog)`,
  (d) => `[ProducerStateManager partition=${d.partition()}] Wrote producer snapshot at offset ${d.offset()} with ${d.below(30)} producer ids in ${d.below(12)} ms. (org.apache.kafka.storage.internals.log.ProducerStateManager)`,
  (d) => `[UnifiedLog partition=${d.partition()}, dir=${DIRECTORY}] Incremented log start offset to ${d.offset()} due to segment deletion (kafka.log.UnifiedLog)`,
  (d) => `[GroupCoordinator ${d.broker()}]: Stabilized group ${d.of(GROUPS)} generation ${d.below(4000)} (__consumer_offsets-${d.below(50)}) with ${1 + d.below(20)} members (kafka.coordinator.group.GroupCoordinator)`,
  (d) => `[GroupMetadataManager brokerId=${d.broker()}] Removed ${d.below(20)} expired offsets in ${d.below(9)} milliseconds. (kafka.coordinator.group.GroupMetadataManager)`,
  (d) => { const group = d.of(GROUPS); return `[GroupCoordinator ${d.broker()}]: Preparing to rebalance group ${group} in state PreparingRebalance with old generation ${d.below(4000)} (__consumer_offsets-${d.below(50)}) (reason: Adding new member consumer-${group}-${d.below(16)}-${d.uuid()} with group instance id None) (kafka.coordinator.group.GroupCoordinator)`; },
  (d) => `[Partition ${d.partition()} broker=${d.broker()}] ISR updated to ${d.broker()},${d.broker()},${d.broker()} and version updated to ${d.below(9000)} (kafka.cluster.Partition)`,
  (d) => `[ReplicaFetcher replicaId=${d.broker()}, leaderId=${d.broker()}, fetcherId=${d.below(4)}] Partition ${d.partition()} has an older epoch (${d.below(90)}) than the current leader. Will await the new LeaderAndIsr state before resuming fetching. (kafka.server.ReplicaFetcherThread)`,
  (d) => `[ReplicaFetcherManager on broker ${d.broker()}] Removed fetcher for partitions Set(${d.partition()}) (kafka.server.ReplicaFetcherManager)`,
  (d) => `Deleted log ${DIRECTORY}/${d.partition()}/${String(d.offset()).padStart(20, '0')}.log.deleted. (org.apache.kafka.storage.internals.log.LogSegment)`,
  (d) => `[SocketServer listenerType=ZK_BROKER, nodeId=${d.broker()}] Failed authentication with /${d.address()} (channelId=${d.address()}:9092-${d.address()}:${30_000 + d.below(30_000)}-${d.below(9999)}) (SSL handshake failed) (org.apache.kafka.common.network.Selector)`,
  (d) => `Session: 0x${d.hex(16)} closed (org.apache.zookeeper.ZooKeeper)`,
  (d) => `[TransactionCoordinator id=${d.broker()}] Initialized transactionalId ${d.of(GROUPS)}-txn-${d.below(200)} with producerId ${d.below(900_000)} and producer epoch ${d.below(3000)} on partition __transaction_state-${d.below(50)} (kafka.coordinator.transaction.TransactionCoordinator)`,
  () => '[KafkaServer id=1] started (kafka.server.KafkaServer)',
];
const WARN: readonly Sentence[] = [
  (d) => `[Producer clientId=${d.of(GROUPS)}-${d.below(9)}] Connection to node ${d.broker()} (${d.address()}:9092) could not be established. Node may not be available. (org.apache.kafka.clients.NetworkClient)`,
  (d) => `[ReplicaFetcher replicaId=${d.broker()}, leaderId=${d.broker()}, fetcherId=0] Error in response for fetch request (type=FetchRequest, replicaId=${d.broker()}, maxWait=500, minBytes=1, maxBytes=10485760, fetchData={}, isolationLevel=READ_UNCOMMITTED, metadata=(sessionId=${d.below(2_000_000_000)}, epoch=${d.below(1_000_000)})) (kafka.server.ReplicaFetcherThread)`,
  (d) => `Client session timed out, have not heard from server in ${6000 + d.below(9000)}ms for session id 0x${d.hex(16)} (org.apache.zookeeper.ClientCnxn)`,
];
const DEBUG: readonly Sentence[] = [(d) => `[Controller id=${d.broker()}] Topics not in preferred replica for broker ${d.broker()} Map() (kafka.controller.KafkaController)`];
const ERROR: readonly Sentence[] = [
  (d) => `[ReplicaManager broker=${d.broker()}] Error processing append operation on partition ${d.partition()} (kafka.server.ReplicaManager)\norg.apache.kafka.common.errors.OutOfOrderSequenceException: Out of order sequence number for producer ${d.below(90_000)} at offset ${d.offset()} in partition ${d.partition()}: ${d.below(90_000)} (incoming seq. number), ${d.below(90_000)} (current end sequence number)`,
  (d) => `[ReplicaFetcher replicaId=${d.broker()}, leaderId=${d.broker()}, fetcherId=${d.below(4)}] Error for partition ${d.partition()} at offset ${d.offset()} (kafka.server.ReplicaFetcherThread)\norg.apache.kafka.common.errors.NotLeaderOrFollowerException: For requests intended only for the leader, this error indicates that the broker is not the current leader.`,
  (d) => `Error while appending records to ${d.partition()} in dir ${DIRECTORY} (org.apache.kafka.storage.internals.log.LogDirFailureChannel)\njava.io.IOException: No space left on device`,
  (d) => `[KafkaApi-${d.broker()}] Unexpected error handling request RequestHeader(apiKey=PRODUCE, apiVersion=9, clientId=${d.of(GROUPS)}, correlationId=${d.below(1_000_000)}, headerVersion=2) (kafka.server.KafkaApis)\norg.apache.kafka.common.errors.TimeoutException: Timed out waiting for a node assignment after ${d.below(60_000)} ms.`,
  () => 'Processor got uncaught exception. (kafka.network.Processor)\njava.lang.OutOfMemoryError: Direct buffer memory',
];

/** 10 to 40 lines behind the exception, now and then with a cause. */
function trace(d: Dice): string {
  const frames = 8 + d.below(30), cause = frames > 18 ? 8 + d.below(frames - 12) : -1;
  let text = '';
  for (let i = 0, at = d.below(9); i < frames; i++) text += i === cause ? `Caused by: java.io.IOException: Connection to ${d.address()}:9092 (id: ${d.broker()} rack: null) failed.\n` : `\tat ${FRAMES[(at + i) % FRAMES.length] ?? ''}\n`;
  return cause < 0 ? text : `${text}\t... ${3 + d.below(20)} more\n`;
}

/** Writes at least `bytes` bytes. */
export function generateLog(file: string, bytes: number, seed: number): GeneratedLog {
  const dice = new Dice(seed);
  const records = { INFO: 0, WARN: 0, ERROR: 0, DEBUG: 0 };
  const descriptor = openSync(file, 'w');
  let time = FIRST_TIME, burst = 0, written = 0, lines = 0, held = 0, second = -1, stamp = '';
  let parts: string[] = [];
  const clock = (): string => {
    const now = Math.floor(time / 1000);
    if (now !== second) { second = now; stamp = new Date(now * 1000).toISOString().slice(0, 19).replace('T', ' '); }
    return `[${stamp},${String(time % 1000).padStart(3, '0')}]`;
  };
  const flush = (): void => { 
    const out = Buffer.from(parts.join(''), 'latin1');
    for (let at = out.indexOf(10); at >= 0; at = out.indexOf(10, at + 1)) lines++;
    writeSync(descriptor, out);
    written += out.length;
    held = 0;
    parts = [];
  };
  while (written + held < bytes) {
    time += burst > 0 ? dice.below(3) : dice.below(120);
    if (burst > 0) burst--;
    else if (dice.below(200) === 0) burst = dice.below(400);
    else if (dice.below(100_000) === 0) time += dice.below(600_000);
    const kind = dice.below(100);
    const level = kind < 95 ? 'INFO' : kind < 98 ? 'WARN' : kind < 99 ? 'ERROR' : 'DEBUG';
    records[level]++;
    const sentence = dice.of({ INFO, WARN, ERROR, DEBUG }[level])(dice);
    const record = `${clock()} ${level} ${sentence}\n${level === 'ERROR' ? trace(dice) : ''}`;
    parts.push(record);
    held += record.length;
    if (held > FLUSH_CHARS) flush();
  }
  flush();
  closeSync(descriptor);
  return { bytes: written, lines, records };
}
