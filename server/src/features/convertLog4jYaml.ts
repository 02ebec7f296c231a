/** Writes YAML as Kafka's own log4j2.yaml is written: maps and lists of maps, two blanks a step, comments above what they belong to. */

/** A value of a map: a scalar as it is written (`scalar`), a map, or a list of maps. */
export type YamlValue = string | YamlMap | readonly YamlMap[];

/** A map with the comments that stand above it. Entries without a value are left out. */
export interface YamlMap {
  readonly comments?: readonly string[];
  readonly entries: readonly (readonly [string, YamlValue | undefined])[];
}

/** A scalar: words as they are, everything that YAML could take for something else (OFF, no, 10) in quotes. */
export function scalar(text: string): string {
  const plain = /^[A-Za-z][\w.$-]*$/.test(text) && !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(text);
  return plain ? text : quoted(text);
}

/** A text in double quotes. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A line of comment; line breaks in it become blanks. */
export function comment(text: string): string {
  return `# ${text.replace(/\s+/g, ' ')}`.trimEnd();
}

/** The text of a map, with a line break at its end. */
export function yamlText(map: YamlMap): string {
  return lines(map, '').map((line) => `${line}\n`).join('');
}

function lines(map: YamlMap, indent: string): readonly string[] {
  return map.entries.flatMap(([key, value]): readonly string[] => {
    if (value === undefined) return [];
    if (typeof value === 'string') return [`${indent}${key}: ${value}`];
    if (isList(value)) return value.length === 0 ? [] : [`${indent}${key}:`, ...value.flatMap((item) => listItem(item, `${indent}  `))];
    return [...(value.comments ?? []).map((text) => `${indent}${comment(text)}`), `${indent}${key}:`, ...lines(value, `${indent}  `)];
  });
}

function isList(value: YamlMap | readonly YamlMap[]): value is readonly YamlMap[] {
  return Array.isArray(value);
}

function listItem(item: YamlMap, indent: string): readonly string[] {
  const [first = '', ...others] = lines(item, `${indent}  `);
  return [...(item.comments ?? []).map((text) => `${indent}${comment(text)}`), `${indent}- ${first.trimStart()}`, ...others];
}
