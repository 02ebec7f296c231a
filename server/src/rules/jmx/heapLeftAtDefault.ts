import type { EnvAssignment } from '../../documents/envFile';
import type { EnvironmentModel } from '../../model/jvm';
import { environmentRule } from '../rule';
import { lineBehind } from './words';

const ADVISED = '-Xms6G -Xmx6G';

/** kafka-server-start.sh: `-Xmx1G -Xms1G` unless KAFKA_HEAP_OPTS is set. */
export const heapLeftAtDefault = environmentRule({
  id: 'jmx/heap-left-at-default',
  severity: 'info',
  profiles: ['production'],
  cites: ['guide:K5', 'kafka:operations/java-version'],
  title: 'No heap size for a broker',
  why: 'The start script gives the broker 1 GB. That is enough for a try; a broker in production with many partitions and clients spends its time collecting garbage.',

  *check(file) {
    const first = /(?:^|[/\\])profile\.d[/\\]/.test(file.path) ? undefined : brokerVariable(file.environment);
    if (!first) return;
    yield {
      span: first.nameSpan,
      text: 'No heap size: the start script uses 1 GB.',
      help: `A production broker usually takes 6 GB and leaves the rest of the memory to the page cache: ${ADVISED}.`,
      fixes: [{ kind: 'choice', title: `Add KAFKA_HEAP_OPTS with ${ADVISED}`, edits: [lineBehind(file, first, 'KAFKA_HEAP_OPTS', ADVISED)] }],
    };
  },
});

/** The line that shows that the file is for a broker; undefined when it sets a heap, or may be read beside a file that does. */
function brokerVariable({ kind, program, variables, heap, moreOptions }: EnvironmentModel): EnvAssignment | undefined {
  if (kind === 'unit' || program !== 'broker' || moreOptions || heap.all.length > 0) return undefined;
  if (variables.some(({ name }) => name === 'KAFKA_HEAP_OPTS')) return undefined;
  if (variables.some(({ name, value }) => name === 'KAFKA_PROCESS_ROLES' && value.trim() === 'controller')) return undefined;
  return variables.find(({ name, isRead }) => isRead && name.startsWith('KAFKA_') && !/^KAFKA_(?:JMX_|HOME$|USER$|GROUP$)/.test(name));
}
