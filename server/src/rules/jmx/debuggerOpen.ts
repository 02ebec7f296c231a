import { environmentRule } from '../rule';
import { quote } from './words';

/** kafka-run-class.sh: `if [ "x$KAFKA_DEBUG" != "x" ]`. */
export const debuggerOpen = environmentRule({
  id: 'jmx/debugger-open',
  severity: 'warning',
  cites: ['kafka:bin/kafka-run-class.sh'],
  title: 'A broker that is open to a debugger',
  why: 'The JVM listens for a debugger on port 5005. Whoever connects can stop the broker, read its memory and run code in it.',

  *check({ environment, context }) {
    const debug = environment.get('KAFKA_DEBUG');
    if (!debug || debug.value === '' || debug.expansions.length > 0) return;
    const meansOff = /^(?:n|no|false|off|0)$/i.test(debug.value);
    if (!meansOff && context.profile.value === 'development') return;
    yield {
      span: debug.valueSpan,
      text: meansOff
        ? `${quote(debug.value)} turns the debugger on: any value does. The JVM listens on port ${environment.get('JAVA_DEBUG_PORT')?.value ?? '5005'}.`
        : `${quote(debug.value)} opens the broker to a debugger on port ${environment.get('JAVA_DEBUG_PORT')?.value ?? '5005'}. Whoever connects can run code in it.`,
      help: 'Remove the line, or leave its value empty.',
      fixes: [{ kind: 'choice', title: 'Empty KAFKA_DEBUG', edits: [{ span: debug.valueSpan, newText: '' }] }],
    };
  },
});
