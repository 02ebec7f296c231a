// Writes server/src/knowledge/facts/classNames.json: which of Kafka's own packages and plug-in classes each version has.
// usage: node scripts/read-class-names.mjs FOLDER     FOLDER/<version>/lib/*.jar are the jars of kafka_2.13 and what it depends on, as Maven Central has them (test/oracles/kafka/realKafka.ts fetches them so).
// Source: the directories of those jars; one patch release stands for its minor version. Fails when two folders are of one minor version.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Packages whose classes operators name in settings; their classes are listed one by one, all other packages by name only. */
const LISTED = [
  'kafka.metrics', 'kafka.security.auth', 'kafka.security.authorizer', 'org.apache.kafka.common.config.provider', 'org.apache.kafka.common.metrics', 'org.apache.kafka.common.quota', 'org.apache.kafka.common.replica',
  'org.apache.kafka.common.security', 'org.apache.kafka.common.security.auth', 'org.apache.kafka.common.security.authenticator', 'org.apache.kafka.common.security.kerberos', 'org.apache.kafka.common.security.oauthbearer',
  'org.apache.kafka.common.security.oauthbearer.secured', 'org.apache.kafka.common.security.plain', 'org.apache.kafka.common.security.scram', 'org.apache.kafka.common.security.ssl', 'org.apache.kafka.coordinator.group.assignor',
  'org.apache.kafka.metadata.authorizer', 'org.apache.kafka.server.authorizer', 'org.apache.kafka.server.log.remote.metadata.storage', 'org.apache.kafka.server.log.remote.storage', 'org.apache.kafka.server.policy', 'org.apache.kafka.server.quota', 'org.apache.kafka.server.telemetry',
];

/** Names in a zip file, out of its central directory. */
function zipNames(file) {
  const bytes = readFileSync(file);
  let end = bytes.length - 22;
  while (end >= 0 && bytes.readUInt32LE(end) !== 0x06054b50) end--;
  if (end < 0) throw new Error(`${file} is no zip file`);
  const names = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = bytes.readUInt16LE(at + 28);
    names.push(bytes.toString('utf8', at + 46, at + 46 + nameLength));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return names;
}

const folder = process.argv[2];
if (!folder) throw new Error('usage: read-class-names.mjs FOLDER');
const number = (minor) => { const [a, b] = minor.split('.').map(Number); return a * 100 + b; };
const releases = new Map();
for (const version of readdirSync(folder).filter((name) => /^\d+\.\d+\.\d+$/.test(name)).sort()) releases.set(version.split('.').slice(0, 2).join('.'), version);
const versions = [...releases.keys()].sort((a, b) => number(a) - number(b));
const seen = new Map();
for (const [i, minor] of versions.entries()) {
  const lib = path.join(folder, releases.get(minor), 'lib');
  const classes = readdirSync(lib).filter((jar) => jar.endsWith('.jar')).flatMap((jar) => zipNames(path.join(lib, jar))).filter((name) => /^(?:kafka|org\/apache\/kafka)\/[^$]*\.class$/.test(name)).map((name) => name.slice(0, -6).replaceAll('/', '.'));
  for (const name of classes) {
    const home = name.slice(0, name.lastIndexOf('.'));
    if (home.startsWith('org.apache.kafka.shaded')) continue;
    for (const key of LISTED.includes(home) ? [home, name] : [home]) seen.set(key, (seen.get(key) ?? new Set()).add(i));
  }
}
/** `2.8-3.9`, several ranges divided by blanks. */
function ranges(present) {
  const found = [];
  for (const i of [...present].sort((a, b) => a - b)) {
    if (found.at(-1)?.[1] === i - 1) found.at(-1)[1] = i;
    else found.push([i, i]);
  }
  return found.map(([from, to]) => `${versions[from]}-${versions[to]}`).join(' ');
}
const sorted = [...seen].sort(([a], [b]) => (a < b ? -1 : 1));
const packages = Object.fromEntries(sorted.filter(([name]) => !/\.[A-Z]\w*$/.test(name)).map(([name, present]) => [name, ranges(present)]));
const classes = {};
for (const home of LISTED) classes[home] = Object.fromEntries(sorted.filter(([name]) => name.slice(0, name.lastIndexOf('.')) === home && !(name in packages)).map(([name, present]) => [name.slice(home.length + 1), ranges(present)]));
const header = { describes: "Kafka's own packages, and the classes of those that hold plug-ins, by minor version", source: `directories of the jars on the class path of kafka_2.13 in Maven Central: ${[...releases.values()].join(' ')}` };
writeFileSync('server/src/knowledge/facts/classNames.json', `${JSON.stringify({ header, versions, packages, classes })}\n`);
console.log(`${Object.keys(packages).length} packages, ${Object.values(classes).reduce((sum, all) => sum + Object.keys(all).length, 0)} classes, ${versions.join(' ')}`);
