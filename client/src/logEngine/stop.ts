/** Ends work on purpose. One shared cell that workers look at between blocks, and callbacks for those who wait in the host. */
export class Stop {
  /** Not 0 once stopped. */
  readonly cell = new Int32Array(new SharedArrayBuffer(4));
  private readonly waiting = new Set<() => void>();

  get stopped(): boolean { return Atomics.load(this.cell, 0) !== 0; }

  /** Calls once when the work is stopped; gives back the function that takes this back. */
  on(callback: () => void): () => void {
    this.waiting.add(callback);
    return () => { this.waiting.delete(callback); };
  }

  stop(): void {
    Atomics.store(this.cell, 0, 1);
    const callbacks = [...this.waiting];
    this.waiting.clear();
    for (const callback of callbacks) callback();
  }
}
