/** The command that gives a dynamic key its value while the broker runs. */
import type { PropertiesEntry } from '../../documents/properties';
import { isSecret, type KeyFact } from '../../knowledge/catalogue';
import type { Endpoint } from '../../model/endpoints';
import type { BrokerFile } from '../../model/file';
import { ValuePart } from '../../model/valuePart';

/** A sentence and a block of code; undefined for keys that are read at start, for secrets and for templates. */
export function dynamicCommand(file: BrokerFile, entry: PropertiesEntry, fact: KeyFact): string | undefined {
  const { updateMode } = fact;
  if (updateMode === undefined || updateMode === 'read-only' || isSecret(entry.key)) return undefined;
  const value = ValuePart.of(entry);
  if (value.templated || /['\\\n]/.test(value.text) || !/^[\w.-]+$/.test(entry.key)) return undefined;
  const id = file.broker.nodeId.value;
  const server = bootstrapOption(file);
  if (server === undefined) return undefined;
  const entity = updateMode === 'cluster-wide' && fact.name === entry.key ? '--entity-default' : typeof id === 'number' ? `--entity-name ${id}` : undefined;
  if (entity === undefined) return undefined;
  const text = value.text.includes(',') ? `[${value.text}]` : value.text;
  const setting = /^[\w.:/[\],-]*$/.test(text) && !text.startsWith('[') ? `${entry.key}=${text}` : `'${entry.key}=${text}'`;
  const command = (rest: string): string => `kafka-configs.sh ${server} ${rest}`;
  return `Without a restart:\n\`\`\`sh\n${command(`--alter --entity-type brokers ${entity} --add-config ${setting}`)}\n\`\`\`\nThat value then wins over this line, after a restart too. \`${command(`--describe --entity-type brokers ${entity}`)}\` shows what was set so.`;
}

/** Whom kafka-configs.sh asks: a broker, or a controller where the node is nothing else, which the tool can from 3.7 (KIP-919). */
function bootstrapOption({ broker }: BrokerFile): string | undefined {
  if (broker.isBroker) return `--bootstrap-server ${address(broker.clientEndpoints.endpoints, 9092)}`;
  return broker.in('>=3.7') ? `--bootstrap-controller ${address(broker.listeners.endpoints, 9093)}` : undefined;
}

/** The first address that clients are told, else the machine itself. */
function address(endpoints: readonly Endpoint[], usual: number): string {
  const endpoint = endpoints.find(({ host, port }) => host !== undefined && port !== undefined && port > 0);
  const host = endpoint?.host === undefined || endpoint.host === '' || endpoint.host === '0.0.0.0' ? 'localhost' : endpoint.host;
  return `${host.includes(':') ? `[${host}]` : host}:${endpoint?.port ?? usual}`;
}
