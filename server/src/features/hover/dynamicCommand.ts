/** The command that gives a dynamic key its value while the broker runs. */
import type { PropertiesEntry } from '../../documents/properties';
import { isSecret, type KeyFact } from '../../knowledge/catalogue';
import type { BrokerFile } from '../../model/file';
import { ValuePart } from '../../model/valuePart';

/** A sentence and a block of code; undefined for keys that are read at start, for secrets and for templates. */
export function dynamicCommand(file: BrokerFile, entry: PropertiesEntry, fact: KeyFact): string | undefined {
  const { updateMode } = fact;
  if (updateMode === undefined || updateMode === 'read-only' || isSecret(entry.key)) return undefined;
  const value = ValuePart.of(entry);
  if (value.templated || /['\\\n]/.test(value.text) || !/^[\w.-]+$/.test(entry.key)) return undefined;
  const id = file.broker.nodeId.value;
  const entity = updateMode === 'cluster-wide' && fact.name === entry.key ? '--entity-default' : typeof id === 'number' ? `--entity-name ${id}` : undefined;
  if (entity === undefined) return undefined;
  const text = value.text.includes(',') ? `[${value.text}]` : value.text;
  const setting = /^[\w.:/[\],-]*$/.test(text) && !text.startsWith('[') ? `${entry.key}=${text}` : `'${entry.key}=${text}'`;
  return `Without a restart:\n\`\`\`sh\nkafka-configs.sh --bootstrap-server ${bootstrapServer(file)} --alter --entity-type brokers ${entity} --add-config ${setting}\n\`\`\``;
}

/** The first address that clients are told, else the machine itself. */
function bootstrapServer(file: BrokerFile): string {
  const endpoint = file.broker.clientEndpoints.endpoints.find(({ host, port }) => host !== undefined && port !== undefined && port > 0);
  const host = endpoint?.host === undefined || endpoint.host === '' || endpoint.host === '0.0.0.0' ? 'localhost' : endpoint.host;
  return `${host.includes(':') ? `[${host}]` : host}:${endpoint?.port ?? 9092}`;
}
