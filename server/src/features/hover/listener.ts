/** What one listener is: protocol, address, what clients are told, and what it serves. */
import type { Span } from '../../documents/span';
import { protocolWords } from '../../knowledge/valueWords';
import { isLoopback, isWildcard } from '../../model/addresses';
import type { Endpoint } from '../../model/endpoints';
import type { BrokerFile } from '../../model/file';
import { code, paragraphs, table } from '../markdown';

/** `listener` in upper case. `key`: the setting in which it is looked at, which decides whether its address is explained for clients or for this machine. */
export function listenerText(file: BrokerFile, listener: string, key: 'listeners' | 'advertised.listeners' | undefined): string {
  const { broker } = file;
  const bound = broker.listeners.endpoints.find((endpoint) => endpoint.listener === listener);
  const advertised = broker.advertised?.endpoints.find((endpoint) => endpoint.listener === listener);
  const protocol = broker.protocols.effective.get(listener);
  const mapping = broker.protocols.mappings.findLast((entry) => entry.listener === listener);
  const from = mapping ? ` (line ${lineOf(file, mapping.whole.span)})` : broker.protocols.part ? '' : ' by default';
  const rows = [
    protocol && (['Speaks', `${code(protocol)}${from}`] as const),
    bound && (['Listens on', place(file, bound)] as const),
    advertised && (['Clients are told', place(file, advertised)] as const),
    ['Serves', serves(file, listener, bound)] as const,
  ].filter((row) => row !== undefined);
  const looked = key === 'advertised.listeners' ? advertised : bound;
  return paragraphs(
    `**${listener}**  \n${protocol === undefined ? protocolMissing(file) : protocolWords(protocol) ?? ''}`,
    looked && (key === 'advertised.listeners' ? toldText(looked) : bindText(looked, advertised === undefined && broker.advertised === undefined)),
    table(rows),
  );
}

function protocolMissing(file: BrokerFile): string {
  return file.broker.protocols.complete ? 'No security protocol: `listener.security.protocol.map` lacks this name.' : 'Its security protocol is filled in later.';
}

function place(file: BrokerFile, endpoint: Endpoint): string {
  const host = endpoint.host ?? '…';
  const text = `${host.includes(':') ? `[${host}]` : host}:${endpoint.port ?? '…'}`;
  return endpoint.written ? `${code(text)} (line ${lineOf(file, endpoint.written.whole.span)})` : `${code(text)} by default`;
}

function serves(file: BrokerFile, listener: string, bound: Endpoint | undefined): string {
  const { broker } = file;
  const parts: string[] = [];
  if (bound ? broker.isControllerListener(bound) : broker.controllerNames.names.includes(listener)) parts.push(broker.isBroker && !broker.roles.controller ? 'requests to the controllers' : 'controllers and the brokers that talk to them');
  if (broker.isBroker && broker.interBroker.listener === listener) parts.push('the other brokers');
  if (broker.isBroker && broker.clientEndpoints.endpoints.some((endpoint) => endpoint.listener === listener)) parts.push('clients');
  return parts.length === 0 ? 'nobody in this file' : parts.join(', ');
}

/** What the host of `listeners` means for this machine. `isTold`: without advertised.listeners clients are told the same. */
function bindText({ host, port }: Endpoint, isTold: boolean): string | undefined {
  if (host === undefined) return undefined;
  const told = isTold ? ' Without `advertised.listeners` clients are told this address too.' : '';
  const where = host === '' ? 'No host: the default interface of this machine.'
    : isWildcard(host) ? `${code(host)} means every interface of this machine.`
    : isLoopback(host) ? `${code(host)} is reached from this machine only.`
    : 'Only the interface that has this address accepts connections.';
  return `${where}${port === 0 ? ' Port 0 takes any free port.' : ''}${told}`;
}

/** What the host of `advertised.listeners` means for clients. */
function toldText({ host }: Endpoint): string | undefined {
  if (host === undefined) return undefined;
  if (host === '') return 'No host: clients are told the canonical host name of this machine.';
  if (isWildcard(host)) return `${code(host)} is no address that a client can reach.`;
  if (isLoopback(host)) return `${code(host)} means the machine of whoever reads it: clients elsewhere connect to themselves.`;
  return 'Clients and other brokers connect to this address, so they have to resolve and reach it.';
}

const lineOf = (file: BrokerFile, span: Span): number => file.lines.positionAt(span.start).line + 1;
