/**
 * What zookeeper.properties or zoo.cfg means to ZooKeeper: values, members of the ensemble, and what QuorumPeerConfig refuses (3.5 to 3.8, the ZooKeepers
 * of Kafka 2.8 to 3.9). test/oracles/zookeeper compares the refusals with the real class. Whether `myid` is there only the machine knows.
 */
import type { PropertiesDocument } from '../documents/properties';
import { hasTemplateBlocks } from '../documents/templateBlocks';
import { folderName } from './logDirectories';
import { javaInteger } from './numbers';
import { placeholders } from './template';
import { ValuePart } from './valuePart';
import { refusals, type ZooKeeperProblem } from './zookeeperRefusals';
import { zookeeperServer, type ZooKeeperServer } from './zookeeperServer';

export type { ZooKeeperProblem } from './zookeeperRefusals';
export type { ZooKeeperAddress, ZooKeeperRole, ZooKeeperServer } from './zookeeperServer';

export class ZooKeeperModel {
  /** Every `server.N` that is read, in file order. */
  readonly serverLines: readonly ZooKeeperServer[];
  /** The members: of an id that is written in two ways (`server.1`, `server.01`) the last one. */
  readonly servers: readonly ZooKeeperServer[];
  /** Lines may be left out or repeated before ZooKeeper reads the file: what is missing here may come from there. */
  readonly isTemplate: boolean;
  private found: readonly ZooKeeperProblem[] | undefined;

  constructor(readonly document: PropertiesDocument) {
    this.isTemplate = hasTemplateBlocks(document.text) || document.entries.some(({ key }) => placeholders(key).length > 0);
    const severalAddresses = document.get('multiAddress.enabled')?.value.trim().toLowerCase() === 'true';
    this.serverLines = document.entries.filter((entry) => entry.key.startsWith('server.') && document.get(entry.key) === entry).map((entry) => zookeeperServer(entry, severalAddresses));
    const lastOf = new Map(this.serverLines.map((server) => [server.id, server]));
    this.servers = this.serverLines.filter((server) => server.id === undefined || lastOf.get(server.id) === server);
  }

  /** The value that is written for a key, trimmed as ZooKeeper trims it. */
  setting(key: string): ValuePart | undefined {
    const entry = this.document.get(key);
    return entry && ValuePart.of(entry);
  }

  /** The whole number of a key; `fallback`, ZooKeeper's default, when the key is not written; undefined when it cannot be known. */
  number(key: string, fallback: number): number | undefined {
    const part = this.setting(key);
    if (!part) return this.isTemplate ? undefined : fallback;
    return part.templated ? undefined : javaInteger(part.text, 'int') ?? undefined;
  }

  /** Between which times, in ms, the timeout of a session lies: 2 and 20 ticks unless written. Undefined when it cannot be known. */
  get sessionLimits(): { readonly smallest: number | undefined; readonly largest: number | undefined } {
    const tick = this.number('tickTime', 3000);
    const limit = (key: string, ticks: number): number | undefined => {
      const written = this.number(key, -1);
      return written === -1 ? tick === undefined ? undefined : tick * ticks : written;
    };
    return { smallest: limit('minSessionTimeout', 2), largest: limit('maxSessionTimeout', 20) };
  }

  /** Where the snapshots and the file myid lie, and the last folder of that path; undefined when it is not written or filled in later. */
  get dataDirectory(): { readonly part: ValuePart; readonly name: string } | undefined {
    const part = this.setting('dataDir');
    return part && !part.templated ? { part, name: folderName(part.text) } : undefined;
  }

  /** The members that vote; undefined when a template decides about them. */
  get voters(): readonly ZooKeeperServer[] | undefined {
    if (this.isTemplate || this.document.get('dynamicConfigFile') || this.servers.some(({ role }) => role === undefined)) return undefined;
    return this.servers.filter(({ role }) => role === 'participant');
  }

  /** What ends the start. */
  get problems(): readonly ZooKeeperProblem[] {
    return (this.found ??= refusals(this));
  }
}

/** The model of a file. Never throws. */
export function zookeeperModel(document: PropertiesDocument): ZooKeeperModel {
  return new ZooKeeperModel(document);
}
