/**
 * The files of one series: which of them are open, and which joined it when the one that is written was rotated, however often between two looks.
 * Names move (`server.log.1` becomes `.2`), files are packed and copied, and all that goes on while we look:
 * a file is known again by its identity, where that was lost by its first bytes, and what was found counts when a second look finds the same.
 */
import type { Result } from './engine';
import type { Part } from './combinedLog';
import { nameOf, statusOfPath } from './fileReader';
import { seriesBeside } from './folderReader';
import type { FileMark } from './generation';
import { beginningOf, isGzip } from './gzipReader';
import type { PartLog } from './partLog';
import { fail } from './problem';
import { rotatedName } from './seriesNames';

/** How often a folder is looked at again because it changed meanwhile. */
const MOST_LOOKS = 20;

/** A file at a path. Of a packed one the identity is its own, not that of the text that was unpacked from it. */
interface Found {
  readonly path: string;
  readonly identity: string;
  /** Its first bytes. */
  readonly first: Buffer;
}

export class SeriesFiles {
  /** Files that are open, or could not be opened. */
  private readonly members: { readonly identity: string; readonly log: PartLog | undefined; readonly first: Buffer | undefined }[] = [];
  /** Paths of files with a date, without `.gz`: these never get another name. */
  private readonly dated = new Set<string>();
  private live: PartLog | undefined;
  /** What the file that is written was when the series was looked at last. */
  private before: FileMark | undefined;
  private wasEmpty = true;
  private turn: Promise<readonly Part[]> = Promise.resolve([]);

  constructor(private readonly openOne: (path: string) => Promise<Result<PartLog>>) {}

  /** Opens the files of a series, oldest first; the last one is the one that is written. */
  openAll(paths: readonly string[]): Promise<readonly Part[]> {
    return Promise.all(paths.map(async (path, i) => {
      if (i === paths.length - 1) return this.openLive(path);
      const identity = (await statusOfPath(path).catch(() => undefined))?.identity ?? '';
      const opened = await this.openOne(path);
      this.remember({ path, identity }, opened);
      return { path, opened };
    }));
  }

  private async openLive(path: string): Promise<Part> {
    const opened = await this.openOne(path);
    if (opened.ok) {
      this.live = opened.value;
      this.before = opened.value.mark();
      this.wasEmpty = opened.value.state().bytes === 0;
    }
    return { path, opened };
  }

  private remember({ path, identity, first }: Omit<Found, 'first'> & Partial<Found>, opened: Result<PartLog>): void {
    if (rotatedName(nameOf(path))?.date !== '') this.dated.add(withoutGz(path));
    this.members.push({ identity, log: opened.ok ? opened.value : undefined, first });
  }

  /** Opens what joined the series in front of the file that is written; oldest first. Asked when another file took its place, or it was cut. */
  joined(live: string): Promise<readonly Part[]> {
    // One after the other: two at once would open a file twice.
    this.turn = this.turn.then(() => this.look(live));
    return this.turn;
  }

  private async look(live: string): Promise<readonly Part[]> {
    const opened = new Map<string, Result<PartLog>>();
    for (let looks = 1; ; looks++) {
      const now = this.live?.mark();
      const found = await this.fresh(live, now);
      for (const { path, identity } of found.files) {
        if (opened.get(identity)?.ok) continue;
        opened.set(identity, await this.openAs(path, identity));
      }
      const again = await this.fresh(live, now);
      if (looks < MOST_LOOKS && !(found.sure && again.sure && found.files.length === again.files.length && again.files.every(({ identity }, i) => identity === found.files[i]?.identity && !moved(opened.get(identity))))) continue;
      this.before = now;
      this.wasEmpty = now?.beginning.length === 0;
      return this.accept(found.files, opened);
    }
  }

  /** Opens a file; closes it again when another one lay at the path by then. */
  private async openAs(path: string, identity: string): Promise<Result<PartLog>> {
    const opened = await this.openOne(path);
    if (!opened.ok) return opened;
    const own = isGzip(path) ? (await statusOfPath(path).catch(() => undefined))?.identity : opened.value.mark().identity;
    if (own === identity) return opened;
    await opened.value.close();
    return fail('changed', `${nameOf(path)} was replaced by another file`);
  }

  private async accept(found: readonly Found[], opened: Map<string, Result<PartLog>>): Promise<readonly Part[]> {
    const parts = found.flatMap((file): Part[] => {
      const result = opened.get(file.identity);
      opened.delete(file.identity);
      if (!result) return [];
      this.remember(file, result);
      return [{ path: file.path, opened: result }];
    });
    await Promise.all([...opened.values()].map(async (left) => { if (left.ok) await left.value.close(); }));
    return parts;
  }

  /** The files that are younger than all that is open, oldest first. `sure` when none was renamed meanwhile, as far as one can see, and the oldest one follows what is open. */
  private async fresh(live: string, now: FileMark | undefined): Promise<{ readonly files: readonly Found[]; readonly sure: boolean }> {
    const files: Found[] = [];
    let sure = true;
    for (const path of [...await seriesBeside(live)].reverse()) {
      if (path === live) continue;
      const identity = (await statusOfPath(path).catch(() => undefined))?.identity;
      if (identity === undefined) { sure = false; continue; }
      const first = await beginningOf(path);
      // Rotated once more since: it is shown as the one that is written until that is noticed, and what is younger has its turn then.
      if (now && (identity === now.identity || (isGzip(path) && beginsAlike(now.beginning, first)))) { files.length = 0; continue; }
      if (this.isOpen({ path, identity, first })) return { files, sure };
      if (this.copied(now) && isCopy(first, await beginningOf(live))) continue;
      files.unshift({ path, identity, first });
      if (this.isBefore({ path, identity, first }, now)) return { files, sure };
    }
    return { files, sure: sure && this.members.length === 0 };
  }

  /** True when the log was cut, not replaced: then what was in it is found in copies. */
  private copied(now: FileMark | undefined): boolean { return this.before !== undefined && this.before.identity === now?.identity; }

  /** Whether a file holds what was written at the last look: then everything older is open. Identities alone mislead: the one of a packed or deleted file is given to the next. */
  private isBefore({ path, identity, first }: Found, now: FileMark | undefined): boolean {
    if (!this.before) return false;
    const { beginning } = this.before, alike = beginsAlike(beginning, first);
    // What was empty then may have been full, copied and cut several times since.
    if (isGzip(path) || this.copied(now)) return alike && !this.wasEmpty;
    return identity === this.before.identity && (alike || beginning.length === 0);
  }

  private isOpen({ path, identity, first }: Found): boolean {
    if (this.dated.has(withoutGz(path))) return true;
    const same = this.members.filter((member) => member.identity === identity);
    if (!isGzip(path) || same.some(({ log }) => log === undefined)) return same.length > 0;
    // The text of a packed file is open, not the file itself: its identity may have gone to another one.
    return (same.length > 0 ? same : this.members).some((member) => beginsAlike(member.first ?? member.log?.mark().beginning ?? NOTHING, first));
  }
}

/** True when the path led to another file, or to none, at the moment of opening. */
const moved = (opened: Result<PartLog> | undefined): boolean => opened?.ok === false && (opened.problem.code === 'changed' || opened.problem.code === 'not-found');

const NOTHING = Buffer.alloc(0);

const withoutGz = (path: string): string => path.replace(/\.gz$/, '');

/** Whether a copy is being made: the file itself still begins with all of it. A file that was cut is shorter than its copy, or goes on in other words. */
const isCopy = (first: Buffer, live: Buffer): boolean => live.length >= first.length && live.subarray(0, first.length).equals(first);

/** Whether a file that began with `known` may go on as `first` now; an empty beginning tells nothing. */
const beginsAlike = (known: Buffer, first: Buffer): boolean => known.length > 0 && first.length >= known.length && first.subarray(0, known.length).equals(known);
