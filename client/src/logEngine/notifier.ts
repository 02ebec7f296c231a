/** Tells listeners of changes, at most every so often; the last change is always told. */
export class Notifier<T> {
  private readonly listeners = new Set<(value: T) => void>();
  private timer: NodeJS.Timeout | undefined;
  private last = -Infinity;
  private hurried = false;

  /** `interval` in ms. */
  constructor(private readonly interval: number, private readonly value: () => T) {}

  on(listener: (value: T) => void): () => void {
    this.listeners.add(listener);
    return () => { this.listeners.delete(listener); };
  }

  changed(): void {
    this.timer ??= setTimeout(() => { this.flush(); }, Math.max(0, this.last + this.interval - performance.now()));
  }

  /** Tells as soon as the work at hand is done: for the change that somebody waits for. */
  soon(): void {
    if (this.hurried) return;
    this.hurried = true;
    setImmediate(() => { if (this.hurried) this.flush(); });
  }

  /** Tells now. */
  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.hurried = false;
    this.last = performance.now();
    const value = this.value();
    for (const listener of [...this.listeners]) listener(value);
  }

  close(): void {
    clearTimeout(this.timer);
    this.hurried = false;
    this.listeners.clear();
  }
}
