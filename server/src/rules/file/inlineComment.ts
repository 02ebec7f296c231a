import { isSecret } from '../../knowledge/catalogue';
import { parseValue } from '../../model/values';
import { ValuePart } from '../../model/valuePart';
import type { BrokerFile } from '../../model/file';
import type { Fix } from '../finding';
import { brokerRule } from '../rule';

/** java.util.Properties knows comments only as lines of their own (JDK 17): what stands behind a value is part of it. */
export const inlineComment = brokerRule({
  id: 'file/inline-comment',
  severity: 'error',
  covers: ['broker/value-type', 'broker/value-range', 'broker/value-not-allowed', 'broker/listener-malformed'],
  cites: ['https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/Properties.html'],
  title: 'A comment behind a value is part of the value',
  why: 'In a properties file only a line that begins with # is a comment. "8 # threads" is no number, so the broker does not start; a path or a name silently becomes another one.',

  *check(file) {
    const refused = refusals(file);
    for (const entry of file.document.entries) {
      const whole = ValuePart.of(entry);
      const at = /[ \t]#/.exec(whole.shape)?.index ?? -1;
      if (at < 0 || file.document.get(entry.key) !== entry || isSecret(entry.key) || !file.broker.settings.fact(entry.key)) continue;
      const comment = whole.slice(at).trim();
      const value = whole.slice(0, at).trim();
      const isRefused = refused.has(entry.key);
      yield {
        span: comment.span,
        ...(isRefused ? {} : { severity: 'warning' as const }),
        text: `"${shortened(comment.text)}" is part of the value, not a comment. ${isRefused ? 'The broker does not start.' : `${entry.key} is "${shortened(whole.text)}".`}`,
        help: 'Write the comment on a line of its own above the setting.',
        ...isRefused ? { program: `Kafka: ${refused.get(entry.key) ?? ''}` } : {},
        fixes: [moveUp(file, value, comment, isRefused)],
      };
    }
  },
});

/** Safe where Kafka refused the value and surely takes what is left of it; of a listener more may be wrong than its form. */
function moveUp({ text, lines, broker }: BrokerFile, value: ValuePart, comment: ValuePart, isRefused: boolean): Fix {
  const { entry } = value;
  const fact = broker.settings.fact(entry.key);
  const isSafe = isRefused && !/listeners$/.test(entry.key) && fact !== undefined && value.text !== '' && parseValue(entry.key, value, fact, broker.version).problem === undefined;
  const indent = /^[ \t\f]*/.exec(text.slice(entry.lineSpan.start))?.[0] ?? '';
  const above = { start: entry.lineSpan.start, end: entry.lineSpan.start };
  return {
    kind: isSafe ? 'safe' : 'choice',
    title: 'Move the comment above the setting',
    edits: [
      { span: above, newText: `${indent}${comment.text}${lines.lineBreak}` },
      { span: { start: value.span.end, end: comment.span.end }, newText: '' },
    ],
  };
}

/** The keys whose values Kafka refuses, and its words on the first of them. */
function refusals({ broker }: BrokerFile): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const { key, kafka } of broker.settings.problems) if (!words.has(key)) words.set(key, kafka);
  for (const list of [broker.listeners, broker.advertised]) {
    const [broken] = list?.broken ?? [];
    if (list && broken) words.set(list.key, `Error creating broker listeners from '${list.quoted}': ${broken.kafka}`);
  }
  return words;
}

function shortened(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`;
}
