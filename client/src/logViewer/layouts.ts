/** The layout in which a log is written, as the logging file of its broker says: asked before the log is opened. */

/** Who knows the layouts: the language server. May reject. */
export interface Layouts {
  /** The conversion pattern of the log at an address; null when its broker's files do not say. */
  layout(uri: string): Promise<string | null>;
}

/** Gives the conversion pattern of the log at a path; undefined when nobody says so, or not within `waitMs`. Never rejects. */
export type LayoutOf = (path: string, waitMs?: number) => Promise<string | undefined>;

/** `uriOf` gives the address of a path. */
export function layoutsFrom(layouts: Layouts, uriOf: (path: string) => string): LayoutOf {
  return (path, waitMs) => new Promise((resolve) => {
    const timer = waitMs === undefined ? undefined : setTimeout(() => { resolve(undefined); }, waitMs);
    const end = (pattern: string | null): void => {
      clearTimeout(timer);
      resolve(pattern ?? undefined);
    };
    layouts.layout(uriOf(path)).then(end, () => { end(null); });
  });
}
