/** Which files of a folder are worth reading: a name that a file of Kafka can have. What it really is its content decides. */

const TEMPLATE = /\.(?:j2|jinja2|erb|epp|template|tmpl|ctmpl|mustache)$/i;
const ENDING = /\.(?:properties|env|service|cfg|conf|ya?ml|sh|sysconfig|default)$/i;
/** Names without an ending: /etc/default/kafka, config/jmx, a docker env file. */
const BARE = /^(?:\.env|jmx|.*kafka.*|.*zookeeper.*)$/i;

/** True for a path whose name, without the ending of a template language, may be one of ours. */
export function mayBeKafkaFile(path: string): boolean {
  const name = (path.split('/').at(-1) ?? '').replace(TEMPLATE, '');
  return ENDING.test(name) || (BARE.test(name) && !/\.\w+$/.test(name.slice(1)));
}
