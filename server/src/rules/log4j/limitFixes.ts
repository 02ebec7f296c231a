/** How an appender gets a limit, in each of the three formats. Old files are deleted from then on: always a choice, and the title says so. */
import type { Edit } from '../../documents/span';
import type { LoggingFile } from '../../model/file';
import type { Appender, AppenderOption } from '../../model/logging';
import type { Fix } from '../finding';
import { baseName, lineBreak } from './words';

/** The fix that limits an appender's files; undefined where the file does not show how. */
export function limitFix(file: LoggingFile, appender: Appender): Fix | undefined {
  if (file.logging.library === 'log4j1') return sizeLimit(file, appender);
  return file.logging.format === 'yaml' ? yamlDelete(file, appender) : propertiesDelete(file, appender);
}

/** log4j 1: RollingFileAppender with a size and a count. */
function sizeLimit(file: LoggingFile, appender: Appender): Fix | undefined {
  const document = file.document;
  if (!document || !/(^|\.)(DailyRolling)?FileAppender$/.test(appender.type.text)) return undefined;
  const edits: Edit[] = [{ span: appender.type.span, newText: 'org.apache.log4j.RollingFileAppender' }];
  for (const option of appender.options) if (/^datePattern$/i.test(option.name)) edits.push({ span: option.span, newText: '' });
  const prefix = `log4j.appender.${appender.name}.`;
  const missing = [['MaxFileSize', '100MB'], ['MaxBackupIndex', '10']].filter(([name = '']) => !appender.options.some((option) => option.name.toLowerCase() === name.toLowerCase()));
  const at = appender.span.end;
  const brk = file.text.slice(0, at).endsWith('\n') || file.text.slice(0, at).endsWith('\r') ? '' : lineBreak(file);
  const lines = missing.map(([name = '', value = '']) => `${prefix}${name}=${value}${lineBreak(file)}`).join('');
  if (lines !== '') edits.push({ span: { start: at, end: at }, newText: brk + lines });
  return { kind: 'choice', title: `Limit ${appender.name} to 10 files of 100 MB; older ones are deleted`, edits: mergeAt(edits) };
}

/** An insertion and a removal that touch become one edit. */
function mergeAt(edits: readonly Edit[]): readonly Edit[] {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const merged: Edit[] = [];
  for (const edit of ordered) {
    const last = merged.at(-1);
    if (last?.span.end === edit.span.start && edit.span.end > edit.span.start && last.span.start === last.span.end) merged.splice(-1, 1, { span: edit.span, newText: last.newText + edit.newText });
    else merged.push(edit);
  }
  return merged;
}

/** Folder and pattern of the rolled files, from filePattern; undefined when it is not told. */
function rolledFiles(appender: Appender): { readonly folder: string; readonly glob: string; readonly option: AppenderOption } | undefined {
  const option = appender.options.find((one) => one.name.toLowerCase() === 'filepattern');
  if (!option || appender.options.some((one) => /delete\./i.test(one.name))) return undefined;
  const name = baseName(option.value.replace(/%d\{[^}]*\}/g, '*').replace(/%-?\d*(i|d|index|date)\b/g, '*'));
  const slash = Math.max(option.value.lastIndexOf('/', option.value.search(/%|$/)), option.value.lastIndexOf('\\', option.value.search(/%|$/)));
  if (slash <= 0 || name.includes('%')) return undefined;
  return { folder: option.value.slice(0, slash), glob: name.replace(/\*+/g, '*'), option };
}

const TITLE = (appender: Appender): string => `Delete files of ${appender.name} after 7 days, or above 10 GB`;

/** log4j 2 in YAML: a Delete action beside the filePattern. */
function yamlDelete(file: LoggingFile, appender: Appender): Fix | undefined {
  const rolled = rolledFiles(appender);
  if (!rolled || appender.options.some((option) => /strategy/i.test(option.name)) || /RolloverStrategy/.test(file.text.slice(appender.span.start, appender.span.end))) return undefined;
  const { line, character } = file.lines.positionAt(rolled.option.nameSpan.start);
  const before = file.lines.textOf(line).slice(0, character);
  if (!/^[ ]*(- +)?$/.test(before) || file.lines.positionAt(rolled.option.valueSpan.end).line !== line) return undefined;
  const pad = ' '.repeat(character);
  const text = [
    'DefaultRolloverStrategy:', '  Delete:', `    basePath: '${rolled.folder}'`, '    IfFileName:', `      glob: '${rolled.glob}'`,
    '      IfAny:', '        IfLastModified:', '          age: 7D', '        IfAccumulatedFileSize:', '          exceeds: 10GB',
  ].map((row) => lineBreak(file) + pad + row).join('');
  const at = file.lines.endOf(line);
  return { kind: 'choice', title: TITLE(appender), edits: [{ span: { start: at, end: at }, newText: text }] };
}

/** log4j 2 in properties. */
function propertiesDelete(file: LoggingFile, appender: Appender): Fix | undefined {
  const rolled = rolledFiles(appender);
  const entry = rolled && file.document?.entries.find((one) => one.lineSpan.start === rolled.option.span.start);
  if (!rolled || !entry || /strategy/i.test(appender.options.map((option) => option.name).join(' '))) return undefined;
  const prefix = entry.key.slice(0, entry.key.lastIndexOf('.'));
  if (file.document?.entries.some((one) => one.key.startsWith(`${prefix}.strategy`))) return undefined;
  const at = entry.lineSpan.end;
  const brk = /[\r\n]$/.test(file.text.slice(0, at)) ? '' : lineBreak(file);
  const rows = [
    ['strategy.type', 'DefaultRolloverStrategy'], ['strategy.delete.type', 'Delete'], ['strategy.delete.basePath', rolled.folder],
    ['strategy.delete.name.type', 'IfFileName'], ['strategy.delete.name.glob', rolled.glob], ['strategy.delete.name.any.type', 'IfAny'],
    ['strategy.delete.name.any.age.type', 'IfLastModified'], ['strategy.delete.name.any.age.age', '7D'],
    ['strategy.delete.name.any.size.type', 'IfAccumulatedFileSize'], ['strategy.delete.name.any.size.exceeds', '10GB'],
  ];
  return { kind: 'choice', title: TITLE(appender), edits: [{ span: { start: at, end: at }, newText: brk + rows.map(([key = '', value = '']) => `${prefix}.${key} = ${value}${lineBreak(file)}`).join('') }] };
}
