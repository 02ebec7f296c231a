/** Which security protocol each listener name speaks: listener.security.protocol.map as Csv.parseCsvMap and ListenerName.normalised read it. */
import type { ValuePart } from './valuePart';

export type SecurityProtocol = 'PLAINTEXT' | 'SSL' | 'SASL_PLAINTEXT' | 'SASL_SSL';
export const SECURITY_PROTOCOLS: readonly SecurityProtocol[] = ['PLAINTEXT', 'SSL', 'SASL_PLAINTEXT', 'SASL_SSL'];

/** `NAME:PROTOCOL`; the last colon divides. */
export interface Mapping {
  readonly whole: ValuePart;
  readonly name: ValuePart;
  readonly protocol: ValuePart;
  /** The name in upper case, as Kafka compares it. */
  readonly listener: string;
  /** Undefined when filled in later or unknown to Kafka. */
  readonly speaks: SecurityProtocol | undefined;
}

export interface ProtocolMap {
  readonly part: ValuePart | undefined;
  readonly mappings: readonly Mapping[];
  /** Elements without a colon: Kafka gives up at the first. */
  readonly withoutColon: readonly ValuePart[];
  /** False when a template may add names. */
  readonly complete: boolean;
  /** What each name speaks, Kafka's default map and the controller names it adds by itself included. */
  readonly effective: ReadonlyMap<string, SecurityProtocol | undefined>;
}

/** The protocol of a word in any case; undefined for a word that is none. */
export function protocolOf(word: string): SecurityProtocol | undefined {
  const upper = word.toUpperCase();
  return SECURITY_PROTOCOLS.find((protocol) => protocol === upper);
}

/** Reads a written map. */
export function protocolMap(part: ValuePart): ProtocolMap {
  const mappings: Mapping[] = [];
  const withoutColon: ValuePart[] = [];
  const effective = new Map<string, SecurityProtocol | undefined>();
  let complete = true;
  const items = [...part.items];
  // String.split of Java drops empty elements at the end, and only there.
  while (items.at(-1)?.text === '') items.pop();
  for (const whole of items) {
    const colon = whole.shape.lastIndexOf(':');
    if (colon < 0) {
      if (whole.templated) complete = false;
      else withoutColon.push(whole);
      continue;
    }
    const name = whole.slice(0, colon).trim();
    const protocol = whole.slice(colon + 1).trim();
    if (name.templated) complete = false;
    const mapping: Mapping = { whole, name, protocol, listener: name.text.toUpperCase(), speaks: protocol.templated ? undefined : protocolOf(protocol.text) };
    mappings.push(mapping);
    effective.set(mapping.listener, mapping.speaks);
  }
  return { part, mappings, withoutColon, complete, effective };
}

/** Kafka's default, with PLAINTEXT for the controller names that it adds by itself (KRaft from 3.1, as long as nothing speaks TLS or SASL). */
export function defaultProtocolMap(added: readonly string[]): ProtocolMap {
  const effective = new Map<string, SecurityProtocol | undefined>(SECURITY_PROTOCOLS.map((protocol) => [protocol, protocol]));
  for (const name of added) effective.set(name.toUpperCase(), 'PLAINTEXT');
  return { part: undefined, mappings: [], withoutColon: [], complete: true, effective };
}
