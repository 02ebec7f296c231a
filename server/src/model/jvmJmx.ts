/** What remote JMX of a process comes to: the variables, the defaults of kafka-run-class.sh, the defaults of the JDK. */
import type { EnvAssignment } from '../documents/envFile';
import type { SpannedText } from '../documents/span';
import type { JvmOption } from './jvmOptions';

/** Every property of the JDK's agent begins so. */
export const REMOTE = 'com.sun.management.jmxremote';

/** `unknown`: a template, a shell or another file decides. */
export type JmxSwitch = 'on' | 'off' | 'unknown';

export interface Jmx {
  /** The port that outsiders connect to, where this file opens one; `text` may be a template. */
  readonly port: SpannedText & { readonly variable: EnvAssignment } | undefined;
  /** Whether a password is asked for. Kafka's script turns it off unless KAFKA_JMX_OPTS is set; the JDK's own default is on. */
  readonly authenticate: JmxSwitch;
  readonly ssl: JmxSwitch;
  /** The last `-Dcom.sun.management.jmxremote.<name>` of the file. */
  readonly property: (name: string) => JvmOption | undefined;
  /** True when the port is bound to the loopback interface only. */
  readonly loopback: boolean;
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i;

/**
 * Reads the facts. `setElsewhere`: KAFKA_JMX_OPTS may come from a file that is not this one, so its absence says nothing.
 * Source: kafka-run-class.sh (defaults only while KAFKA_JMX_OPTS is empty) and management.properties of the JDK.
 */
export function jmxOf(get: (name: string) => EnvAssignment | undefined, options: readonly JvmOption[], moreOptions: boolean, setElsewhere: boolean): Jmx {
  const properties = new Map<string, JvmOption>();
  for (const option of options) if (option.kind === 'system-property') properties.set(option.name, option);
  const property = (name: string): JvmOption | undefined => properties.get(`${REMOTE}.${name}`);
  const jmxOptions = get('KAFKA_JMX_OPTS');
  const isDefault = jmxOptions === undefined || jmxOptions.value.trim() === '';
  const unknown = moreOptions || (isDefault && setElsewhere) || properties.has('com.sun.management.config.file');
  const read = (name: string): JmxSwitch => {
    const option = property(name);
    if (option) return option.templated ? 'unknown' : option.value?.toLowerCase() === 'true' ? 'on' : 'off';
    return unknown ? 'unknown' : isDefault ? 'off' : 'on';
  };
  const host = property('host');
  return {
    port: portOf(get, property('port')),
    authenticate: read('authenticate'),
    ssl: read('ssl'),
    property,
    loopback: host !== undefined && !host.templated && LOOPBACK.test(host.value ?? ''),
  };
}

function portOf(get: (name: string) => EnvAssignment | undefined, option: JvmOption | undefined): Jmx['port'] {
  const variable = get('JMX_PORT') ?? get('KAFKA_JMX_PORT');
  if (variable && variable.value !== '') return { text: variable.value, span: variable.valueSpan, variable };
  return option?.value === undefined ? undefined : { text: option.value, span: option.valueSpan, variable: option.variable };
}
