/** controller.quorum.voters and controller.quorum.bootstrap.servers: grammar of RaftConfig (up to 3.6) and QuorumConfig (from 3.7). */
import { javaInteger } from './numbers';
import { FILLED } from './template';
import type { ValuePart } from './valuePart';

/** One voter, or one bootstrap server (without id). What a template fills in later is undefined. */
export interface QuorumAddress {
  readonly whole: ValuePart;
  readonly id: number | undefined;
  readonly idPart: ValuePart | undefined;
  readonly host: string | undefined;
  readonly hostPart: ValuePart;
  readonly port: number | undefined;
  readonly portPart: ValuePart;
}

export interface BrokenQuorumAddress {
  readonly part: ValuePart;
  readonly reason: 'form' | 'id' | 'address' | 'port';
  readonly kafka: string;
}

export interface QuorumList {
  readonly key: 'controller.quorum.voters' | 'controller.quorum.bootstrap.servers';
  readonly part: ValuePart | undefined;
  readonly addresses: readonly QuorumAddress[];
  readonly broken: readonly BrokenQuorumAddress[];
  /** False when a template may add addresses or ids. */
  readonly complete: boolean;
  /** No element at all, written or by default. */
  readonly empty: boolean;
}

/** Utils.HOST_PORT_PATTERN of 3.8, 3.9.0 and from 4.0: an optional protocol, a host or an IPv6 literal, a port. */
const HOST_PORT = /^(?:[0-9a-zA-Z\-%._]*:\/\/)?\[?([0-9a-zA-Z\-%._:\uE000]*)\]?:([0-9]+|\uE000+)$/;

/** The pattern up to 3.7 and in 3.9.1 and later patches of 3.9: anything may stand before the host. */
const LOOSE_HOST_PORT = /^.*?\[?([0-9a-zA-Z\-%._:\uE000]*)\]?:([0-9]+|\uE000+)$/;

export function noQuorumList(key: QuorumList['key']): QuorumList {
  return { key, part: undefined, addresses: [], broken: [], complete: true, empty: true };
}

/** Reads a written list. `isLoose`: the version looks only for a port at the end, as up to 3.7 and in 3.9.1 and later patches of 3.9. */
export function quorumList(key: QuorumList['key'], part: ValuePart, isLoose: boolean): QuorumList {
  const addresses: QuorumAddress[] = [];
  const broken: BrokenQuorumAddress[] = [];
  let complete = true;
  const { items } = part;
  for (const item of items) {
    const read = key === 'controller.quorum.voters' ? voterOf(item, isLoose) : addressOf(item, -1, key, isLoose);
    if (!('reason' in read)) addresses.push(read);
    else if (!item.templated) broken.push(read);
    if (item.templated && ('reason' in read || (key === 'controller.quorum.voters' && read.id === undefined))) complete = false;
  }
  return { key, part, addresses, broken, complete, empty: items.length === 0 };
}

function voterOf(item: ValuePart, isLoose: boolean): QuorumAddress | BrokenQuorumAddress {
  const form = 'Each entry should be in the form `{id}@{host}:{port}`.';
  const at = item.shape.indexOf('@');
  // String.split("@") of Java: exactly two pieces, empty ones at the end do not count.
  if (at < 0 || item.shape.replace(/@+$/, '').split('@').length !== 2) return { part: item, reason: 'form', kafka: `Invalid configuration value for controller.quorum.voters. ${form}` };
  const idPart = item.slice(0, at);
  if (!idPart.templated && javaInteger(idPart.text, 'int') === null) return { part: idPart, reason: 'id', kafka: `Failed to parse voter ID as an integer from ${idPart.text}` };
  return addressOf(item, at, 'controller.quorum.voters', isLoose);
}

function addressOf(item: ValuePart, at: number, key: QuorumList['key'], isLoose: boolean): QuorumAddress | BrokenQuorumAddress {
  const isVoter = key === 'controller.quorum.voters';
  const address = item.slice(at + 1, isVoter ? item.shape.replace(/@+$/, '').length : item.text.length);
  const match = (isLoose ? LOOSE_HOST_PORT : HOST_PORT).exec(address.shape);
  if (!match) {
    return { part: item, reason: 'address', kafka: `Failed to parse host name from ${isVoter ? 'entry ' : ''}${item.text} for the configuration ${key}. Each entry should be in the form ${isVoter ? '`{id}@{host}:{port}`' : '"{host}:{port}"'}` };
  }
  const [, hostText = '', portText = ''] = match;
  const portAt = address.text.length - portText.length;
  const hostEnd = portAt - (address.text[portAt - 2] === ']' ? 2 : 1);
  const portPart = address.slice(portAt);
  const hostPart = address.slice(hostEnd - hostText.length, hostEnd);
  const port = portText.includes(FILLED) ? undefined : Number(portText);
  if (port !== undefined && port > 65535) return { part: portPart, reason: 'port', kafka: port > 2147483647 ? `For input string: "${portText}"` : `port out of range:${port}` };
  const idPart = at < 0 ? undefined : item.slice(0, at);
  return {
    whole: item, idPart, hostPart, portPart, port,
    id: idPart && !idPart.templated ? javaInteger(idPart.text, 'int') ?? undefined : undefined,
    host: hostPart.templated ? undefined : hostPart.text,
  };
}
