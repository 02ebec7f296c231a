import { replace } from '../finding';
import { environmentRule } from '../rule';
import { quote } from './words';

/** Arguments::parse of HotSpot; tried on JDK 17. */
export const heapSizeMalformed = environmentRule({
  id: 'jmx/heap-size-malformed',
  severity: 'error',
  cites: ['guide:K5', 'https://docs.oracle.com/en/java/javase/17/docs/specs/man/java.html'],
  title: 'A heap size that Java cannot read',
  why: 'The JVM does not start, and Kafka writes no record: the complaint stands on the console or in the journal only.',

  *check({ environment: { heap } }) {
    for (const { option, bytes } of heap.all) {
      if (bytes !== undefined || option.templated || option.text.includes('$')) continue;
      const meant = /^(\d+ ?[kmgt])i?b$/i.exec(option.value ?? '')?.[1];
      yield {
        span: option.span,
        text: `${quote(option.text)} is not a size. The JVM does not start.`,
        help: 'Write a whole number with k, m, g or t behind it, without a blank: -Xmx6G.',
        program: `JVM: Invalid ${option.kind === 'heap-start' ? 'initial' : 'maximum'} heap size: ${option.text}`,
        ...(meant === undefined ? {} : { fixes: [replace('safe', `Change to ${meant}`, option.valueSpan, meant)] }),
      };
    }
  },
});
