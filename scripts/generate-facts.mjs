// npm run generate: scripts/data/*.json and *.tsv (readable, reviewed by people) -> server/src/knowledge/facts/*.json (small, loaded at start).
// Fails on every field and kind that it does not know. `--check` writes nothing and fails when a committed file is stale.
// Each data file names its sources in its header; the header travels into the generated file.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { tables } from './fact-tables.mjs';

const root = path.resolve(import.meta.dirname, '..');
const read = (name) => JSON.parse(readFileSync(path.join(root, 'scripts/data', `${name}.json`), 'utf8'));

const TYPES = new Set(['int', 'long', 'short', 'double', 'boolean', 'string', 'list', 'password', 'class']);
const UPDATE_MODES = new Set(['read-only', 'per-broker', 'cluster-wide']);
const IMPORTANCES = new Set(['high', 'medium', 'low']);
const CUSTOM_CHECKS = new Set([
  'compression-type-id', 'gzip-level', 'metadata-version', 'minus-one-or-positive', 'non-empty-string', 'non-null', 'quorum-bootstrap-servers', 'quorum-voters', 'throttled-replicas',
]);
const CHECK_FIELDS = {
  range: ['min', 'max'], enum: ['values'], 'enum-ci': ['values'], list: ['values', 'allowEmpty', 'allowNull', 'noDuplicates'], custom: ['name', 'text'],
};

function only(object, allowed, where) {
  for (const field of Object.keys(object)) if (!allowed.includes(field)) throw new Error(`${where}: unknown field "${field}"`);
  return object;
}
function member(set, value, where) {
  if (!set.has(value)) throw new Error(`${where}: "${value}" is not known`);
}

function checkFact(fact, where) {
  only(fact, ['type', 'required', 'default', 'check', 'updateMode', 'internal', 'importance', 'outside'], where);
  if (fact.type !== undefined) member(TYPES, fact.type, where);
  if (fact.updateMode !== undefined) member(UPDATE_MODES, fact.updateMode, where);
  if (fact.importance !== undefined) member(IMPORTANCES, fact.importance, where);
  if (fact.check === undefined) return fact;
  const fields = CHECK_FIELDS[fact.check.kind];
  if (!fields) throw new Error(`${where}: check of kind "${fact.check.kind}" is not known`);
  only(fact.check, ['kind', ...fields], `${where}, check`);
  if (fact.check.kind === 'custom') member(CUSTOM_CHECKS, fact.check.name, where);
  return fact;
}

/** One line a key, so that a change can be reviewed. */
function text(header, tables, keys) {
  const lines = (object) => Object.entries(object).map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',\n');
  const parts = [`"header":${JSON.stringify(header)}`, ...Object.entries(tables).map(([name, rows]) => `${JSON.stringify(name)}:[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`)];
  for (const [name, object] of Object.entries(keys)) parts.push(`${JSON.stringify(name)}:{\n${lines(object)}\n}`);
  return `{${parts.join(',\n')}}\n`;
}

/** Ranges of versions with facts -> `version index:fact index` pairs; a range reaches to the start of the next one. */
class FactTable {
  rows = [];
  #index = new Map();
  constructor(versions) { this.versions = versions; }

  version(name, where) {
    const at = this.versions.indexOf(name);
    if (at < 0) throw new Error(`${where}: "${name}" is not a version`);
    return at;
  }

  row(fact) {
    const written = JSON.stringify(fact);
    let at = this.#index.get(written);
    if (at === undefined) {
      at = this.rows.push(fact) - 1;
      this.#index.set(written, at);
    }
    return at;
  }

  /** `perVersion` holds the fact of each version by its index. */
  ranges(perVersion) {
    const ranges = [];
    let last;
    for (const [at, fact] of [...perVersion].sort(([a], [b]) => a - b)) {
      const row = this.row(fact);
      if (row !== last) ranges.push(`${at}:${row}`);
      last = row;
    }
    return ranges.join(' ');
  }
}

function keyFile(data, supplement) {
  only(data, ['header', 'versions', 'keys'], 'file');
  const table = new FactTable(data.versions);
  const perKey = new Map();
  for (const [name, key] of Object.entries(data.keys)) {
    only(key, ['since', 'removedIn', 'patches', 'deprecatedSince', 'replacement', 'note', 'history'], name);
    const { history, ...record } = key;
    const facts = new Map();
    for (const { from, to, ...fact } of history) {
      checkFact(fact, name);
      for (let at = table.version(from, name); at <= table.version(to, name); at++) facts.set(at, fact);
    }
    perKey.set(name, { record, facts });
  }
  for (const [name, ranges] of Object.entries(supplement?.overlay ?? {})) {
    const key = perKey.get(name);
    if (!key) throw new Error(`overlay of an unknown key "${name}"`);
    for (const range of ranges) {
      only(range, ['from', 'to', 'set', 'source'], name);
      if (!supplement.header.sources[range.source]) throw new Error(`${name}: source "${range.source}" is not named in the header`);
      for (let at = table.version(range.from, name); at <= table.version(range.to, name); at++) {
        const fact = key.facts.get(at);
        if (fact) key.facts.set(at, checkFact({ ...fact, ...range.set }, name));
      }
    }
  }
  for (const [name, key] of Object.entries(supplement?.outside ?? {})) {
    only(key, ['since', 'removedIn', 'deprecatedSince', 'replacement', 'default', 'source'], name);
    if (!supplement.header.sources[key.source]) throw new Error(`${name}: source "${key.source}" is not named in the header`);
    const known = perKey.get(name);
    const end = key.removedIn === undefined ? table.versions.length : table.version(key.removedIn, name);
    const facts = known?.facts ?? new Map();
    for (let at = table.version(key.since, name); at < end; at++) facts.set(at, { default: key.default, outside: true });
    const life = Object.fromEntries(['removedIn', 'deprecatedSince', 'replacement'].filter((field) => key[field] !== undefined).map((field) => [field, key[field]]));
    const record = known ? { ...known.record, since: key.since } : { since: key.since, ...life };
    perKey.set(name, { record, facts });
  }
  const keys = {};
  const ranges = {};
  for (const name of [...perKey.keys()].sort()) {
    const { record, facts } = perKey.get(name);
    keys[name] = record;
    ranges[name] = table.ranges(facts);
  }
  return { facts: table.rows, keys, ranges };
}

function suggestions(supplement, versions) {
  const table = new FactTable(versions);
  const result = {};
  for (const [name, ranges] of Object.entries(supplement.suggests)) {
    result[name] = ranges.map((range) => {
      only(range, ['from', 'to', 'values'], name);
      return { from: table.version(range.from, name), to: table.version(range.to, name), values: range.values };
    });
  }
  return result;
}

/** Every generated file by its name. */
export function generate() {
  const broker = read('broker');
  const topic = read('topic');
  const dynamic = read('broker-dynamic-only');
  const supplement = only(read('broker-supplement'), ['header', 'overlay', 'suggests', 'outside', 'prefixes'], 'broker-supplement');
  const relations = only(read('relations'), ['header', 'topicSynonyms', 'precedence'], 'relations');
  const brokerKeys = keyFile(broker, supplement);
  const topicKeys = keyFile(topic);
  const dynamicKeys = keyFile(dynamic);
  return {
    'broker.json': text({ keys: broker.header, supplement: supplement.header }, { versions: broker.versions, facts: brokerKeys.facts }, {
      keys: brokerKeys.keys, ranges: brokerKeys.ranges, suggests: suggestions(supplement, broker.versions), prefixes: supplement.prefixes,
    }),
    'topic.json': text(topic.header, { versions: topic.versions, facts: topicKeys.facts }, { keys: topicKeys.keys, ranges: topicKeys.ranges }),
    'brokerDynamicOnly.json': text(dynamic.header, { versions: dynamic.versions, facts: dynamicKeys.facts }, { keys: dynamicKeys.keys, ranges: dynamicKeys.ranges }),
    'relations.json': text(relations.header, { precedence: relations.precedence }, { topicSynonyms: relations.topicSynonyms }),
    ...tables(),
  };
}

function main(check) {
  const folder = path.join(root, 'server/src/knowledge/facts');
  mkdirSync(folder, { recursive: true });
  const stale = [];
  for (const [name, content] of Object.entries(generate())) {
    const file = path.join(folder, name);
    if (check) {
      if (readFileSync(file, 'utf8') !== content) stale.push(name);
    } else writeFileSync(file, content);
  }
  if (stale.length > 0) {
    console.error(`stale: ${stale.join(', ')}; run node scripts/generate-facts.mjs`);
    process.exitCode = 1;
  }
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename) main(process.argv.includes('--check'));
