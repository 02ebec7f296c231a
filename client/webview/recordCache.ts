/** Records that were read, by number in the view. Asks for what the screen needs, in blocks, newest wish first; old blocks are dropped. */
import type { NumberedRecord, Outcome, RecordBlock } from '../src/logViewer/protocol';

export const BLOCK = 64;
/** Blocks kept: about 4,000 records. */
const KEPT = 64;
const AT_ONCE = 2;

interface Block extends RecordBlock {
  /** False when the view grew or moved since: drawn until the new answer is there. */
  fresh: boolean;
}

export type Load = (view: number, from: number, count: number) => Promise<Outcome<RecordBlock>>;

export class RecordCache {
  private readonly blocks = new Map<number, Block>();
  private readonly loading = new Set<number>();
  /** Blocks that changed while they were being read. */
  private readonly outdated = new Set<number>();
  private wanted: readonly number[] = [];
  private view = -1;
  /** Grows whenever other records may stand in the cache. */
  version = 0;
  /** Answers of an earlier view or an earlier state of it are thrown away. */
  private age = 0;

  constructor(private readonly load: Load, private readonly onArrival: () => void) {}

  /** Another view: nothing that was read counts any more, but it is drawn until the first answer. */
  use(view: number): void {
    if (view === this.view) return;
    this.view = view;
    this.moved();
  }

  /** Records were added behind number `from`: what stands before it is still true. */
  grew(from: number): void {
    const first = Math.max(0, Math.floor(from / BLOCK));
    for (const [number, block] of this.blocks) if (number >= first) block.fresh = false;
    for (const number of this.loading) if (number >= first) this.outdated.add(number);
  }

  /** The numbers of the view moved. */
  moved(): void {
    this.age++;
    this.loading.clear();
    this.outdated.clear();
    for (const block of this.blocks.values()) block.fresh = false;
  }

  /** Everything is forgotten. */
  clear(): void {
    this.moved();
    this.blocks.clear();
    this.view = -1;
    this.version++;
  }

  get(index: number): NumberedRecord | undefined {
    return this.blocks.get(Math.floor(index / BLOCK))?.records[index % BLOCK];
  }

  /** The record before this one in the view: `none` at the start, undefined when it is not read yet. */
  before(index: number): NumberedRecord | 'none' | undefined {
    if (index === 0) return 'none';
    if (index % BLOCK !== 0) return this.get(index - 1);
    return this.get(index - 1) ?? this.blocks.get(index / BLOCK)?.previous;
  }

  /** Says which records the screen needs, and about how many there are. */
  want(from: number, to: number, total: number): void {
    const first = Math.max(0, Math.floor(from / BLOCK));
    const last = Math.floor(Math.min(to, total - 1) / BLOCK);
    this.wanted = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
    this.pump();
  }

  private pump(): void {
    if (this.view < 0) return;
    for (const block of this.wanted) {
      if (this.loading.size >= AT_ONCE) return;
      if (this.blocks.get(block)?.fresh !== true && !this.loading.has(block)) void this.read(block);
    }
  }

  private async read(block: number): Promise<void> {
    const age = this.age;
    this.loading.add(block);
    const outcome = await this.load(this.view, block * BLOCK, BLOCK);
    if (age !== this.age) return;
    this.loading.delete(block);
    if (!outcome.ok) {
      this.outdated.delete(block);
      return;
    }
    this.blocks.delete(block);
    this.blocks.set(block, { ...outcome.value, fresh: !this.outdated.delete(block) });
    for (const old of this.blocks.keys()) {
      if (this.blocks.size <= KEPT) break;
      if (!this.wanted.includes(old)) this.blocks.delete(old);
    }
    this.version++;
    this.onArrival();
    this.pump();
  }
}
