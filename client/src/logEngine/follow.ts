/**
 * Watches what happens to the file behind a path: it grows, it is cut, it is removed, another file takes its place.
 * The system's notices only hurry the looking; every 250 ms it looks anyway, for network disks send none.
 */
import { statusOfOpen, statusOfPath, watchPath, type FileStatus, type OpenFile } from './fileReader';

export const LOOK_EVERY = 250;

/**
 * What a look finds. `renewed`: another file is at the path; `size` is what the old one held in the end.
 * `touched`: written to, but not longer. It may have been cut and have grown to its old size since.
 */
export type Change =
  | { readonly kind: 'grown'; readonly size: number }
  | { readonly kind: 'touched'; readonly size: number }
  | { readonly kind: 'cut'; readonly size: number }
  | { readonly kind: 'removed'; readonly size: number }
  | { readonly kind: 'renewed'; readonly size: number };

/** The file as it is known: how many bytes were seen, and when it was written last at the last look. */
export type Known = OpenFile;

/** Looks at the path once. `known.modified` is what the last look gave back. */
export async function look(path: string, known: Known): Promise<{ readonly change: Change | undefined; readonly modified: bigint }> {
  const there = await statusOfPath(path);
  if (there && there.identity === known.identity) return { change: compare(there, known), modified: there.modified };
  const { size } = await statusOfOpen(known.descriptor);
  return { change: { kind: there ? 'renewed' : 'removed', size }, modified: known.modified };
}

function compare(there: FileStatus, known: Known): Change | undefined {
  if (there.size < known.size) return { kind: 'cut', size: there.size };
  if (there.size > known.size) return { kind: 'grown', size: there.size };
  return there.modified === known.modified ? undefined : { kind: 'touched', size: there.size };
}

export class Follower {
  private timer: NodeJS.Timeout | undefined;
  private unwatch: (() => void) | undefined;
  private looking: Promise<void> | undefined;
  private again = false;

  /** `examine` looks once and takes in what it finds; it never throws. */
  constructor(private readonly path: string, private readonly examine: () => Promise<void>) {}

  get on(): boolean { return this.timer !== undefined; }

  start(): void {
    if (this.timer) return;
    this.timer = setInterval(() => { this.hurry(); }, LOOK_EVERY);
    this.unwatch = watchPath(this.path, () => { this.hurry(); });
    this.hurry();
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    this.unwatch?.();
    this.unwatch = undefined;
  }

  /** Looks now, or once more when it is looking already. */
  hurry(): void {
    if (this.looking) { this.again = true; return; }
    this.looking = this.examine().finally(() => {
      this.looking = undefined;
      if (this.again && this.timer) { this.again = false; this.hurry(); }
    });
  }

  /** Resolves when no look is under way. */
  async settled(): Promise<void> {
    while (this.looking) await this.looking;
  }
}
