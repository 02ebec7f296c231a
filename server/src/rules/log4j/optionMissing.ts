import type { LoggingFile } from '../../model/file';
import type { LoggingProblem } from '../../model/logging';
import type { Fix } from '../finding';
import { loggingRule } from '../rule';
import { lineBreak, quote, said } from './words';

export const optionMissing = loggingRule({
  id: 'log4j/option-missing',
  severity: 'error',
  cites: ['https://github.com/confluentinc/cp-ansible/issues/108'],
  title: 'A required part is missing',
  why: 'Without its file an appender writes nothing, without its layout it prints nothing useful, and log4j 2 drops the whole element.',

  *check(file) {
    for (const problem of file.logging.problems) {
      if (problem.code !== 'option-missing' && problem.code !== 'option-empty' && problem.code !== 'property-without-name') continue;
      yield { span: problem.span, ...sentence(file, problem), ...said(problem), fixes: fixes(file, problem) };
    }
  },
});

function sentence(file: LoggingFile, { name, owner, code }: LoggingProblem): { readonly text: string; readonly help: string } {
  if (code === 'option-empty') return { text: `"${name}" of ${owner} is empty. ${owner} writes nothing.`, help: `Write a path, for example \${${file.logging.library === 'log4j1' ? '' : 'sys:'}kafka.logs.dir}/server.log.` };
  if (file.logging.library === 'log4j1') {
    return name === 'layout'
      ? { text: `${quote(owner)} has no layout. It writes no records.`, help: `Add log4j.appender.${owner}.layout=org.apache.log4j.PatternLayout.` }
      : { text: `${quote(owner)} has no file. It writes nothing.`, help: `Add log4j.appender.${owner}.File.` };
  }
  return { text: `${quote(owner)} has no ${name}. log4j drops it.`, help: `Add ${name}.` };
}

function fixes(file: LoggingFile, { name, owner, code }: LoggingProblem): readonly Fix[] {
  const appender = file.logging.library === 'log4j1' && code === 'option-missing' ? file.logging.appender(owner) : undefined;
  if (!appender) return [];
  const prefix = `log4j.appender.${owner}.`;
  const brk = lineBreak(file);
  const lines = name === 'layout' ? [`${prefix}layout=org.apache.log4j.PatternLayout`, `${prefix}layout.ConversionPattern=[%d] %p %m (%c)%n`] : [`${prefix}File=\${kafka.logs.dir}/${owner.replace(/Appender$/, '')}.log`];
  const at = appender.span.end;
  const open = /[\r\n]$/.test(file.text.slice(0, at)) ? '' : brk;
  return [{ kind: 'choice', title: name === 'layout' ? 'Add Kafka\'s layout' : 'Add a file', edits: [{ span: { start: at, end: at }, newText: open + lines.map((line) => line + brk).join('') }] }];
}
