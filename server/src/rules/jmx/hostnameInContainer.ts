import { environmentRule } from '../rule';
import { quote } from './words';

export const hostnameInContainer = environmentRule({
  id: 'jmx/hostname-in-container',
  severity: 'warning',
  cites: ['guide:M2', 'https://github.com/confluentinc/cp-docker-images/issues/601', 'https://github.com/wurstmeister/kafka-docker/issues/98'],
  title: 'JMX in a container without the name that clients know',
  why: 'JMX sends a client on to the address of the container. Outside of it nobody reaches that address, and the connection hangs.',

  *check({ environment: { dialect, jmx, property, moreOptions, get } }) {
    if (dialect !== 'docker' || moreOptions || !jmx.port || jmx.loopback) return;
    if (property('java.rmi.server.hostname') || get('JMX_HOSTNAME') || get('KAFKA_JMX_HOSTNAME')) return;
    yield {
      span: jmx.port.span,
      text: `${quote(jmx.port.text)} is open in the container, but clients are sent on to the address of the container. Outside of it the connection hangs.`,
      help: 'Add -Djava.rmi.server.hostname= with the name that clients know to KAFKA_JMX_OPTS.',
    };
  },
});
