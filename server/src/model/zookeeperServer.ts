/** `server.N` of ZooKeeper: host:port:port[:role][;[host:]port], several addresses joined by `|`. As QuorumServer of 3.5 to 3.8 reads it; the value is not trimmed. */
import type { PropertiesEntry } from '../documents/properties';
import type { Span, SpannedText } from '../documents/span';
import { javaInteger } from './numbers';
import { placeholders } from './template';

export type ZooKeeperRole = 'participant' | 'observer';

export interface ZooKeeperAddress {
  readonly host: SpannedText;
  /** The port to which followers connect, and the one for elections. Undefined when they cannot be read or are filled in later. */
  readonly peerPort: number | undefined;
  readonly electionPort: number | undefined;
}

/** Why ZooKeeper refuses a line, with its own words. */
export interface ServerProblem {
  readonly code: 'server-id' | 'server-form' | 'server-port' | 'server-blank' | 'server-ports-equal' | 'server-role' | 'server-addresses';
  readonly span: Span;
  /** What stands under the span. */
  readonly text: string;
  readonly program: string;
}

/** A member of the ensemble. */
export interface ZooKeeperServer {
  readonly entry: PropertiesEntry;
  /** Undefined when the part behind `server.` is no number or is filled in later. */
  readonly id: number | undefined;
  readonly addresses: readonly ZooKeeperAddress[];
  /** Undefined when it is filled in later. Without a word a server is a participant. */
  readonly role: ZooKeeperRole | undefined;
  readonly templated: boolean;
  readonly problems: readonly ServerProblem[];
}

/** A stretch of the value. */
interface Piece { readonly text: string; readonly start: number }

const FORM = 'does not have the form server_config or server_config;client_config where server_config is the pipe separated list of host:port:port or host:port:port:type and client_config is port or host:port';

/** Reads one `server.N`. `severalAddresses`: multiAddress.enabled is set. */
export function zookeeperServer(entry: PropertiesEntry, severalAddresses: boolean): ZooKeeperServer {
  return new ServerReader(entry, severalAddresses).read();
}

class ServerReader {
  private readonly problems: ServerProblem[] = [];
  private role: ZooKeeperRole | undefined = 'participant';
  /** The id as ZooKeeper prints it. */
  private number = '';

  constructor(private readonly entry: PropertiesEntry, private readonly severalAddresses: boolean) {}

  read(): ZooKeeperServer {
    const { entry } = this;
    const number = entry.key.trim().slice('server.'.length);
    const isKeyTemplated = placeholders(number).length > 0;
    const parsed = isKeyTemplated ? undefined : javaInteger(number, 'long');
    if (parsed === null) this.add('server-id', entry.keySpan, entry.key, `For input string: "${number}"`);
    this.number = String(parsed ?? number);
    const templated = placeholders(entry.value).length > 0;
    const addresses = templated ? [] : this.value();
    if (templated) this.role = /:observer\s*(?:;|$)/i.test(entry.value) ? 'observer' : /\d\s*(?:;.*)?$/.test(entry.value) ? 'participant' : undefined;
    return { entry, id: parsed ?? undefined, addresses, role: this.role, templated: templated || isKeyTemplated, problems: this.problems };
  }

  private value(): readonly ZooKeeperAddress[] {
    const whole = { text: this.entry.value, start: 0 };
    const [server = whole, client, ...more] = split(whole, ';');
    const addresses = split(server, '|');
    if (more.length > 0 || addresses.length === 0) {
      this.form(whole);
      return [];
    }
    if (client) this.client(client);
    if (addresses.length > 1 && !this.severalAddresses) {
      this.piece('server-addresses', whole, `Multiple address feature is disabled, but multiple addresses were specified for sid ${this.number}`);
      return [];
    }
    return addresses.flatMap((address) => this.address(address) ?? []);
  }

  private address(address: Piece): ZooKeeperAddress | undefined {
    const parts = hostAndPorts(address);
    if (!parts) {
      this.piece('server-form', address, `${address.text} starts with '[' but has no matching ']:'`);
      return undefined;
    }
    const [host, peer, election, role, ...more] = parts;
    if (!host || !peer || !election || more.length > 0) {
      this.form(address);
      return undefined;
    }
    const peerPort = this.port(host, peer);
    const electionPort = this.port(host, election);
    if (peerPort !== undefined && peerPort === electionPort) {
      this.piece('server-ports-equal', election, `Client and election port must be different! Please update the configuration file on server.${this.number}`);
    }
    if (role) this.readRole(role);
    return { host: { text: host.text, span: this.spanOf(host) }, peerPort, electionPort };
  }

  private readRole(role: Piece): void {
    const word = role.text.trim().toLowerCase();
    if (word === 'observer' || word === 'participant') this.role = word;
    else this.piece('server-role', role, `Unrecognised peertype: ${role.text}`);
  }

  private client(client: Piece): void {
    const parts = hostAndPorts(client);
    const port = parts?.at(-1);
    if (!parts) this.piece('server-form', client, `${client.text} starts with '[' but has no matching ']:'`);
    else if (!port || parts.length > 2) this.form({ text: this.entry.value, start: 0 });
    else this.port(parts.length === 2 ? parts[0] : undefined, port);
  }

  private port(host: Piece | undefined, port: Piece): number | undefined {
    const number = javaInteger(port.text, 'int');
    if (number === null) {
      const isBlank = javaInteger(port.text.trim(), 'int') !== null;
      this.piece(isBlank ? 'server-blank' : 'server-port', port, `Address unresolved: ${host?.text ?? '0.0.0.0'}:${port.text}`);
      return undefined;
    }
    if (number >= 0 && number <= 65535) return number;
    this.piece('server-port', port, `port out of range:${number}`);
    return undefined;
  }

  private form(piece: Piece): void {
    this.piece('server-form', piece, `${this.entry.value} ${FORM}`);
  }

  private piece(code: ServerProblem['code'], piece: Piece, program: string): void {
    this.add(code, piece.text === '' ? this.entry.span : this.spanOf(piece), piece.text, program);
  }

  private add(code: ServerProblem['code'], span: Span, text: string, program: string): void {
    this.problems.push({ code, span, text, program });
  }

  private spanOf(piece: Piece): Span {
    return this.entry.valuePart(piece.start, piece.start + piece.text.length);
  }
}

/** String.split of Java for one character: empty pieces at the end do not count, but an empty text is one piece. */
function split({ text, start }: Piece, separator: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  for (const part of text.split(separator)) {
    pieces.push({ text: part, start: at });
    at += part.length + 1;
  }
  if (pieces.length === 1) return pieces;
  while (pieces.at(-1)?.text === '') pieces.pop();
  return pieces;
}

/** ConfigUtils.getHostAndPort: an IPv6 address stands in brackets. Undefined when these do not close. */
function hostAndPorts(address: Piece): readonly Piece[] | undefined {
  if (!address.text.startsWith('[')) return split(address, ':');
  const close = address.text.lastIndexOf(']');
  if (close < 2) return undefined;
  const host = { text: address.text.slice(1, close), start: address.start + 1 };
  const rest = address.text.slice(close + 1);
  if (rest === '') return [host];
  return rest.startsWith(':') ? [host, ...split({ text: rest.slice(1), start: address.start + close + 2 }, ':')] : undefined;
}
