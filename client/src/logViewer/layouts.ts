/** The layout in which a log is written, as the logging file of its broker says: asked before the log is opened, and not waited for long. */

/** A log opens without it after this, ms: most layouts are recognised from the first lines anyway. */
const WAIT_MS = 700;

/** Who knows the layouts: the language server. May reject. */
export interface Layouts {
  /** The conversion pattern of the log at an address; null when its broker's files do not say. */
  layout(uri: string): Promise<string | null>;
}

/** Gives the conversion pattern of the log at a path; undefined when nobody says so in time. Never rejects. */
export type LayoutOf = (path: string) => Promise<string | undefined>;

/** `uriOf` gives the address of a path. */
export function layoutsFrom(layouts: Layouts, uriOf: (path: string) => string): LayoutOf {
  return (path) => new Promise((resolve) => {
    const timer = setTimeout(() => { resolve(undefined); }, WAIT_MS);
    const end = (pattern: string | null): void => {
      clearTimeout(timer);
      resolve(pattern ?? undefined);
    };
    layouts.layout(uriOf(path)).then(end, () => { end(null); });
  });
}
