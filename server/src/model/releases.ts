/** Releases as inter.broker.protocol.version and log.message.format.version name them: kafka.api.ApiVersion up to 3.2, MetadataVersion from 3.3. */

/** From the oldest to the newest that any 3.x knows; each with its numbered steps. */
const STEPS: readonly (readonly [release: string, steps: readonly string[]])[] = [
  ['0.8.0', []], ['0.8.1', []], ['0.8.2', []], ['0.9.0', []],
  ['0.10.0', ['IV0', 'IV1']], ['0.10.1', ['IV0', 'IV1', 'IV2']], ['0.10.2', ['IV0']], ['0.11.0', ['IV0', 'IV1', 'IV2']],
  ['1.0', ['IV0']], ['1.1', ['IV0']], ['2.0', ['IV0', 'IV1']], ['2.1', ['IV0', 'IV1', 'IV2']], ['2.2', ['IV0', 'IV1']], ['2.3', ['IV0', 'IV1']],
  ['2.4', ['IV0', 'IV1']], ['2.5', ['IV0']], ['2.6', ['IV0']], ['2.7', ['IV0', 'IV1', 'IV2']], ['2.8', ['IV0', 'IV1']],
  ['3.0', ['IV0', 'IV1']], ['3.1', ['IV0']], ['3.2', ['IV0']], ['3.3', ['IV0', 'IV1', 'IV2', 'IV3']], ['3.4', ['IV0']], ['3.5', ['IV0', 'IV1', 'IV2']],
  ['3.6', ['IV0', 'IV1', 'IV2']], ['3.7', ['IV0', 'IV1', 'IV2', 'IV3', 'IV4']], ['3.8', ['IV0']], ['3.9', ['IV0']], ['4.0', ['IV0', 'IV1', 'IV2', 'IV3']],
];

const ORDER: ReadonlyMap<string, number> = new Map(
  STEPS.flatMap(([release, steps]) => (steps.length === 0 ? [release] : steps.map((step) => `${release}-${step}`))).map((name, at) => [name, at]),
);
const SHORT: ReadonlyMap<string, number> = new Map(STEPS.map(([release, steps]) => [release, ORDER.get(steps.length === 0 ? release : `${release}-${steps.at(-1) ?? ''}`) ?? 0]));

/** The part of a text that counts: two segments, three for 0.x. Kafka does not look at the others. */
const keyOf = (text: string): string => text.split('.').slice(0, text.startsWith('0.') ? 3 : 2).join('.');

/** The place of a release in the order of all; undefined for a text that names none. A short name means the newest step of its release. */
export function releaseOrder(text: string): number | undefined {
  const key = keyOf(text);
  return SHORT.get(key) ?? ORDER.get(key);
}

/** The newest release that a broker knows, out of the catalogue's words `up to 3.5-IV2`. */
export function newestRelease(words: string | undefined): number {
  return releaseOrder(words?.split(' ').at(-1) ?? '') ?? Infinity;
}

/**
 * True when a broker takes the text. `newest` is the last step that it knows, which may belong to a release of the future;
 * `own` is its own release, such as `3.9`: the short name of a later one is not known to it.
 */
export function isRelease(text: string, newest: number, own: string): boolean {
  const order = releaseOrder(text);
  const limit = SHORT.has(keyOf(text)) ? SHORT.get(own) ?? newest : newest;
  return order !== undefined && order <= limit;
}

/** The first release that stores records in version 1 and 2. */
export const RECORD_VERSION_1 = '0.10.0-IV0';
export const RECORD_VERSION_2 = '0.11.0-IV0';

/** The version in which a release stores records: 0, 1 from 0.10.0, 2 from 0.11.0. */
export function recordVersion(order: number): 0 | 1 | 2 {
  return order >= (releaseOrder(RECORD_VERSION_2) ?? 0) ? 2 : order >= (releaseOrder(RECORD_VERSION_1) ?? 0) ? 1 : 0;
}
