/** Everything the page knows, in one place; and the part of it that outlives hiding and reloading. */
import type { FileCard, Filtered, LogState, Problem } from '../src/logViewer/protocol';
import type { Filter } from './filter';
import { NO_FILTER } from './filter';
import type { Arrival } from './arriving';
import type { Anchor } from './layout';
import { TOP } from './layout';

/** The record that keys act on: the line it starts at, and its number in the shown view (the one before it while a filter hides it). */
export interface Current {
  readonly line: number;
  readonly index: number;
}

/** What was there when following was paused: later records are counted from here. */
export interface Paused {
  readonly records: number;
  readonly errors: number;
}

/** What the details show. */
export type Tab = 'record' | 'problems' | 'bookmarks';

export interface State {
  file: FileCard | undefined;
  log: LogState | undefined;
  /** Why there is nothing to show. */
  problem: Problem | undefined;
  filter: Filter;
  views: Filtered | undefined;
  /** Why the filter could not be applied. */
  filterProblem: Problem | undefined;
  top: Anchor;
  current: Current | undefined;
  /** Whole texts of the unfolded records by line; undefined while one is being read. */
  readonly unfolded: Map<number, string | undefined>;
  following: boolean;
  paused: Paused | undefined;
  pane: boolean;
  tab: Tab;
  /** Notes of the bookmarks by the line of their record; empty for a bookmark without one. */
  notes: ReadonlyMap<number, string>;
  /** Chosen width of the pane, px. */
  paneWidth: number | undefined;
  wrap: boolean;
  /** Shows requests and decisions as they are written, not as they are read out. */
  asWritten: boolean;
  /** Position of the current record among the marked ones, from 0; -1 when it is none. */
  hit: number;
  /** Where the page goes as soon as it can. */
  arrival: Arrival | undefined;
  noticeSeen: string | undefined;
}

/** What is kept over hiding and reloading. */
export interface Saved {
  readonly filter: Filter;
  readonly topLine: number | undefined;
  readonly currentLine: number | undefined;
  readonly following: boolean;
  readonly pane: boolean | undefined;
  readonly paneWidth: number | undefined;
  readonly wrap: boolean;
  readonly unfolded: readonly number[];
  /** The logs of a merge with their clock offsets, ms: the editor opens them again. */
  readonly merged: readonly { readonly path: string; readonly offset: number }[];
}

const NOTHING_SAVED: Saved = { filter: NO_FILTER, topLine: undefined, currentLine: undefined, following: false, pane: undefined, paneWidth: undefined, wrap: false, unfolded: [], merged: [] };

/** Reads what an earlier page of this version kept; anything else counts as nothing. */
export function restored(value: unknown): Saved {
  if (typeof value !== 'object' || value === null || !('version' in value) || value.version !== 1 || !('saved' in value)) return NOTHING_SAVED;
  return { ...NOTHING_SAVED, ...(value.saved as Partial<Saved>) };
}

/** What the editor is given to keep. */
export function kept(saved: Saved): unknown {
  return { version: 1, saved };
}

/** The state of a page that just opened. */
export function initialState(saved: Saved, wide: boolean): State {
  return {
    file: undefined, log: undefined, problem: undefined, filter: saved.filter, views: undefined, filterProblem: undefined,
    top: TOP, current: saved.currentLine === undefined ? undefined : { line: saved.currentLine, index: 0 },
    unfolded: new Map(), following: saved.following, paused: undefined, pane: saved.pane ?? wide, tab: 'record', notes: new Map(), paneWidth: saved.paneWidth, wrap: saved.wrap, asWritten: false, hit: -1, arrival: undefined, noticeSeen: undefined,
  };
}
