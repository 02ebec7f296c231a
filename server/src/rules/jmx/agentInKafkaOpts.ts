import type { EnvironmentFile } from '../../model/file';
import type { JvmOption } from '../../model/jvmOptions';
import type { Fix } from '../finding';
import { environmentRule } from '../rule';
import { quote } from './words';

/** The arguments that kafka-server-start.sh passes when EXTRA_ARGS is not set; a value of one's own replaces them. */
const SHIPPED = '-name kafkaServer -loggc';

/** In a unit and its EnvironmentFile the tools never see the variable, so nothing is wrong there. */
export const agentInKafkaOpts = environmentRule({
  id: 'jmx/agent-in-kafka-opts',
  severity: 'warning',
  cites: ['guide:M5', 'https://github.com/wurstmeister/kafka-docker/issues/390', 'https://github.com/confluentinc/jmx-monitoring-stacks/issues/15'],
  title: 'A Java agent that every tool starts again',
  why: 'Every tool reads KAFKA_OPTS and starts the agent too. The port of the agent is taken by the broker, so the tool stops before it does anything.',

  *check(file) {
    const { dialect, options } = file.environment;
    for (const option of options) {
      if (option.kind !== 'agent' || option.variable.name !== 'KAFKA_OPTS' || !listens(option)) continue;
      if (dialect !== 'docker' && !(dialect === 'shell' && option.variable.exported)) continue;
      yield {
        span: option.span,
        text: `${quote(option.text)} is started by every tool as well, not by the broker alone. While the broker runs, kafka-topics.sh and the others stop at the port of the agent.`,
        help: `Move it to EXTRA_ARGS, which only the start script of the broker reads: ${SHIPPED} ${option.text}`,
        program: 'JVM: java.net.BindException: Address already in use',
        fixes: moved(file, option),
      };
    }
  },
});

/** The exporter and Jolokia open a port; agents that only instrument disturb nobody. */
function listens({ name, value = '' }: JvmOption): boolean {
  return /jmx_prometheus|jolokia/i.test(name) || /^(?:[\w.-]+:)?\d+:/.test(value) || /\bport=\d/.test(value);
}

function moved({ environment }: EnvironmentFile, option: JvmOption): readonly Fix[] {
  if (environment.get('EXTRA_ARGS') || option.variable.value.trim() !== option.text || option.templated) return [];
  const { nameSpan, valueSpan } = option.variable;
  const value = `${SHIPPED} ${option.text}`;
  const newText = environment.dialect === 'shell' ? `"${value}"` : value;
  return [{ kind: 'choice', title: 'Move to EXTRA_ARGS', edits: [{ span: nameSpan, newText: 'EXTRA_ARGS' }, { span: valueSpan, newText }] }];
}
