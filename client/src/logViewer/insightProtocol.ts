/** The part of the protocol that says what a log tells to somebody who knows Kafka: runs of the broker, silences, known problems with their explanation, bookmarks, the incident report. */

/** How a run of the broker ended: `killed` without a word, `running` when nothing says that it ended. */
export type RunEnd = 'stopped' | 'failed' | 'killed' | 'running';

/** One run of a broker. Times in ms, undefined where the records have none. */
export interface LogRun {
  /** False for the run during which the log begins. */
  readonly startSeen: boolean;
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly end: RunEnd;
  /** Name of the broker, in a merge. */
  readonly broker: string | undefined;
}

/** The runs of a log, in order of time, and the ranges that readers want of them; ms, open at the end without `to`. */
export interface Runs {
  readonly runs: readonly LogRun[];
  readonly sinceStart: { readonly from: number; readonly to?: number } | undefined;
  /** The last run that ended. */
  readonly lastRun: { readonly from: number; readonly to?: number } | undefined;
}

export type ProblemSeverity = 'fatal' | 'problem' | 'attention';

export interface KnownProblem {
  readonly id: string;
  /** A few words. */
  readonly title: string;
  readonly severity: ProblemSeverity;
}

/** A problem that was found in the log. */
export interface FoundProblem extends KnownProblem {
  /** Records that show it, in the asked range. */
  readonly count: number;
  /** The first of them: its line and its time, ms. */
  readonly line: number;
  readonly time: number | undefined;
}

export interface Problems {
  /** Those in the asked range, in the order in which they began. */
  readonly found: readonly FoundProblem[];
  /** Those of the whole log, in the same order. */
  readonly all: readonly FoundProblem[];
  /** False while records are still being looked at. */
  readonly complete: boolean;
  /** True when there were more records than are looked at. */
  readonly cut: boolean;
  /** True when records below WARN were not looked at, for the log is too large to be searched unasked. */
  readonly onlyWarnings: boolean;
}

/** A setting that takes part in a problem; without `uri` it is not set, and `value` is Kafka's default. */
export interface InvolvedSetting {
  readonly key: string;
  readonly value?: string;
  readonly uri?: string;
  /** Name of the file, and line from 1. */
  readonly file?: string;
  readonly line?: number;
  readonly note?: string;
  readonly warns: boolean;
}

export interface Explanation {
  readonly problem?: KnownProblem;
  /** Sentences; code stands in backticks. */
  readonly means: readonly string[];
  readonly check: readonly string[];
  readonly settings: readonly InvolvedSetting[];
  /** What usually comes before it, and what it usually leads to. */
  readonly follows: readonly string[];
  readonly leadsTo: readonly string[];
}

export interface Bookmark {
  readonly line: number;
  readonly time: number | undefined;
  readonly level: number;
  /** The message, cut. */
  readonly message: string;
  /** What the person wrote about it; empty for nothing. */
  readonly note: string;
}

/** A record by its number in the shown view and by its line. */
export interface Place {
  readonly index: number;
  readonly line: number;
}

/** What the page may ask about it. */
export interface InsightMethods {
  /** The runs of the broker, or in a merge of the brokers, in order of time; searched for when it is asked. */
  runs(): Runs;
  /** The record behind the next silence of a minute or more (before the line, backwards); undefined when there is none. */
  nextSilence(view: number, line: number, backwards: boolean): Place | undefined;
  /** The known problems, counted in a range of times (ms, both ends included). The first call begins the search. */
  problems(from: number | undefined, to: number | undefined): Problems;
  /** Looks at records below WARN too, whatever the size of the log. */
  searchAll(): undefined;
  /** The next record of the view that shows another known problem than the record at the line does; when there is no other, one that shows the same. */
  nextProblem(view: number, line: number, backwards: boolean): Place | undefined;
  /** The explanation of the record that starts at a line; undefined when nobody knows it. */
  explain(line: number): Explanation | undefined;
  openSetting(uri: string, line: number): undefined;
  bookmarks(): readonly Bookmark[];
  /** Sets a bookmark or its note (undefined takes it away) and gives all. */
  setBookmark(line: number, note: string | undefined): readonly Bookmark[];
  /** Opens the incident report of a range of times as a document that is not saved. */
  exportReport(from: number | undefined, to: number | undefined): undefined;
}

/** What the extension tells without being asked. */
export interface InsightEvents {
  /** More is known of the problems: they can be asked again. */
  problems: undefined;
  /** A command of the editor that the page carries out. */
  run: 'openSetting' | 'exportReport';
}
