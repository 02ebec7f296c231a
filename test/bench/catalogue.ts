/** How long the catalogue of keys takes to load and to answer. */

/** Prints milliseconds for loading with the first look-up, for all look-ups of one version, and for the search of a near key. */
export async function run(): Promise<void> {
  const start = performance.now();
  // Not imported at the top: the bundler evaluates a module when it is imported, and that is part of what is measured.
  const { brokerFact, brokerKeyNames, nearestBrokerKey } = await import('../../server/src/knowledge/catalogue');
  const version = { major: 3, minor: 9, patch: Infinity };
  brokerFact('log.retention.ms', version);
  const loaded = performance.now();
  const names = brokerKeyNames(version);
  for (const name of names) brokerFact(name, version);
  const all = performance.now();
  const rounds = 100;
  for (let i = 0; i < rounds; i++) nearestBrokerKey(`log.retentoin.hour${i % 2}`, version);
  const searched = performance.now();
  console.log(`catalogue: load and first look-up ${(loaded - start).toFixed(1)} ms (limit 15 ms); ${names.length} look-ups ${(all - loaded).toFixed(1)} ms; near key ${((searched - all) / rounds).toFixed(2)} ms`);
}
