import { nearest } from '../../knowledge/nearest';
import { zookeeperKey, zookeeperKeyNames } from '../../knowledge/zookeeperKeys';
import { zookeeperRule } from '../rule';

/** Families of keys with a free part. */
const FAMILIES = /^(?:metricsProvider\.|ssl\.|quorum\.|authProvider\.|audit\.|jvm\.|server\.|group|weight|multiAddress\.|DigestAuthenticationProvider\.|version$)/;
/** Properties of Java without the head `zookeeper.` that every key of the file gets. */
const WITHOUT_HEAD = /^(?:jute\.|readonlymode\.|znode\.)/;

export const unknownKey = zookeeperRule({
  id: 'zookeeper/unknown-key',
  severity: 'warning',
  cites: ['https://zookeeper.apache.org/doc/r3.8.4/zookeeperAdmin.html#sc_configuration'],
  title: 'A key that ZooKeeper does not know',
  why: 'ZooKeeper takes every key. One that it does not know becomes a Java property that nobody reads, and the setting that was meant keeps its default.',

  *check({ zookeeper }) {
    for (const { key, keySpan } of zookeeper.document.entries) {
      const name = key.trim();
      if (!/^[\w.-]+$/.test(name)) continue; // a template, or nothing that was meant as a key
      const known = zookeeperKey(name);
      const doubled = name.startsWith('zookeeper.') ? name.slice('zookeeper.'.length) : undefined;
      if (known?.handling === 'java-property-only' && WITHOUT_HEAD.test(name)) {
        yield {
          span: keySpan,
          severity: 'error',
          text: `"${name}" has no effect in this file: ZooKeeper reads it from the command line of Java only.`,
          help: `Write -D${name}=… in KAFKA_OPTS (zoo.cfg: SERVER_JVMFLAGS) of every server.`,
        };
      } else if (doubled !== undefined && zookeeperKey(doubled)) {
        yield {
          span: keySpan,
          severity: 'error',
          text: `"${name}" has no effect: a key of this file gets the head zookeeper. once more, and nobody reads zookeeper.${name}.`,
          help: `Write ${doubled}.`,
          fixes: [{ kind: 'choice', title: `Change to ${doubled}`, edits: [{ span: keySpan, newText: doubled }] }],
        };
      }
      if (known || doubled !== undefined || FAMILIES.test(name)) continue;
      const meant = nearest(name, zookeeperKeyNames());
      if (meant !== undefined && zookeeper.document.get(meant) === undefined) {
        yield {
          span: keySpan,
          text: `"${name}" is not known to ZooKeeper. ${meant} keeps its default.`,
          help: `Did you mean ${meant}?`,
          fixes: [{ kind: 'choice', title: `Change to ${meant}`, edits: [{ span: keySpan, newText: meant }] }],
        };
      } else {
        yield { span: keySpan, severity: 'hint', text: `"${name}" is not known to ZooKeeper, which reads it into the Java property zookeeper.${name}.`, help: 'Remove the line unless a plugin reads that property.' };
      }
    }
  },
});
