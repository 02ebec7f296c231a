/** From the name of a listener to the element of `listeners` that makes it, and from this node's voter to its id. */
import { touches } from '../../documents/span';
import type { BrokerFile } from '../../model/file';
import type { LinkTarget } from '../feature';
import { listenerNameAt, listenerNames } from '../references/listenerNames';

/** Undefined where no name is used, and for a name that `listeners` lacks. */
export function brokerDefinition(file: BrokerFile, offset: number): LinkTarget | undefined {
  const name = listenerNameAt(file, offset);
  if (name) {
    const target = listenerNames(file).find(({ listener, role }) => role === 'definition' && listener === name.listener);
    return target && { span: name.span, targetSpan: target.span };
  }
  const voter = file.broker.voters.addresses.find(({ whole }) => touches(whole.span, offset));
  const { part, value } = file.broker.nodeId;
  return voter?.idPart && part && voter.id === value ? { span: voter.idPart.span, targetSpan: part.span } : undefined;
}
