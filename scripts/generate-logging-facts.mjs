// Facts about log4j that the server reads: server/src/knowledge/logging/log4j1-classes.json and log4j2-plugins.json.
// Source: scripts/data/log4j1-classes.json (reload4j 1.2.25, what Kafka 3.9 ships) and scripts/data/log4j2-plugins.json (log4j-core 2.25.5, Kafka 4.4),
// both printed by reflection on the real jars by scripts/logging/Log4j1Catalogue.java and Log4j2Catalogue.java.
// logger-classes.json: classes of Kafka that log under their own name, by release; from scripts/logging/LoggerClasses.java.
// Fails on what it does not know. `--check`: compares instead of writing.
import { readFileSync, writeFileSync } from 'node:fs';

const read = (name) => JSON.parse(readFileSync(new URL(`data/${name}`, import.meta.url), 'utf8'));
const SIMPLE = new Set(['String', 'boolean', 'int', 'long', 'Level', 'read-only', 'float', 'double', 'char']);
const KINDS = new Set(['appender', 'layout', 'filter', 'errorhandler']);
const ATTRIBUTES = new Set([
  'String', 'boolean', 'Boolean', 'int', 'Integer', 'long', 'Long', 'float', 'double', 'char', 'byte[]', 'char[]', 'String[]', 'enum', 'Level', 'Charset', 'Duration',
  'Pattern', 'Class', 'URI', 'URL', 'Path', 'File', 'CronExpression', 'InetAddress', 'ZoneId', 'TimeZone',
]);

function log4j1() {
  const { source, classes, others } = read('log4j1-classes.json');
  const out = {};
  for (const [name, { kind, requiresLayout, options }] of Object.entries(classes)) {
    if (!KINDS.has(kind)) throw new Error(`${name}: unknown kind ${kind}`);
    const kept = {};
    for (const [option, type] of Object.entries(options)) kept[option] = SIMPLE.has(type) ? type : 'object';
    out[name] = { kind, ...(requiresLayout ? { requiresLayout } : {}), options: kept };
  }
  return { source, classes: out, others };
}

function log4j2() {
  const { source, plugins, fits, words } = read('log4j2-plugins.json');
  const out = {};
  for (const [key, p] of Object.entries(plugins)) {
    const attributes = p.attributes.map((a) => {
      if (!ATTRIBUTES.has(a.type)) throw new Error(`${key}.${a.name}: unknown type ${a.type}`);
      const { class: javaClass, ...rest } = a;
      return rest.type === 'enum' ? { ...rest, class: javaClass } : rest;
    });
    out[key] = {
      name: nameOf(key, p), elementName: p.elementName, class: p.class, made: p.made,
      ...(p.defer ? { defer: true } : {}), attributes, elements: p.elements, fits: fits[key] ?? [],
    };
  }
  return { source, plugins: out, words };
}

/** The name as people write it: the class says the capitals, the key says the letters. */
function nameOf(key, { simpleName = '', elementName }) {
  for (const candidate of [elementName, simpleName, simpleName.replace(/(Appender|Config|Plugin)$/, ''), simpleName.replace(/Plugin$/, '')]) if (candidate.toLowerCase() === key) return candidate;
  const at = simpleName.toLowerCase().indexOf(key);
  return at >= 0 ? simpleName.slice(at, at + key.length) : WRITTEN[key] ?? key[0].toUpperCase() + key.slice(1);
}
const WRITTEN = { console: 'Console', root: 'Root', properties: 'Properties', property: 'Property', policies: 'Policies', asyncroot: 'AsyncRoot', appenderref: 'AppenderRef', customlevels: 'CustomLevels', jsontemplatelayout: 'JsonTemplateLayout' };

/** By package, so that names are stored once: class -> bits, the first release in the highest bit. */
function loggerClasses() {
  const { source, versions, classes } = read('logger-classes.json');
  const packages = {};
  for (const [name, bits] of Object.entries(classes)) {
    if (bits.length !== versions.length) throw new Error(`${name}: ${bits}`);
    const dot = name.lastIndexOf('.');
    (packages[name.slice(0, dot)] ??= {})[name.slice(dot + 1)] = Number.parseInt(bits, 2);
  }
  return { source, versions: versions.map((version) => version.replace(/\.\d+$/, '')), packages };
}

/** One line a class or plugin, so that a change can be read in review. */
const print = (facts) => `{\n${Object.entries(facts).map(([key, value]) => `${JSON.stringify(key)}: ${Array.isArray(value) || typeof value === 'string' ? JSON.stringify(value) : `{\n${Object.entries(value).map(([k, v]) => `${JSON.stringify(k)}: ${JSON.stringify(v)}`).join(',\n')}\n}`}`).join(',\n')}\n}\n`;

let stale = 0;
for (const [name, facts] of [['log4j1-classes.json', log4j1()], ['log4j2-plugins.json', log4j2()], ['logger-classes.json', loggerClasses()]]) {
  const file = new URL(`../server/src/knowledge/logging/${name}`, import.meta.url);
  if (!process.argv.includes('--check')) writeFileSync(file, print(facts));
  else if (readFileSync(file, 'utf8') !== print(facts)) { console.error(`${name} is stale: run node scripts/generate-logging-facts.mjs`); stale = 1; }
}
process.exitCode = stale;
