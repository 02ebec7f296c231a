/** Chooses records by level out of the index alone: no byte of the log is read, a hundred million lines take about ten milliseconds. */
import { recordsOfLevels, wordsFor } from './filter';
import { PIECE_OF_NIBBLES, type Kernel } from './kernel';
import { RECORD_BIT } from './recordStart';
import { ChosenRows } from './rowSet';
import { RANK_SHIFT, type SegmentIndex } from './segment';

const PIECE_OF_BITS = PIECE_OF_NIBBLES / 4;
const RANKS_OF_PIECE = PIECE_OF_NIBBLES >> (RANK_SHIFT - 1);

export class LevelChooser {
  constructor(private readonly kernel: Kernel | undefined) {}

  /** Records of a segment whose level is in the mask. */
  choose(segment: SegmentIndex, levels: number): ChosenRows {
    const bits = new Uint32Array(wordsFor(segment.lines));
    if (!this.kernel) {
      recordsOfLevels(segment, levels, bits);
      return new ChosenRows(segment, bits);
    }
    const ranks = new Uint32Array((segment.lines >> RANK_SHIFT) + 1);
    const count = this.fill(this.kernel, segment, levels, bits, ranks);
    return new ChosenRows(segment, bits, { count, counts: segment.counts.map((records, level) => ((levels >>> level & 1) === 1 ? records : 0)), ranks });
  }

  private fill(kernel: Kernel, segment: SegmentIndex, levels: number, bits: Uint32Array, ranks: Uint32Array): number {
    const { call, heap, bytes, words } = kernel, { nibbles } = segment;
    const table = call.setTable(), bitsAt = heap + PIECE_OF_NIBBLES, ranksAt = bitsAt + PIECE_OF_BITS;
    for (let nibble = 0; nibble < 16; nibble++) bytes[table + nibble] = (nibble & RECORD_BIT) !== 0 && (levels >>> (nibble & 7) & 1) === 1 ? 255 : 0;
    let count = 0;
    for (let at = 0; at < nibbles.length; at += PIECE_OF_NIBBLES) {
      const piece = Math.min(PIECE_OF_NIBBLES, nibbles.length - at);
      bytes.set(nibbles.subarray(at, at + piece), heap);
      const chosen = call.chooseLevels(heap, piece, table, bitsAt, ranksAt);
      bits.set(words.subarray(bitsAt >> 2, (bitsAt + (piece >> 2)) >> 2), at >> 4);
      const first = (at / PIECE_OF_NIBBLES) * RANKS_OF_PIECE;
      for (let r = 0; r << (RANK_SHIFT - 1) < piece && first + r < ranks.length; r++) ranks[first + r] = count + (words[(ranksAt >> 2) + r] ?? 0);
      count += chosen;
    }
    if ((segment.lines & ((1 << RANK_SHIFT) - 1)) === 0) ranks[segment.lines >> RANK_SHIFT] = count;
    return count;
  }
}
