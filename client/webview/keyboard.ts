/** What the keys do. Single keys act while the records have the focus; Alt+Z, Esc and the question mark act everywhere but in a field. */
import { AROUND_MS, NO_FILTER, nextLeastLevel } from './filter';
import type { Insight } from './insight';
import { first, last, nextHit, nextOfLevel, page, step } from './moving';
import { nextBookmark, nextProblem, nextSilence } from './problemMoves';
import { t } from './texts';
import type { Viewer } from './viewer';

export interface KeyTargets {
  readonly grid: HTMLElement;
  readonly field: HTMLInputElement;
  readonly openHelp: () => void;
  readonly openGoTo: () => void;
  readonly openNote: () => void;
  readonly insight: Insight;
  readonly toggleBookmark: () => void;
  /** Gives true when one was open. */
  readonly closeDialog: () => boolean;
  /** Says something to assistive technology. */
  readonly announce: (text: string) => void;
}

const ERRORS = 0b1100000;
const WARNINGS = 0b0010000;

/** Listens to the keys of the page. */
export function listenToKeys(viewer: Viewer, targets: KeyTargets): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.target instanceof HTMLInputElement) return;
    if (event.altKey && event.code === 'KeyZ') toggleWrap(viewer);
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (event.key === 'Escape') escape(viewer, targets, event.shiftKey);
    else if (event.key === '?') targets.openHelp();
    else if (document.activeElement !== targets.grid || !gridKey(viewer, targets, event)) return;
    event.preventDefault();
  });
  // The editor takes Ctrl+C and gives a copy event back; a browser sends it by itself.
  document.addEventListener('copy', (event) => {
    const { current } = viewer.state;
    if (document.activeElement !== targets.grid || String(getSelection() ?? '') !== '' || !current) return;
    event.preventDefault();
    void viewer.call('copyRecord', current.line);
  });
}

export function toggleWrap(viewer: Viewer): void {
  viewer.state.wrap = !viewer.state.wrap;
  viewer.measured.clear();
  viewer.changed();
}

export function togglePane(viewer: Viewer): void {
  viewer.state.pane = !viewer.state.pane;
  viewer.changed();
}

/** Gives true when the key was one of ours. */
function gridKey(viewer: Viewer, targets: KeyTargets, event: KeyboardEvent): boolean {
  const back = event.shiftKey;
  switch (event.key.length === 1 ? event.key.toLowerCase() : event.key) {
    case 'ArrowDown': void step(viewer, 1); return true;
    case 'ArrowUp': void step(viewer, -1); return true;
    case 'PageDown': void page(viewer, 1); return true;
    case 'PageUp': void page(viewer, -1); return true;
    case 'Home': void first(viewer); return true;
    case 'End': void last(viewer); return true;
    case 'e': void orSay(targets, nextOfLevel(viewer, ERRORS, back), back ? t('No error above') : t('No error below')); return true;
    case 'w': void orSay(targets, nextOfLevel(viewer, WARNINGS, back), back ? t('No warning above') : t('No warning below')); return true;
    case 'n': void orSay(targets, nextHit(viewer, back), t('No marked record')); return true;
    case 'p': void orSay(targets, nextProblem(viewer, back), back ? t('No known problem above') : t('No known problem below')); return true;
    case 's': void orSay(targets, nextSilence(viewer, back), back ? t('No silence above') : t('No silence below')); return true;
    case ']': void orSay(targets, nextBookmark(viewer, targets.insight, false), t('No bookmark below')); return true;
    case '[': void orSay(targets, nextBookmark(viewer, targets.insight, true), t('No bookmark above')); return true;
    case 'b': targets.toggleBookmark(); return true;
    case 'r': toggleAsWritten(viewer, targets); return true;
    case 'F2': targets.openNote(); return true;
    case 'l': viewer.setFilter({ ...viewer.state.filter, levels: nextLeastLevel(viewer.state.filter.levels) }); return true;
    case '/': targets.field.focus(); targets.field.select(); return true;
    case 'g': targets.openGoTo(); return true;
    case 'i': return range(viewer, (time) => ({ from: time, to: viewer.state.filter.to }));
    case 'o': return range(viewer, (time) => ({ from: viewer.state.filter.from, to: time }));
    case 'a': return range(viewer, (time) => ({ from: time - AROUND_MS, to: time + AROUND_MS }));
    case 'ArrowRight': return fold(viewer, true);
    case 'ArrowLeft': return fold(viewer, false);
    case 'Enter': viewer.state.pane = true; viewer.changed(); return true;
    case 'f': viewer.place.follow(!viewer.state.following); return true;
    case 'm': void viewer.call('mergeLogs'); return true;
    case 'd': togglePane(viewer); return true;
    default: return false;
  }
}

function toggleAsWritten(viewer: Viewer, targets: KeyTargets): void {
  viewer.state.asWritten = !viewer.state.asWritten;
  viewer.measured.clear();
  viewer.changed();
  targets.announce(viewer.state.asWritten ? t('Records as they are written') : t('Requests and decisions are read out'));
}

async function orSay(targets: KeyTargets, found: Promise<boolean>, text: string): Promise<void> {
  if (!(await found)) targets.announce(text);
}

function range(viewer: Viewer, of: (time: number) => { from: number | undefined; to: number | undefined }): boolean {
  const time = viewer.currentRecord?.time;
  if (time === undefined) return false;
  viewer.setFilter({ ...viewer.state.filter, ...of(time) });
  return true;
}

function fold(viewer: Viewer, open: boolean): boolean {
  const record = viewer.currentRecord;
  if (!record || record.lineCount < 2) return false;
  void viewer.fold(record.line, open);
  return true;
}

/** Esc closes what is open, innermost first; Shift+Esc clears all filters. */
function escape(viewer: Viewer, targets: KeyTargets, clear: boolean): void {
  if (clear) viewer.setFilter(NO_FILTER);
  else if (targets.closeDialog()) return;
  else if (document.activeElement !== targets.grid) targets.grid.focus();
  else if (viewer.state.pane) togglePane(viewer);
}
