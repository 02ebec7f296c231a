/** Which files of a folder are worth reading: a name that a file of Kafka can have. What it really is its content decides. */
import { stripTemplateEnding } from '../documents/templateSyntax';

const ENDING = /\.(?:properties|env|service|cfg|conf|ya?ml|sh|sysconfig|default)$/i;
/** Names without an ending: /etc/default/kafka, config/jmx, a docker env file. */
const BARE = /^(?:\.env|jmx|[^.]*(?:kafka|zookeeper)[^.]*)$/i;

/** True for a path whose name, without the ending of a template language, may be one of ours. */
export function mayBeKafkaFile(path: string): boolean {
  const { name } = stripTemplateEnding(path.split('/').at(-1) ?? '');
  return ENDING.test(name) || BARE.test(name);
}
