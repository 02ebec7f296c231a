// Tables of scripts/data (*.tsv, one fact a line) -> JSON with their header. Used by generate-facts.mjs; fails on every column and word that it does not know.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(import.meta.dirname, 'data');

/** Rows as objects; the first line of the file names the columns. */
function rowsOf(name, columns) {
  const [head, ...lines] = readFileSync(path.join(folder, `${name}.tsv`), 'utf8').split(/\r?\n/).filter((line) => line !== '');
  if (head !== columns.join('\t')) throw new Error(`${name}.tsv: columns are ${head}`);
  return lines.map((line, index) => {
    const cells = line.split('\t');
    if (cells.length > columns.length) throw new Error(`${name}.tsv, line ${index + 2}: ${cells.length} cells`);
    return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']));
  });
}

function text(header, rows) {
  return `{"header":${JSON.stringify(header)},\n"rows":[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]}\n`;
}

/** Columns that are empty say nothing and are left out. */
const filled = (object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== '' && value !== undefined && !(Array.isArray(value) && value.length === 0)));
const listOf = (cell) => (cell === '' ? [] : cell.split(','));
function known(words, word, where) {
  if (!words.includes(word)) throw new Error(`${where}: "${word}" is not known`);
  return word;
}

function logMessages() {
  const rows = rowsOf('log-messages', ['id', 'level', 'logger', 'file', 'pattern', 'since', 'until', 'severity', 'title', 'meaning', 'check', 'keys', 'cause-of', 'consequence-of', 'in']);
  const ids = new Set(rows.map(({ id }) => id));
  return text({
    describes: 'records that Kafka, its JVM, ZooKeeper and the logging libraries write, each with its meaning; the order is the precedence',
    versions: '2.8.2-4.4.0',
    sources: 'constants in the jars of 27 releases from 2.8.2 to 4.4.0, and logs of real nodes; meanings in our words',
    checked: '2026-11-25',
    fields: {
      pattern: 'RE2 syntax with (?<name>...), flag multiline', level: 'any when absent', logger: 'a pattern for the whole name, any when absent', in: 'message: first line without its head; exception: the lines below it that are no frames; record: both; line: text without head',
      since: 'first and last release that has the text; absent for texts of other programs', keys: 'keys that take part; LISTENER, MECHANISM and NAME are placeholders, capitals are variables of the environment',
    },
  }, rows.map((row) => {
    new RegExp(row.pattern, 'm');
    if ((row.title === '') !== (row.severity === 'info')) throw new Error(`log message ${row.id}: a title belongs to what is more than information`);
    for (const id of [...listOf(row['cause-of']), ...listOf(row['consequence-of'])]) if (!ids.has(id)) throw new Error(`log message ${row.id}: "${id}" is no id`);
    return filled({
      id: row.id, level: row.level === '-' ? '' : row.level, logger: row.logger === '-' || row.logger === '.*' ? '' : row.logger, files: listOf(row.file), pattern: row.pattern,
      in: listOf(row.in).map((word) => known(['message', 'exception', 'record', 'line'], word, row.id)),
      severity: known(['info', 'attention', 'problem', 'fatal'], row.severity, row.id),
      since: row.since === 'any' ? '' : row.since, until: row.until === 'any' ? '' : row.until,
      title: row.title, meaning: row.meaning, check: row.check, keys: listOf(row.keys), leadsTo: listOf(row['cause-of']), follows: listOf(row['consequence-of']),
    });
  }));
}

function zookeeper() {
  const rows = rowsOf('zookeeper', ['key', 'handling', 'type', 'default', 'sinceZooKeeper', 'rule']);
  return text({
    describes: 'keys of zookeeper.properties and zoo.cfg',
    versions: 'ZooKeeper 3.5.7 (Kafka 2.4) to 3.8.4 (Kafka 3.9)',
    sources: 'QuorumPeerConfig.parseProperties, ServerConfig and the system properties that the server reads, in the source of ZooKeeper 3.5 to 3.8; its administrator guide',
    checked: '2026-11-25',
    fields: {
      handling: 'parsed: read by QuorumPeerConfig; passthrough: becomes the system property zookeeper.<key>, as every unknown key does; pattern: N or * stands for a part of the name; java-property-only: a line in the file has no effect',
    },
  }, rows.map((row) => filled({ ...row, handling: known(['parsed', 'passthrough', 'pattern', 'java-property-only'], row.handling, row.key) })));
}

function mbeans() {
  const nodes = ['3.9.1 ZooKeeper', '3.9.1 KRaft combined', '4.1.1 broker only', '4.1.1 controller only', '4.4.0 combined'];
  const rows = rowsOf('mbeans', ['mbean', 'attribute', ...nodes]);
  return text({
    describes: 'MBeans that operators watch, and on which node they exist',
    versions: '3.9.1-4.4.0',
    sources: 'listed over JMX on running nodes (Java 17) after a short produce and consume; beans of topics, errors, quotas and unclean elections appear after their first use',
    checked: '2026-11-25',
    fields: { on: 'nodes that have the bean with this attribute', beanOnly: 'nodes that have the bean without the attribute' },
    nodes,
  }, rows.map((row) => {
    for (const node of nodes) if (!/^(?:yes(?:\(\d+\))?|-|attr\?)$/.test(row[node])) throw new Error(`${row.mbean}: "${row[node]}" is not known`);
    return filled({
      mbean: row.mbean, attribute: row.attribute,
      on: nodes.filter((node) => row[node].startsWith('yes')), beanOnly: nodes.filter((node) => row[node] === 'attr?'),
    });
  }));
}

/** Every generated table by its file name. */
export function tables() {
  return { 'logMessages.json': logMessages(), 'zookeeper.json': zookeeper(), 'mbeans.json': mbeans() };
}
