import { replace } from '../finding';
import { brokerRule } from '../rule';
import { quote } from './words';

/** From 4.2 every list of Kafka drops exact duplicates with a WARN (KIP-1161); the tags of streams are refused (broker/rack-tag-twice), quorum lists have their own meaning. */
const OWN_MEANING: ReadonlySet<string> = new Set(['group.streams.rack.aware.assignment.tags', 'controller.quorum.voters', 'controller.quorum.bootstrap.servers']);

export const listElementTwice = brokerRule({
  id: 'broker/list-element-twice',
  severity: 'warning',
  versions: '>=4.2',
  cites: ['https://cwiki.apache.org/confluence/display/KAFKA/KIP-1161%3A+Unifying+LIST-Type+Configuration+Validation+and+Default+Values'],
  title: 'An element of a list stands twice',
  why: 'Kafka drops the second one with a warning. Most often something else was meant there.',

  *check({ broker, document }) {
    for (const entry of document.entries) {
      if (document.get(entry.key) !== entry || OWN_MEANING.has(entry.key) || broker.settings.fact(entry.key)?.type !== 'list') continue;
      const part = broker.settings.part(entry.key);
      const seen = new Set<string>();
      for (const item of part?.items ?? []) {
        if (part && seen.has(item.text) && item.text !== '' && !item.templated) {
          yield {
            span: item.span,
            text: `${quote(item.text)} stands twice. Kafka drops the second one.`,
            help: 'Remove it, or write what was meant.',
            program: `Kafka: Configuration key "${entry.key}" contains duplicate values. Duplicates will be removed.`,
            fixes: [replace('safe', 'Name each element once', part.span, [...new Set(part.items.map(({ text }) => text))].join(','))],
          };
        }
        seen.add(item.text);
      }
    }
  },
});
