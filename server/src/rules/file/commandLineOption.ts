import { propertiesRule } from '../rule';

/** `--override key=value` is an option of kafka-server-start.sh (kafka.Kafka, getPropsFromArgs); a file has no options. */
export const commandLineOption = propertiesRule({
  id: 'file/command-line-option',
  severity: 'error',
  cites: ['https://github.com/confluentinc/cp-ansible/issues/84'],
  title: 'An option of the command line stands in the file',
  why: 'The line was copied from a start command. Kafka reads "--override" as an unknown key, and the setting behind it keeps its default.',

  *check({ document, kind }) {
    if (kind.name !== 'broker') return;
    for (const entry of document.entries) {
      const option = /^--[a-z][a-z-]*/.exec(entry.key)?.[0];
      if (option === undefined) continue;
      const setting = option === '--override' && /^[\w.-]+\s*[=:]/.test(entry.value) ? entry.value : undefined;
      yield {
        span: entry.keySpan,
        text: `"${option}" is an option of the command line. In this file nothing reads it${setting === undefined ? '' : ', nor the setting behind it'}.`,
        help: setting === undefined ? 'Remove the line.' : `Write only the setting: ${setting}`,
        ...(setting === undefined ? {} : {
          fixes: [{ kind: 'choice', title: 'Keep only the setting', edits: [{ span: { start: entry.keySpan.start, end: entry.valueSpan.start }, newText: '' }] }],
        }),
      };
    }
  },
});
