/** Tells apart YAML files: log4j 2, the configuration of the JMX exporter, Prometheus. Looks at lines only; templates may stand anywhere. */
import type { FileKindName } from './fileKind';
import type { Place } from './propertiesKind';

const LOG4J2_BODY = /^[ \t]+["']?(?:Appenders|Loggers|Properties|ThresholdFilter)["']?[ \t]*:/im;
const EXPORTER_KEY = /^(?:lowercaseOutput(?:LabelN|N)ames?|whitelistObjectNames|blacklistObjectNames|includeObjectNames|excludeObjectNames|hostPort|jmxUrl|startDelaySeconds|excludeJvmMetrics|inferCounterTypeFromName)[ \t]*:/m;
const EXPORTER_RULE = /^-[ \t]*(?:pattern|name|type|labels|help|value|attrNameSnakeCase|cache)[ \t]*:/;
const PROMETHEUS_KEY = /^(?:scrape_configs|rule_files|remote_write|alerting)[ \t]*:/m;
const PROMETHEUS_GLOBAL = /^(?:scrape_interval|evaluation_interval|scrape_timeout)[ \t]*:/;

/** The kind of a YAML text; undefined for a file that is not ours. */
export function yamlKind(place: Place, whole: string): FileKindName | undefined {
  const text = whole.slice(0, 200_000);
  const speaksOfKafka = place.ofKafka || place.ofZooKeeper || /kafka|zookeeper/i.test(text);
  const isNamed = /log4j2/.test(place.name);
  if (isNamed || (/^["']?Configuration["']?[ \t]*:/im.test(text) && LOG4J2_BODY.test(text))) {
    return (isNamed && !place.inResources) || speaksOfKafka ? 'log4j2-yaml' : undefined;
  }
  if (!speaksOfKafka) return undefined;
  if (EXPORTER_KEY.test(text) || below(text, /^rules[ \t]*:/, EXPORTER_RULE)) return 'exporter';
  if (PROMETHEUS_KEY.test(text) || below(text, /^global[ \t]*:/, PROMETHEUS_GLOBAL)) return 'prometheus';
  return undefined;
}

/** True when a line under the top-level key begins, behind its indent, as asked for. */
function below(text: string, key: RegExp, wanted: RegExp): boolean {
  let isInside = false;
  for (const line of text.split(/\r?\n/)) {
    const content = line.trimStart();
    if (content === '' || content.startsWith('#')) continue;
    if (line === content && !content.startsWith('-')) isInside = key.test(content);
    else if (isInside && wanted.test(content)) return true;
  }
  return false;
}
