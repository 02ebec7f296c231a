/** Who reads an environment file, told by its name and by what stands in it; the unit that names it is not known here. */
import type { EnvDialect } from './envFile';

const EXPORT = /^[ \t]*export[ \t]+["']?[A-Za-z_]\w*=/gm;
const ASSIGNMENT = /^[ \t]*[A-Za-z_]\w*[ \t]*=/gm;
const SHELL_LOGIC = /^[ \t]*(?:if[ \t]+\[|case[ \t]|for[ \t]|while[ \t]|function[ \t]|\.[ \t]+\/|source[ \t]|set[ \t]+-\w|[A-Za-z_]\w*\(\)|\[\[?[ \t])|=["']?(?:\$\(|`)/m;
/** Variables that images turn into settings; the start scripts read none of them. */
const IMAGE_VARIABLE = /^[ \t]*(?:KAFKA_(?!(?:HEAP_OPTS|OPTS|JMX_OPTS|JMX_PORT|JMX_HOSTNAME|LOG4J_OPTS|LOG4J_CMD_OPTS|JVM_PERFORMANCE_OPTS|GC_LOG_OPTS|DEBUG|MODE|HOME|USER|GROUP|LOG_DIR|LOGS_DIR|DATA_DIR|CONF_DIR|CONFIG_DIR|CONFIG|BIN|PID_DIR|VERSION)\b)[A-Z0-9_]+|CLUSTER_ID|ALLOW_PLAINTEXT_LISTENER|BITNAMI_DEBUG|ZOO_[A-Z0-9_]+|ZOOKEEPER_[A-Z0-9_]+|CONNECT_[A-Z0-9_]+)[ \t]*=/m;

/**
 * `shell` for scripts and for files that export everything; `docker` for files of image variables; else `systemd`.
 * A file that exports some lines only is read as systemd's: there the exported ones are lost.
 */
export function envDialect(path: string, text: string): EnvDialect {
  const segments = path.split(/[/\\]/);
  const name = segments.at(-1) ?? '';
  if (/\.(?:ba|k|z)?sh(?:\.\w+)?$/.test(name) || segments.at(-2) === 'profile.d' || /^#!/.test(text) || SHELL_LOGIC.test(text)) return 'shell';
  const exported = text.match(EXPORT)?.length ?? 0;
  if (exported > 0) return (text.match(ASSIGNMENT)?.length ?? 0) === 0 ? 'shell' : 'systemd';
  return IMAGE_VARIABLE.test(text) ? 'docker' : 'systemd';
}
