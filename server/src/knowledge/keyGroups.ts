/** Keys of server.properties by what they are about: the order and the words of the outline. */

export const KEY_GROUPS = ['Identity', 'Listeners', 'Storage', 'Replication', 'Retention', 'Topics', 'Threads and sockets', 'Security', 'Other'] as const;

export type KeyGroup = (typeof KEY_GROUPS)[number];

/** The first pattern that fits decides. */
const PATTERNS: readonly (readonly [pattern: RegExp, group: KeyGroup])[] = [
  [/^listener\.name\./, 'Listeners'],
  [/^(?:ssl|sasl|password\.encoder|delegation\.token|principal\.builder|zookeeper\.(?:ssl|set\.acl|clientCnxnSocket)|authorizer)\.|^(?:super\.users|allow\.everyone\.if\.no\.acl\.found|security\.providers|connections\.max\.reauth\.ms|early\.start\.security)$/, 'Security'],
  [/^(?:(?:advertised\.)?listeners|listener\.security\.protocol\.map|inter\.broker\.listener\.name|security\.inter\.broker\.protocol|controller\.listener\.names|control\.plane\.listener\.name|early\.start\.listeners|(?:advertised\.)?(?:host\.name|port))$/, 'Listeners'],
  [/^(?:process\.roles|node\.id|broker\.(?:id|rack|session|heartbeat)|reserved\.broker|controller\.quorum|zookeeper\.|initial\.broker\.registration)/, 'Identity'],
  [/^(?:log\.retention|log\.cleanup|log\.cleaner|log\.local\.retention|log\.segment\.delete|offsets\.retention)/, 'Retention'],
  [/^(?:replica\.|replication\.|num\.replica|min\.insync|default\.replication|unclean\.|auto\.leader|leader\.|follower\.|alter\.log\.dirs|fetch\.purgatory|producer\.purgatory)/, 'Replication'],
  [/^(?:num\.partitions|auto\.create\.topics|delete\.topic|message\.max|compression\.|log\.message|create\.topic\.policy|alter\.config\.policy|offsets\.|transaction\.|transactional\.|share\.coordinator|max\.request\.partition|eligible\.leader)/, 'Topics'],
  [/^(?:log\.|metadata\.log|metadata\.max|remote\.log|rsm\.|rlmm\.|cordoned\.)/, 'Storage'],
  [/^(?:num\.|background\.threads|socket\.|queued\.|max\.connection|connections?\.|request\.timeout)/, 'Threads and sockets'],
];

/** The group of a key; keys that no pattern knows are in `Other`. */
export function groupOf(key: string): KeyGroup {
  return PATTERNS.find(([pattern]) => pattern.test(key))?.[1] ?? 'Other';
}
