import { bytesText } from '../../knowledge/units';
import { environmentRule } from '../rule';
import { quote } from './words';

const GIB = 2 ** 30;
/** From here on references take 8 bytes in place of 4 (UseCompressedOops is off). */
const COMPRESSED_BELOW = 32 * GIB;
/** Above this a broker's heap takes from the page cache more than it gives. */
const USUAL_BROKER = 8 * GIB;
/** ZooKeeper keeps its whole tree in the heap, which is small for Kafka. */
const USUAL_ZOOKEEPER = 4 * GIB;

export const heapTooLarge = environmentRule({
  id: 'jmx/heap-too-large',
  severity: 'warning',
  cites: ['guide:K5', 'guide:Z3', 'kafka:operations/java-version', 'https://github.com/mesosphere/dcos-commons/issues/877'],
  title: 'A heap that starves the page cache',
  why: 'Consumers read from the page cache of the operating system. Memory that the heap takes is missing there, and a large heap makes long pauses.',

  *check({ environment: { heap: { maximum }, program, moreOptions } }) {
    if (moreOptions || maximum?.bytes === undefined) return;
    const isZooKeeper = program === 'zookeeper';
    if (!isZooKeeper && program !== 'broker' && program !== undefined) return;
    const { bytes, option } = maximum;
    if (bytes >= COMPRESSED_BELOW) {
      yield {
        span: option.span,
        text: `${quote(option.text)} is too large for compressed references: every reference takes 8 bytes in place of 4, and the memory is missing in the page cache.`,
        help: `Write ${isZooKeeper ? '1 to 2 GB' : '6 GB, the usual heap of a broker'}; all that is left serves as page cache.`,
      };
    } else if (bytes > (isZooKeeper ? USUAL_ZOOKEEPER : USUAL_BROKER)) {
      yield {
        span: option.span,
        severity: 'info',
        text: `${quote(option.text)} takes ${bytesText(bytes)} for the heap${isZooKeeper ? '' : '; this memory is missing in the page cache, from which consumers read'}.`,
        help: isZooKeeper ? 'ZooKeeper for Kafka works well with 1 to 2 GB; the rest is for the operating system.' : 'A broker usually works well with 6 GB.',
      };
    }
  },
});
