/**
 * What is known of the computer that the editor runs on, as plain data. `machine.ts` gathers it, the only I/O besides reading files;
 * rules and features find it at `file.context.machine` and never ask the system themselves.
 *
 * It is undefined on the command line (the machine that runs CI is not the broker), in a workspace that is not trusted, and where the setting
 * `kafkaConfig.machine.check` is off: whoever reads it has to say something sensible without it. Use:
 * ```ts
 * const place = logPlace(file, appender);            // stack/places.ts; undefined when the log is not on this machine
 * if (place) text += ` ${bytes(place.freeBytes)} are free.`;
 * const cores = dataFolderHere(file) === undefined ? undefined : file.context.machine?.cores;   // stack/places.ts
 * ```
 * Tests hand in facts of their own through `FileSettings.machine`.
 */

/** Facts about one computer. */
export interface MachineFacts {
  /** Bytes of memory, or of what a container may use of it when that is less. */
  readonly memoryBytes: number;
  /** Processors that a program may use at once. */
  readonly cores: number;
  /** What was found at the paths that the file names (`placesOf`), by the path as written there. A path that is not here does not exist, or did not answer in time. */
  readonly places: ReadonlyMap<string, Place>;
}

/** A file or folder that exists. */
export interface Place {
  readonly path: string;
  readonly kind: 'file' | 'folder';
  /** True for a folder in which files can be looked at: what is not found there does not exist. */
  readonly open?: boolean;
  /** Bytes of a file; 0 for a folder. */
  readonly bytes: number;
  /** Last change, in milliseconds since 1970. */
  readonly changed: number;
  /** Bytes of its file system that a program without privileges may still write. */
  readonly freeBytes: number;
  /** Bytes of its file system. */
  readonly totalBytes: number;
  /** Where its file system is mounted and what it is (`ext4`, `nfs4`, `tmpfs`); undefined outside Linux. */
  readonly mount: Mount | undefined;
}

/** A mounted file system. */
export interface Mount {
  readonly folder: string;
  readonly type: string;
}

/** How fast a log grows: bytes written in so many milliseconds. */
export interface Growth {
  readonly bytes: number;
  readonly milliseconds: number;
}

/** The answer to "Check free space": undefined growth means that it cannot be measured. */
export interface FreeSpace {
  readonly place: Place;
  readonly growth: Growth | undefined;
}
