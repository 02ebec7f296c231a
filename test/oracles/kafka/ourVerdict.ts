/** What our own rules say about a broker file: whether Kafka refuses it, by which rules and in which words. */
import { LineIndex } from '../../../server/src/documents/lines';
import { parseProperties } from '../../../server/src/documents/properties';
import { parseVersion, satisfies } from '../../../server/src/knowledge/version';
import { brokerModel } from '../../../server/src/model/broker';
import type { BrokerFile } from '../../../server/src/model/file';
import { placeholders } from '../../../server/src/model/template';
import { refusalRules } from '../../../server/src/rules/broker/index';

export interface OurVerdict {
  /** Ids of the rules that report an error; the reader of properties counts as `file/malformed-unicode-escape`. */
  readonly rules: readonly string[];
  /** What we say Kafka says. */
  readonly words: readonly string[];
  /** Some value is filled in later, so we may not judge it. */
  readonly templated: boolean;
}

/** Judges a text for a version, as Kafka reads it: in ISO-8859-1. */
export function ourVerdict(text: string, version: string): OurVerdict {
  const kafkaVersion = parseVersion(version);
  if (!kafkaVersion) throw new RangeError(version);
  const document = parseProperties(text);
  const file: BrokerFile = {
    family: 'broker', path: 'server.properties', text, lines: new LineIndex(text), kind: { name: 'broker', template: undefined }, document,
    context: { version: { value: kafkaVersion, source: 'the test' }, versionKnown: true, versionFromKeys: false, profile: { value: undefined, source: '' }, today: '2026-11-25' },
    broker: brokerModel(document, kafkaVersion, false),
  };
  const rules = document.problems.length > 0 ? ['file/malformed-unicode-escape'] : [];
  const words: string[] = document.problems.length > 0 ? ['Malformed \\uxxxx encoding.'] : [];
  for (const rule of refusalRules) {
    if (rule.versions !== undefined && !satisfies(kafkaVersion, rule.versions)) continue;
    for (const finding of rule.check(file)) {
      if ((finding.severity ?? rule.severity) !== 'error') continue;
      rules.push(rule.id);
      if (finding.program) words.push(finding.program.replace(/^Kafka(?: with ZooKeeper)?: /, ''));
    }
  }
  return { rules, words, templated: document.entries.some(({ value }) => placeholders(value).length > 0) };
}
