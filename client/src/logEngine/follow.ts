/**
 * Watches what happens to the file behind a path: it grows, it is cut, it is removed, another file takes its place.
 * The system's notices only hurry the looking; every 250 ms it looks anyway, for network disks send none.
 */
import { statusOfOpen, statusOfPath, watchPath, type FileStatus } from './fileReader';

export const LOOK_EVERY = 250;

/** What a look finds. `renewed`: another file is at the path; `size` is what the old one held in the end. */
export type Change =
  | { readonly kind: 'grown'; readonly size: number }
  | { readonly kind: 'cut'; readonly size: number }
  | { readonly kind: 'removed'; readonly size: number }
  | { readonly kind: 'renewed'; readonly size: number };

/** The file as it is known: its descriptor, who it is, and how many bytes were seen. */
export interface Known {
  readonly descriptor: number;
  readonly identity: string;
  readonly size: number;
}

export async function look(path: string, known: Known): Promise<Change | undefined> {
  const there = await statusOfPath(path);
  if (there && there.identity === known.identity) return compare(there, known);
  const { size } = await statusOfOpen(known.descriptor);
  return { kind: there ? 'renewed' : 'removed', size };
}

function compare(there: FileStatus, known: Known): Change | undefined {
  if (there.size < known.size) return { kind: 'cut', size: there.size };
  return there.size > known.size ? { kind: 'grown', size: there.size } : undefined;
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
