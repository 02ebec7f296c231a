import { bytesText } from '../../knowledge/units';
import { memorySize } from '../../model/jvmHeap';
import { environmentRule } from '../rule';
import { quote } from './words';

/** What a broker takes beside its heap at the least: metaspace, threads, direct buffers of the network. */
const BESIDE_HEAP = 2 ** 30;

/** systemd.resource-control(5): above MemoryMax= the kernel kills; its sizes are powers of 1024. */
export const heapAboveMemoryLimit = environmentRule({
  id: 'jmx/heap-above-memory-limit',
  severity: 'warning',
  cites: ['guide:K5', 'https://github.com/bitnami/charts/issues/29670', 'https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html'],
  title: 'A heap as large as the memory limit',
  why: 'Beside its heap a JVM needs memory for threads, classes and network buffers. When all of it exceeds the limit, the kernel kills the broker without a record in any log.',

  *check({ environment: { unit, heap: { maximum }, program, moreOptions }, kind }) {
    const entry = unit?.service('MemoryMax') ?? unit?.service('MemoryLimit');
    const limit = /^\d+[KMGT]?$/.test(entry?.value ?? '') ? memorySize(entry?.value ?? '') : undefined;
    if (!entry || limit === undefined || limit === 0 || maximum?.bytes === undefined || moreOptions || kind.template || program === 'zookeeper') return;
    if (maximum.bytes + BESIDE_HEAP <= limit) return;
    yield {
      span: maximum.option.span,
      text: maximum.bytes < limit
        ? `${quote(maximum.option.text)} leaves ${bytesText(limit - maximum.bytes)} of ${entry.key}=${entry.value} for everything else. The kernel kills the broker when it needs more.`
        : `${quote(maximum.option.text)} is not below ${entry.key}=${entry.value}. The kernel kills the broker when the heap is full.`,
      help: `Leave 1 GB or more beside the heap, and memory for the page cache: raise ${entry.key}, or take a smaller heap.`,
    };
  },
});
