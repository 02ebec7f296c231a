import { replace } from '../finding';
import { listenerScope } from '../../knowledge/catalogue';
import { readListeners } from '../../model/listenerSettings';
import { brokerRule } from '../rule';

/** ListenerName.configPrefix writes the name in lower case; the key is compared letter by letter. JAAS keys are spoken of elsewhere. */
export const listenerPrefix = brokerRule({
  id: 'broker/listener-prefix',
  severity: 'error',
  cites: ['https://cwiki.apache.org/confluence/display/KAFKA/KIP-103%3A+Separation+of+Internal+and+External+traffic'],
  title: 'A setting of one listener names it in a way that Kafka does not look for',
  why: 'Kafka looks for listener.name.<listener in lower case>. and nothing else. With another spelling the setting does nothing, and the listener has the settings of all.',

  *check({ broker, document }) {
    if (!broker.listeners.complete || !broker.controllerNames.complete) return;
    const names = readListeners(broker).map((name) => name.toLowerCase());
    for (const entry of document.entries) {
      const scope = listenerScope(entry.key);
      if (!scope || document.get(entry.key) !== entry || names.includes(scope.listener)) continue;
      const lower = scope.listener.toLowerCase();
      const isCase = lower !== scope.listener && names.includes(lower);
      const wanted = `listener.name.${lower}${entry.key.slice('listener.name.'.length + scope.listener.length)}`;
      yield {
        span: { start: entry.keySpan.start + 'listener.name.'.length, end: entry.keySpan.start + 'listener.name.'.length + scope.listener.length },
        ...(isCase ? {} : { severity: 'hint' as const }),
        text: isCase ? `"${scope.listener}" is not in lower case, so nothing reads this setting.` : `"${scope.listener}" is no listener of this node: nothing reads this setting.`,
        help: isCase ? `Write ${wanted}.` : `Write one of ${names.join(', ')}.`,
        fixes: isCase && !document.get(wanted) ? [replace('choice', 'Write the name in lower case', entry.keySpan, wanted)] : [],
      };
    }
  },
});
