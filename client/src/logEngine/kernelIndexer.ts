/** The indexer for Kafka's pattern at full speed: blocks are read straight into the kernel's memory, and what it finds is taken out block by block. */
import { lineStartBlocks, type Read, type Stretch } from './blockReader';
import type { Indexer } from './indexer';
import { PIECE_OF_NIBBLES, type Kernel } from './kernel';
import { RECORD_BIT } from './recordStart';
import { LEVEL_SLOTS, SegmentBuilder, type BlockCounts, type SegmentIndex } from './segment';

export class KernelIndexer implements Indexer {
  private readonly builder = new SegmentBuilder();

  constructor(private readonly kernel: Kernel) {}

  index(read: Read, stretch: Stretch, shift: number, stopped: () => boolean): SegmentIndex {
    const { kernel, builder } = this, { call } = kernel;
    builder.begin(stretch.start, shift);
    call.begin(shift);
    lineStartBlocks(read, kernel.block, stretch, stopped, (from, to, base) => {
      const before = call.lineCount();
      call.scan(kernel.heap, from, to, (base - stretch.start) | 0);
      if (before === 0 && stretch.start === 0) this.firstLineBegins();
      this.take(before);
    });
    builder.times(call.firstTime(), call.lastTime(), call.leastTime(), call.mostTime());
    return builder.finish(stretch.end, blockCounts(kernel));
  }

  /** The first line of a file begins a record whatever it is. */
  private firstLineBegins(): void {
    const at = this.kernel.call.nibbleTable();
    if (this.kernel.call.lineCount() === 0 || ((this.kernel.bytes[at] ?? 0) & RECORD_BIT) !== 0) return;
    this.kernel.bytes[at] = (this.kernel.bytes[at] ?? 0) | RECORD_BIT;
    this.builder.firstLineIsTimeless();
  }

  private take(before: number): void {
    const { kernel, builder } = this, { call } = kernel;
    const lines = call.lineCount();
    if (lines === before) return;
    const nibblesAt = call.nibbleTable(), nibbleBytes = ((lines >>> 3) - (before >>> 3) + 1) << 2;
    const offsetsAt = call.offsetTable() >> 2, timesAt = call.timeTable() >> 3, groups = call.groupCount();
    builder.append(before, lines, call.lastLine(), kernel.bytes.subarray(nibblesAt, nibblesAt + nibbleBytes), kernel.words.subarray(offsetsAt, offsetsAt + groups), kernel.floats.subarray(timesAt, timesAt + groups));
    call.setShift(builder.shift);
  }
}

/** Counts records by level with the kernel; the table of nibbles goes through its memory in pieces. */
function blockCounts(kernel: Kernel): BlockCounts {
  const tableAt = kernel.heap + PIECE_OF_NIBBLES;
  return (nibbles, counts) => {
    for (let at = 0; at < nibbles.length; at += PIECE_OF_NIBBLES) {
      const piece = nibbles.subarray(at, at + PIECE_OF_NIBBLES);
      kernel.bytes.set(piece, kernel.heap);
      kernel.call.countBlocks(kernel.heap, piece.length, tableAt);
      const blocks = (piece.length + 255) >> 8;
      counts.set(kernel.words.subarray(tableAt >> 2, (tableAt >> 2) + blocks * LEVEL_SLOTS), (at >> 8) * LEVEL_SLOTS);
    }
  };
}
