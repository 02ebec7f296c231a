/** Long work in pieces: reads of the page cache end at once, so a loop of them gives the host no turn by itself. */

/** Longest stretch of work before the host may do something else, ms. */
const SLICE = 8;

export class Turns {
  private began = performance.now();

  /** True when the host is due; also in the middle of work that cannot wait, to end it early. */
  get due(): boolean { return performance.now() - this.began >= SLICE; }

  /** Lets the host do everything else, when this piece was long enough. */
  async pass(): Promise<void> {
    if (!this.due) return;
    await new Promise((resolve) => { setImmediate(resolve); });
    this.began = performance.now();
  }
}
