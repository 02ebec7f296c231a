import { replace } from '../finding';
import { environmentRule } from '../rule';
import { quote } from './words';

/** HotSpot, Arguments::parse and GCArguments::initialize_heap_flags_and_sizes. */
export const heapStartAboveMaximum = environmentRule({
  id: 'jmx/heap-start-above-maximum',
  severity: 'error',
  cites: ['guide:K5', 'https://docs.oracle.com/en/java/javase/17/docs/specs/man/java.html'],
  title: 'A heap that starts larger than it may become',
  why: 'The JVM refuses to start, before Kafka writes its first record: the complaint stands on the console or in the journal only.',

  *check({ environment: { heap: { start, maximum }, moreOptions } }) {
    if (moreOptions || start?.bytes === undefined || maximum?.bytes === undefined || start.bytes <= maximum.bytes) return;
    const size = maximum.option.value ?? '';
    yield {
      span: start.option.span,
      text: `${quote(start.option.text)} is larger than ${quote(maximum.option.text)}. The JVM does not start.`,
      help: `Give both the same value: -Xms${size} -Xmx${size}.`,
      program: 'JVM: Initial heap size set to a larger value than the maximum heap size',
      fixes: [replace('choice', `Give -Xms and -Xmx the same value: ${size}`, start.option.valueSpan, size)],
    };
  },
});
