/** The part of a page's answers that concerns several logs: merging, clocks, and what other brokers wrote. */
import type { Answers, Others, Outcome } from './protocol';

/** What the editor does for it. */
export interface Merging {
  mergeLogs(): Promise<void>;
  mergeOthers(time: number): Promise<void>;
  /** Gives the generation of the merge from then on. */
  setOffset(source: number, offset: number): Promise<number>;
  othersAt(time: number, read: boolean): Promise<Outcome<Others>>;
  openAt(path: string, time: number): Promise<void>;
}

export const NO_OTHERS: Others = { records: [], logs: [], windowMs: 0, complete: true, unread: undefined };

/** The answers; without an editor that can do it nothing happens, and there are no others. */
export function mergeAnswers(of: () => Merging | undefined): Pick<Answers, keyof Merging> {
  const done = async (work: Promise<void> | undefined): Promise<Outcome<undefined>> => {
    await work;
    return { ok: true, value: undefined };
  };
  return {
    mergeLogs: () => done(of()?.mergeLogs()),
    mergeOthers: (time) => done(of()?.mergeOthers(time)),
    setOffset: async (source, offset) => ({ ok: true, value: await of()?.setOffset(source, offset) ?? 0 }),
    othersAt: (time, read) => of()?.othersAt(time, read) ?? Promise.resolve({ ok: true, value: NO_OTHERS }),
    openAt: (path, time) => done(of()?.openAt(path, time)),
  };
}
