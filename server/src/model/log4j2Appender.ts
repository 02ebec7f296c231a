/** Appenders of log4j 2 in the common model: file, layout, how it is rolled, whether old files go. */
import { attributeOf, walk, type Log4j2Attribute, type Log4j2Node } from './log4j2Node';
import { log4j2Size, rollPeriodOf, timePolicy } from './log4j2Parts';
import { FILE_WORDS } from '../knowledge/logging/log4j2Plugins';
import { readLog4j2Pattern } from './log4j2Pattern';
import type { Appender, AppenderOption, Rolling } from './logging';
import { log4j2Level } from './loggingLevel';

/** `built`: the Appenders element as a whole became something. */
export function appenderOf(node: Log4j2Node, used: ReadonlySet<string>, built: boolean, properties: boolean): Appender {
  const name = attributeOf(node, 'name');
  const written = name?.value?.text ?? name?.raw ?? '';
  const file = attributeOf(node, 'fileName');
  const layout = node.children.find((child) => child.plugin?.elementName === 'layout');
  const pattern = layout && attributeOf(layout, 'pattern');
  const type = node.plugin?.name ?? node.name;
  const threshold = node.children.find((child) => child.plugin?.name === 'ThresholdFilter');
  const level = threshold && attributeOf(threshold, 'level');
  return {
    name: written, nameSpan: name?.valueSpan ?? node.nameSpan, type: { text: type, span: node.nameSpan }, span: node.span,
    kind: type === 'Console' ? 'console' : /File$/.test(type) ? 'file' : 'other',
    file: file && { text: file.written, span: file.valueSpan },
    layout: layout && { text: layout.plugin?.name ?? layout.name, span: layout.nameSpan },
    pattern: pattern && { text: pattern.value?.text ?? pattern.raw, span: pattern.valueSpan },
    rolling: rollingOf(node, type), options: optionsOf(node, properties),
    threshold: level && log4j2Level(level.value?.text ?? level.raw, level.valueSpan, { boolean: level.boolean, template: level.template, custom: new Set() }),
    used: used.has(written), live: node.alive && built,
  };
}

/** All settings of an appender, those of its elements with the element's name in front. */
function optionsOf(node: Log4j2Node, properties: boolean): readonly AppenderOption[] {
  const found: AppenderOption[] = [];
  for (const part of walk(node)) {
    for (const attribute of part.attributes) {
      if (part === node && attribute.name.toLowerCase() === 'name') continue;
      found.push({
        name: part === node ? attribute.name : `${part.name}.${attribute.name}`, nameSpan: attribute.nameSpan,
        value: attribute.value?.text ?? attribute.raw, valueSpan: attribute.valueSpan, span: attribute.span,
      });
    }
  }
  return properties ? [...found].sort((a, b) => a.span.start - b.span.start) : found;
}

/** The rolling of the two rolling appenders; a plain file grows for ever. */
function rollingOf(node: Log4j2Node, type: string): Rolling | undefined {
  if (!/File$/.test(type)) return undefined;
  if (!type.startsWith('Rolling')) return { period: undefined, maxBytes: undefined, maxFiles: undefined, deletes: false, known: true };
  const parts = [...walk(node)];
  const filePattern = attributeOf(node, 'filePattern');
  const pattern = filePattern?.value?.text ?? filePattern?.raw ?? '';
  const size = parts.find((part) => part.plugin?.name === 'SizeBasedTriggeringPolicy');
  const sizeText = size && text(attributeOf(size, 'size'));
  const timed = timePolicy(node.children.find((child) => child.plugin?.name === 'Policies' || child.plugin?.name === 'TimeBasedTriggeringPolicy'));
  const counted = readLog4j2Pattern(pattern, FILE_WORDS).conversions.some(({ letter }) => letter === 'i' || letter === 'index');
  const strategy = parts.find((part) => part.plugin?.name === 'DefaultRolloverStrategy');
  const max = strategy && text(attributeOf(strategy, 'max'));
  const unlimited = strategy && text(attributeOf(strategy, 'fileIndex'))?.toLowerCase() === 'nomax';
  const period = timed ? rollPeriodOf(pattern) : undefined;
  const dated = rollPeriodOf(pattern) !== undefined;
  const maxFiles = !counted || unlimited === true ? undefined : max !== undefined && /^\d+$/.test(max) ? Number(max) : 7;
  // The count holds within one date: with a date in the pattern the files of earlier dates stay.
  return {
    period, maxBytes: size ? (sizeText === undefined ? 10 * 1024 * 1024 : log4j2Size(sizeText)) : undefined, maxFiles,
    deletes: parts.some((part) => part.plugin?.name === 'Delete' && part.alive) || (maxFiles !== undefined && !dated),
    known: filePattern !== undefined && !filePattern.template,
  };
}

function text(attribute: Log4j2Attribute | undefined): string | undefined {
  return attribute && (attribute.value?.text ?? attribute.raw);
}
