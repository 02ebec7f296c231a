import { environmentRule } from '../rule';
import { quote } from './words';

/** 0.0.0.0 and :: mean "every address of this machine" to whoever listens, and "myself" to whoever connects. */
const ANY_ADDRESS = /^(?:0\.0\.0\.0|::|\[::\]|0:0:0:0:0:0:0:0)$/;

export const hostnameAnyAddress = environmentRule({
  id: 'jmx/hostname-any-address',
  severity: 'warning',
  cites: ['guide:M2', 'https://docs.oracle.com/javase/8/docs/technotes/guides/rmi/javarmiproperties.html'],
  title: 'JMX sends its clients to 0.0.0.0',
  why: 'java.rmi.server.hostname is no address to listen on: it is where a client is sent after its first answer. 0.0.0.0 leads every client to its own machine, so the connection works on the broker and nowhere else.',

  *check({ environment: { jmx, property } }) {
    const hostname = property('java.rmi.server.hostname');
    if (!jmx.port || jmx.loopback || !hostname || hostname.templated || !ANY_ADDRESS.test(hostname.value ?? '')) return;
    yield {
      span: hostname.valueSpan,
      text: `${quote(hostname.value ?? '')} is told to the clients of JMX. On another machine each of them connects to itself.`,
      help: 'Write the name or address of this machine that clients know. JMX listens on all addresses without it.',
    };
  },
});
