/** Counts by class, and the files on which we and Kafka disagree. */
import type { OurVerdict } from './ourVerdict';
import type { Verdict } from './realKafka';

export interface Case {
  readonly name: string;
  readonly version: string;
  readonly kind: string;
  /** `section: name` of each. */
  readonly mutations: readonly string[];
  readonly kafka: Verdict;
  readonly ours: OurVerdict;
}

export interface Report {
  readonly text: string;
  readonly disagreements: number;
  readonly refused: number;
}

const refuses = ({ kafka }: Case): boolean => kafka.stage !== 'accepts';
const weRefuse = ({ ours }: Case): boolean => ours.rules.length > 0;
/** The only excuse: Kafka reads a placeholder as it stands, we wait for what it becomes. */
const isExcused = (one: Case): boolean => refuses(one) && !weRefuse(one) && one.ours.templated;

export function reportOf(cases: readonly Case[]): Report {
  const wrong = cases.filter((one) => refuses(one) !== weRefuse(one) && !isExcused(one));
  const refused = cases.filter(refuses);
  const spoken = refused.filter(weRefuse);
  const sameWords = spoken.filter(({ kafka, ours }) => ours.words.some((words) => sameText(words, kafka.message)));
  const lines = [
    `${cases.length} files, Kafka accepts ${cases.length - refused.length}, refuses ${refused.length}; we disagree on ${wrong.length}, ${cases.filter(isExcused).length} excused by a placeholder; ${percent(sameWords.length, spoken.length)} of our refusals carry Kafka's own words`,
    ...table('version', cases, ({ version }) => [version]),
    ...table('node', cases, ({ kind }) => [kind]),
    ...table('mutations', cases, ({ mutations }) => [String(mutations.length)]),
    ...table('as the only mutation', cases, ({ mutations }) => (mutations.length === 1 ? mutations.map((mutation) => mutation.split(':')[0] ?? '') : [])),
    ...table('refused at', refused, ({ kafka }) => [kafka.stage]),
    ...wrong.slice(0, 60).map((one) => `${refuses(one) ? 'MISSED' : 'FALSE'} ${one.name} (${one.kind}; ${one.mutations.join(' | ')}): Kafka ${one.kafka.stage} ${one.kafka.exception.split('.').at(-1) ?? ''} ${one.kafka.message.slice(0, 300)}; we ${one.ours.rules.join(', ')}`),
  ];
  return { text: lines.map((line) => `      ${line}`).join('\n'), disagreements: wrong.length, refused: refused.length };
}

/** Kafka's exceptions quote collections in ways that differ between its Scala releases. */
function sameText(ours: string, kafkas: string): boolean {
  const plain = (text: string): string => text.replace(/[\s\[\]'"`().]+|List|Set|ArrayBuffer/g, '');
  return plain(kafkas).startsWith(plain(ours).slice(0, 60));
}

function table(title: string, cases: readonly Case[], keys: (one: Case) => readonly string[]): string[] {
  const counts = new Map<string, { accepts: number; refuses: number; wrong: number; excused: number }>();
  for (const one of cases) {
    for (const key of keys(one)) {
      const count = counts.get(key) ?? { accepts: 0, refuses: 0, wrong: 0, excused: 0 };
      count[refuses(one) ? 'refuses' : 'accepts']++;
      if (isExcused(one)) count.excused++;
      else if (refuses(one) !== weRefuse(one)) count.wrong++;
      counts.set(key, count);
    }
  }
  const rows = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, count]) => `${key.padEnd(26)} ${String(count.accepts).padStart(7)} ${String(count.refuses).padStart(7)} ${String(count.wrong).padStart(7)} ${String(count.excused).padStart(7)}`);
  return ['', `${title.padEnd(26)} accepts refuses   wrong excused`, ...rows];
}

const percent = (part: number, whole: number): string => `${whole === 0 ? 100 : Math.floor((1000 * part) / whole) / 10} %`;
