import { brokerRule } from '../rule';
import { quote } from './words';

/** Kafka keeps the last voter of an id without a word, and takes one address for two voters (tried on 2.8.2 to 4.4.0). */
export const voterTwice = brokerRule({
  id: 'broker/voter-twice',
  severity: 'error',
  cites: ['kafka:controller.quorum.voters', 'https://github.com/bitnami/charts/issues/14100'],
  title: 'Two voters have the same id or the same address',
  why: 'Of two voters with one id Kafka keeps the last. Two voters at one address are one controller with two votes that it can never cast.',

  *check({ broker }) {
    const byId = new Map<number, string>();
    const byAddress = new Map<string, string>();
    for (const { whole, id, idPart, host, port, hostPart } of broker.voters.addresses) {
      const address = host === undefined || host === '' || port === undefined ? undefined : `${host.toLowerCase()}:${port}`;
      const sameId = id === undefined ? undefined : byId.get(id);
      const sameAddress = address === undefined ? undefined : byAddress.get(address);
      if (sameId !== undefined && idPart) {
        yield { span: idPart.span, text: `${quote(idPart.text)} is the id of two voters, and Kafka keeps the last: ${sameId} is no voter.`, help: 'Give every controller an id of its own.' };
      } else if (sameAddress !== undefined) {
        yield { span: hostPart.span, text: `${quote(address ?? '')} is the address of two voters: ${sameAddress} and ${whole.text}.`, help: 'Write the address of each controller.' };
      }
      if (id !== undefined) byId.set(id, whole.text);
      if (address !== undefined) byAddress.set(address, whole.text);
    }
  },
});
