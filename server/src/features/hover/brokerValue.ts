/** The hover of one value or one element of a list: what it means, not what its key means. */
import type { PropertiesEntry } from '../../documents/properties';
import { touches } from '../../documents/span';
import { baseKey, isSecret } from '../../knowledge/catalogue';
import { protocolWords, wordsOn } from '../../knowledge/valueWords';
import type { BrokerFile } from '../../model/file';
import type { QuorumAddress } from '../../model/quorum';
import { ValuePart } from '../../model/valuePart';
import type { HoverText } from '../feature';
import { code, paragraphs } from '../markdown';
import { listenerText } from './listener';

/** The explanation of the element at an offset; undefined where the key's own hover says it all. */
export function valueText(file: BrokerFile, entry: PropertiesEntry, offset: number): HoverText | undefined {
  if (file.broker.setting(entry.key) !== entry || isSecret(entry.key)) return undefined;
  switch (entry.key) {
    case 'listeners':
    case 'advertised.listeners': return endpointHover(file, entry.key, offset);
    case 'listener.security.protocol.map': return mappingHover(file, offset);
    case 'controller.quorum.voters': return voterHover(file, offset);
    case 'inter.broker.listener.name':
    case 'control.plane.listener.name':
    case 'controller.listener.names':
    case 'early.start.listeners': return listenerNameHover(file, entry, offset);
    default: return wordHover(entry, offset);
  }
}

function endpointHover(file: BrokerFile, key: 'listeners' | 'advertised.listeners', offset: number): HoverText | undefined {
  const list = key === 'listeners' ? file.broker.listeners : file.broker.advertised;
  const endpoint = list?.endpoints.find(({ written }) => written && touches(written.whole.span, offset));
  if (!endpoint?.written || endpoint.listener === undefined) return undefined;
  return { span: endpoint.written.whole.span, markdown: listenerText(file, endpoint.listener, key) };
}

function listenerNameHover(file: BrokerFile, entry: PropertiesEntry, offset: number): HoverText | undefined {
  const name = ValuePart.of(entry).items.find(({ span }) => touches(span, offset));
  return name && !name.templated && name.text !== '' ? { span: name.span, markdown: listenerText(file, name.text.toUpperCase(), undefined) } : undefined;
}

function mappingHover(file: BrokerFile, offset: number): HoverText | undefined {
  const mapping = file.broker.protocols.mappings.find(({ whole }) => touches(whole.span, offset));
  if (!mapping) return undefined;
  if (touches(mapping.protocol.span, offset) && mapping.speaks) return { span: mapping.protocol.span, markdown: `**${mapping.speaks}**  \n${protocolWords(mapping.speaks) ?? ''}` };
  return mapping.name.templated ? undefined : { span: mapping.name.span, markdown: listenerText(file, mapping.listener, undefined) };
}

function voterHover(file: BrokerFile, offset: number): HoverText | undefined {
  const voter = file.broker.voters.addresses.find(({ whole }) => touches(whole.span, offset));
  if (!voter || voter.id === undefined) return undefined;
  return { span: voter.whole.span, markdown: voterText(file, voter, voter.id) };
}

function voterText(file: BrokerFile, voter: QuorumAddress, id: number): string {
  const { nodeId, roles, voters } = file.broker;
  const self = nodeId.value === id && roles.controller ? 'This node.' : undefined;
  const address = voter.host === undefined || voter.port === undefined ? undefined : `The other controllers and the brokers reach it at ${code(`${voter.host}:${voter.port}`)}.`;
  const count = voters.addresses.length;
  const majority = Math.floor(count / 2) + 1;
  const quorum = voters.complete && count > 0 ? `${count} ${count === 1 ? 'voter' : 'voters'}: ${majority} of them decide, so ${count - majority} can fail.` : undefined;
  return paragraphs(`**Voter ${id}**`, [self, address].filter((part) => part !== undefined).join(' '), quorum);
}

function wordHover(entry: PropertiesEntry, offset: number): HoverText | undefined {
  const value = ValuePart.of(entry);
  const item = value.items.find(({ span }) => touches(span, offset)) ?? value;
  const words = wordsOn(baseKey(entry.key), item.text);
  return words === undefined ? undefined : { span: item.span, markdown: paragraphs(`**${item.text}**  \n${words}`, `Value of ${code(entry.key)}.`) };
}
