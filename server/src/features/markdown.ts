/** Pieces of Markdown that hovers and the documentation of completion share. */
import { guideText } from '../knowledge/guide';
import { minorText, type KafkaVersion } from '../knowledge/version';

/** Text as code; a backtick inside is kept by a longer fence. */
export function code(text: string | number): string {
  const plain = String(text).replace(/\s+/g, ' ');
  return plain.includes('`') ? `\`\` ${plain} \`\`` : `\`${plain}\``;
}

/** Code inside a table: a pipe would end the cell. */
export function cell(text: string | number): string {
  return code(text).replaceAll('|', '\\|');
}

/** A value as a hover shows it: long ones are cut. */
export function shortened(text: string, longest = 60): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}

/** A table of rows without a head; undefined without rows. */
export function table(rows: readonly (readonly [string, string])[]): string | undefined {
  if (rows.length === 0) return undefined;
  return ['| | |', '|---|---|', ...rows.map(([name, text]) => `| ${name} | ${text} |`)].join('\n');
}

/** Paragraphs with an empty line between them. */
export function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

/** `Guide K2, K3`, each a link to its line; undefined without ids. */
export function guideLinks(ids: readonly string[]): string | undefined {
  const known = ids.filter((id) => guideText(id) !== undefined);
  if (known.length === 0) return undefined;
  return `Guide ${known.map((id) => `[${id}](command:kafkaConfig.openGuide?${encodeURIComponent(JSON.stringify([id]))})`).join(', ')}`;
}

/** `[Kafka 3.9](address)`: the key in Kafka's documentation of that version. */
export function documentationLink(key: string, version: KafkaVersion): string {
  const folder = `${version.major}${version.minor}`;
  const address = version.major >= 4
    ? `https://kafka.apache.org/${folder}/configuration/broker-configs/#brokerconfigs_${key}`
    : `https://kafka.apache.org/${folder}/documentation.html#brokerconfigs_${key}`;
  return `[Kafka ${minorText(version)}](${address})`;
}

/** Text that opens a line (from 1) of a file; plain where the path is not that of a file on a disk. */
export function lineLink(text: string, path: string, line: number): string {
  if (!/^(?:\/|[A-Za-z]:\/)/.test(path)) return text;
  const address = encodeURI(path.startsWith('/') ? path : `/${path}`).replace(/[#?()]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  return `[${text}](file://${address}#L${line})`;
}
