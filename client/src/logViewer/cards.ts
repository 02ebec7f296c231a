/** What each application log of a broker records (guide L7 to L12), by file name. Kafka writes all of them to the broker's local disk (guide L1). */

interface Card {
  /** Matches the name of the live log and of its rolled files: `server.log`, `server.log.2026-11-24-02`, `server.log.3`. */
  readonly name: RegExp;
  readonly records: string;
}

const CARDS: readonly Card[] = [
  { name: /^server\.log\b/, records: 'Settings and general information. At every start the broker writes all its settings.' },
  { name: /^state-change\.log\b/, records: 'What this broker received from the controller: leader and ISR changes per partition.' },
  { name: /^kafka-request\.log\b/, records: 'What was received from clients, one record per request at DEBUG.' },
  { name: /^log-cleaner\.log\b/, records: 'Log compaction at work: what was cleaned, how much, how fast.' },
  { name: /^controller\.log\b/, records: 'The controller: elections, fencing, leader changes it decides.' },
  { name: /^kafka-authorizer\.log\b/, records: 'Authentication and authorization: who was allowed or denied what.' },
  { name: /-gc\.log\b/, records: 'Garbage collection of the JVM: how long each pause was, how much memory it freed.' },
  { name: /^(kafkaServer|kafka)\.out\b/, records: 'What the process wrote to its console: the first words of a start, and the last of a crash.' },
  { name: /^zookeeper\.(out|log)\b/, records: 'ZooKeeper: sessions, elections, its own disk.' },
  { name: /^connect\.log\b/, records: 'Kafka Connect: connectors, tasks, their failures.' },
];

/** One or two sentences on what a log of this name records; empty when the name is not one of Kafka's. */
export function recordsOf(fileName: string): string {
  return CARDS.find((card) => card.name.test(fileName))?.records ?? '';
}

/** Where a log of this name stands in lists: Kafka's own first, in the order above. */
export function rankOf(fileName: string): number {
  const at = CARDS.findIndex((card) => card.name.test(fileName));
  return at < 0 ? CARDS.length : at;
}

/** True for a file name that looks like a log: `server.log`, `server.log.1`, `kafkaServer.out`, `broker.jsonl`. */
export function isLogName(fileName: string): boolean {
  return /\.(log|out|jsonl)$/.test(fileName) || /\.log\.[\w.-]+$/.test(fileName) && !/\.(gz|zip|bz2|zst)$/.test(fileName);
}

/** Names that say nothing about the broker, when they are the folder of a log. */
const PLAIN_FOLDERS = new Set(['log', 'logs', 'kafka', 'kafka-logs', 'var', 'opt', 'tmp']);

/** The folder of a path (its segments without the file) that tells the broker apart: the nearest whose name says more than "logs". */
export function brokerFolder(segments: readonly string[]): string {
  return segments.findLast((segment) => segment !== '' && !PLAIN_FOLDERS.has(segment)) ?? segments.at(-1) ?? '';
}
