/**
 * Lists of endpoints, `listeners` and `advertised.listeners`: grammar of kafka.cluster.EndPoint (up to 3.8) and SocketServerConfigs (from 3.9), the same in all versions.
 * Every element is read by itself: a broken one does not hide its neighbours. What a template fills in later is unknown, not wrong.
 */
import { FILLED } from './template';
import { ValuePart } from './valuePart';

/** One listener. What a template fills in later is undefined. */
export interface Endpoint {
  /** The name as Kafka keeps it, in upper case. */
  readonly listener: string | undefined;
  /** Empty: the default interface. Brackets of an IPv6 address are not part of it. */
  readonly host: string | undefined;
  readonly port: number | undefined;
  /** Where it is written; undefined for the listener that Kafka makes when the key is missing. */
  readonly written: EndpointParts | undefined;
}

export interface EndpointParts {
  readonly whole: ValuePart;
  readonly name: ValuePart;
  readonly host: ValuePart;
  readonly port: ValuePart;
}

/** An element that is no endpoint. */
export interface BrokenEndpoint {
  readonly part: ValuePart;
  readonly reason: 'form' | 'name' | 'port';
  /** What stands behind "Error creating broker listeners from '...': ". */
  readonly kafka: string;
}

export interface EndpointList {
  readonly key: 'listeners' | 'advertised.listeners';
  /** The written value; undefined when the key is missing. */
  readonly part: ValuePart | undefined;
  readonly endpoints: readonly Endpoint[];
  readonly broken: readonly BrokenEndpoint[];
  /** False when a template may add, remove or rename listeners. */
  readonly complete: boolean;
  /** The value as Kafka quotes it in its exceptions. */
  readonly quoted: string;
}

const ENDPOINT = /^(.*):\/\/\[?([0-9a-zA-Z\-%._:\uE000]*)\]?:(-?[0-9]+|\uE000+)$/;

/** Reads a written list. `isList`: from 4.2 the key is a list, exact duplicates count once and exceptions quote it in brackets. */
export function endpointList(key: EndpointList['key'], part: ValuePart, isList: boolean): EndpointList {
  const endpoints: Endpoint[] = [];
  const broken: BrokenEndpoint[] = [];
  const seen = new Set<string>();
  let complete = true;
  for (const item of part.items) {
    if (item.text === '' || (isList && seen.has(item.text))) continue;
    seen.add(item.text);
    const read = endpointOf(item);
    if ('reason' in read) broken.push(read);
    else endpoints.push(read);
    if (item.templated && (!('host' in read) || read.listener === undefined)) complete = false;
  }
  const isUnknown = broken.some(({ part: { templated } }) => templated);
  return {
    key, part, endpoints, broken: isUnknown ? broken.filter(({ part: { templated } }) => !templated) : broken, complete,
    quoted: isList ? `[${[...seen].join(', ')}]` : part.text,
  };
}

function endpointOf(item: ValuePart): Endpoint | BrokenEndpoint {
  const match = ENDPOINT.exec(item.shape);
  if (!match) return { part: item, reason: 'form', kafka: `Unable to parse ${item.text} to a broker endpoint` };
  const [, nameText = '', hostText = '', portText = ''] = match;
  const portAt = item.text.length - portText.length;
  const closing = item.text[portAt - 2] === ']' ? 1 : 0;
  const hostEnd = portAt - 1 - closing;
  const written: EndpointParts = {
    whole: item,
    name: item.slice(0, nameText.length),
    host: item.slice(hostEnd - hostText.length, hostEnd),
    port: item.slice(portAt),
  };
  if (!written.name.templated && nameText.trim() === '') return { part: item, reason: 'name', kafka: 'The provided listener name is null or empty string' };
  // Greedy as Kafka's pattern is, the name takes whatever stands before the last `://`; no map ever gives such a name a protocol.
  if (nameText.includes('://')) return { part: item, reason: 'form', kafka: `No security protocol defined for listener ${written.name.text.toUpperCase()}` };
  const port = portText.includes(FILLED) ? undefined : Number(portText);
  if (port !== undefined && (port > 2147483647 || port < -2147483648)) return { part: written.port, reason: 'port', kafka: `For input string: "${portText}"` };
  return {
    listener: written.name.templated ? undefined : written.name.text.toUpperCase(),
    host: written.host.templated ? undefined : written.host.text,
    port, written,
  };
}
