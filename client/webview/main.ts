/** The page of the log viewer: puts its parts together and connects them to the extension. */
import './language';
import type { LogRun, Request } from '../src/logViewer/protocol';
import { arriveAt, watchArrival } from './arriving';
import { connect } from './connection';
import { createDetails } from './details';
import { createDialogs } from './dialogs';
import { element } from './dom';
import { AROUND_MS } from './filter';
import { createFilterBar } from './filterBar';
import { createFooter } from './footer';
import { Insight } from './insight';
import { listenToKeys, togglePane, toggleWrap } from './keyboard';
import { nextHit } from './moving';
import { createAnnouncer, createBanner, createNewRecords, createProgress } from './notices';
import { createOthers } from './others';
import { goToLine } from './problemMoves';
import { createProblemsStrip } from './problemsStrip';
import { createRows } from './rows';
import { createScrollbar } from './scrollbar';
import { createSources } from './sources';
import { restored } from './state';
import { createStates } from './states';
import { onThemeChange, readTheme } from './theme';
import { createTimeline } from './timeline';
import { landmarksOf } from './timelineMarks';
import { t } from './texts';
import { createToolbar } from './toolbar';
import { Viewer } from './viewer';

/** What the editor gives every webview. */
declare function acquireVsCodeApi(): { postMessage(message: Request): void; getState(): unknown; setState(state: unknown): void };

/** From here on there is room for the details beside rows with their loggers: they are open at first. */
const WIDE_PX = 1180;
/** Below it the details lie over the rows. */
const BESIDE_PX = 1000;
const NO_RUNS: readonly LogRun[] = [];

const editor = acquireVsCodeApi();
const after = (ms: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, ms);
  return () => { clearTimeout(timer); };
};
const connection = connect({ post: (request) => { editor.postMessage(request); }, after }, {
  state: (log) => { viewer.onState(log); },
  view: (view) => { viewer.onView(view); },
  goTo: (time) => { arriveAt(viewer, time); },
  restart: () => void viewer.start(),
  problems: () => { insight.onProblems(); },
  run: (command) => { if (command === 'exportReport') exportReport(); else void openSetting(); },
});
const viewer = new Viewer({
  call: connection.call,
  frame: (draw) => { requestAnimationFrame(draw); },
  after,
  keep: (value) => { editor.setState(value); },
}, restored(editor.getState()), innerWidth > WIDE_PX);

const insight = new Insight(viewer);

let theme = readTheme();
onThemeChange(() => {
  theme = readTheme();
  viewer.changed();
});

const app = element('div', { class: 'app' });
const dialogs = createDialogs(viewer, insight);
const focusRows = (): void => { rows.grid.focus(); };
const toolbar = createToolbar(viewer, {
  openFiles: () => void dialogs.openFiles(),
  mergeLogs: () => void viewer.call('mergeLogs'),
  openHelp: dialogs.openHelp,
  toggleFollow: () => { viewer.place.follow(!viewer.state.following); },
  toggleWrap: () => { toggleWrap(viewer); },
  togglePane: () => { togglePane(viewer); },
  exportReport,
});
const filterBar = createFilterBar(viewer, { nextHit: (backwards) => void nextHit(viewer, backwards), openTimes: dialogs.openTimes, leave: focusRows });
const rows = createRows(viewer, () => theme.row);
const details = createDetails(viewer, insight, {
  close: () => {
    togglePane(viewer);
    focusRows();
  },
  others: createOthers(viewer, after),
  goToLine: (line) => void showLine(line),
  toggleBookmark, exportReport,
  around: (time) => { viewer.setFilter({ ...viewer.state.filter, from: time - AROUND_MS, to: time + AROUND_MS }); },
});
const sources = createSources(viewer, { addLog: () => void viewer.call('mergeLogs'), openClocks: () => void dialogs.openFiles() });
let marked = landmarksOf([], []);
let markedFor: readonly unknown[] = [];
const timeline = createTimeline(viewer, () => theme, after, () => {
  const { problems: { all } } = insight;
  const runs = insight.runs?.runs ?? NO_RUNS;
  if (markedFor[0] !== all || markedFor[1] !== runs) {
    markedFor = [all, runs];
    marked = landmarksOf(all, runs);
  }
  return marked;
});
const strip = createProblemsStrip(viewer, insight, {
  goTo: ({ line }) => void showLine(line),
  showAll: () => {
    viewer.state.pane = true;
    viewer.state.tab = 'problems';
    viewer.changed();
  },
});
const announcer = createAnnouncer(viewer, after);
rows.area.append(createScrollbar(viewer, () => theme, after), createNewRecords(viewer), createStates(viewer, { openFiles: () => void dialogs.openFiles() }));
app.append(toolbar, createProgress(viewer), createBanner(viewer), filterBar.bar, timeline, strip,
  element('main', { class: 'body' }, element('div', { class: 'column' }, sources, rows.area), details), createFooter(viewer), announcer.live, dialogs.overlay);
watchArrival(viewer);
viewer.onDraw(() => { app.classList.toggle('pane-open', viewer.state.pane); });
document.body.append(app);

listenToKeys(viewer, {
  grid: rows.grid,
  field: filterBar.field,
  openHelp: dialogs.openHelp,
  openGoTo: dialogs.openGoTo,
  openNote: dialogs.openNote,
  insight, toggleBookmark,
  closeDialog: () => {
    const open = dialogs.isOpen();
    dialogs.close();
    return open;
  },
  announce: announcer.say,
});
/** Shows a record in the rows and in the details. */
async function showLine(line: number): Promise<void> {
  viewer.state.tab = 'record';
  // Where there is room for both the explanation is worth a pane; over the rows it would hide the record.
  viewer.state.pane ||= innerWidth > BESIDE_PX;
  const cleared = await goToLine(viewer, line);
  announcer.say(cleared ? t('The filters hid the record: they are cleared.') : '');
  focusRows();
}

function toggleBookmark(): void {
  const line = viewer.state.current?.line;
  if (line !== undefined) void insight.setBookmark(line, insight.bookmarkAt(line) ? undefined : '');
}

async function writeReport(): Promise<void> {
  const { from, to } = viewer.state.filter;
  const written = await viewer.call('exportReport', from, to);
  if (!written.ok) announcer.say(written.problem.message);
}

function exportReport(): void {
  void writeReport();
}

async function openSetting(): Promise<void> {
  const line = viewer.state.current?.line;
  if (line === undefined || !(await insight.openBlamed(line))) announcer.say(t('No setting is known that takes part in this record.'));
}

addEventListener('message', (event) => { connection.receive(event.data); });
addEventListener('focus', () => { if (document.activeElement === document.body) focusRows(); });
rows.grid.focus({ preventScroll: true });
void viewer.start();
