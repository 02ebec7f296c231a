/**
 * Chooses records by level out of the index alone: no byte of the log is read. How many there are is known from the counts of each segment;
 * which ones they are is worked out for a segment when somebody looks into it, in some thirty microseconds for 200,000 lines.
 */
import { recordsOfLevels, wordsFor } from './filter';
import { PIECE_OF_NIBBLES, type Kernel } from './kernel';
import { RECORD_BIT } from './recordStart';
import { ChosenRows, SegmentRows } from './rowSet';
import { RANK_SHIFT, type SegmentIndex } from './segment';

const PIECE_OF_BITS = PIECE_OF_NIBBLES / 4;
const RANKS_OF_PIECE = PIECE_OF_NIBBLES >> (RANK_SHIFT - 1);

export class LevelChooser {
  constructor(private readonly kernel: Kernel | undefined) {}

  /** Records of a segment whose level is in the mask. */
  choose(segment: SegmentIndex, levels: number): SegmentRows {
    return new LevelRows(segment, levels, () => this.chosen(segment, levels));
  }

  private chosen(segment: SegmentIndex, levels: number): Bits {
    const bits = new Uint32Array(wordsFor(segment.lines));
    if (!this.kernel) {
      recordsOfLevels(segment, levels, bits);
      return { bits, ranks: new ChosenRows(segment, bits).directory };
    }
    const ranks = new Uint32Array((segment.lines >> RANK_SHIFT) + 1);
    fill(this.kernel, segment, levels, bits, ranks);
    return { bits, ranks };
  }
}

interface Bits {
  readonly bits: Uint32Array;
  readonly ranks: Uint32Array;
}

class LevelRows extends SegmentRows {
  readonly count: number;
  readonly counts: readonly number[];
  override readonly levels: number;
  protected readonly lines: number;
  private known: Bits | undefined;

  constructor(segment: SegmentIndex, levels: number, private readonly work: () => Bits) {
    super();
    this.lines = segment.lines;
    this.levels = levels;
    this.counts = segment.counts.map((records, level) => ((levels >>> level & 1) === 1 ? records : 0));
    this.count = this.counts.reduce((sum, records) => sum + records, 0);
  }

  private get chosen(): Bits { return this.known ??= this.work(); }
  protected get ranks(): Uint32Array { return this.chosen.ranks; }
  word(index: number): number { return this.chosen.bits[index] ?? 0; }
}

/** The kernel's work, with the nibbles going through its memory in pieces. */
function fill(kernel: Kernel, segment: SegmentIndex, levels: number, bits: Uint32Array, ranks: Uint32Array): void {
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
}
