/** The tabs of the details: the record, the known problems, the bookmarks. */
import type { FoundProblem } from '../src/logViewer/protocol';
import { element, icon, setAttribute, setText, show, textButton } from './dom';
import { clock, count, day, sameDay } from './format';
import type { Insight } from './insight';
import { prefixLength } from './paint';
import { severitySign, severityWord } from './problemsStrip';
import type { Tab } from './state';
import { plural, t } from './texts';
import type { Viewer } from './viewer';

export const PANEL_ID = 'details-panel';
const tabId = (tab: Tab): string => `details-tab-${tab}`;

/** Makes the row of tabs; the arrows go from one to the next. `body` is what they show. */
export function createTabs(viewer: Viewer, insight: Insight, body: HTMLElement): HTMLElement {
  const tabs = ([['record', t('Record')], ['problems', t('Problems')], ['bookmarks', t('Bookmarks')]] as const).map(([tab, name]) => {
    const badge = element('span', { class: 'badge' });
    const button = element('button', { type: 'button', class: 'tab', role: 'tab', id: tabId(tab), 'aria-controls': PANEL_ID }, name, badge);
    button.addEventListener('click', () => { choose(tab); });
    return { tab, button, badge };
  });
  const choose = (tab: Tab): void => {
    viewer.state.tab = tab;
    viewer.changed();
  };
  const list = element('div', { class: 'tablist', role: 'tablist', 'aria-label': t('Details') }, ...tabs.map(({ button }) => button));
  list.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = tabs[(tabs.findIndex(({ tab }) => tab === viewer.state.tab) + step + tabs.length) % tabs.length];
    if (step === 0 || !next) return;
    event.preventDefault();
    choose(next.tab);
    next.button.focus();
  });
  viewer.onDraw(() => {
    const numbers = { record: 0, problems: insight.problems.all.length, bookmarks: insight.bookmarks.length };
    for (const { tab, button, badge } of tabs) {
      const chosen = viewer.state.tab === tab;
      setAttribute(button, 'aria-selected', String(chosen));
      setAttribute(button, 'tabindex', chosen ? 0 : -1);
      setText(badge, numbers[tab] === 0 ? '' : count(numbers[tab]));
      show(badge, numbers[tab] > 0);
      if (chosen) setAttribute(body, 'aria-labelledby', tabId(tab));
    }
  });
  return list;
}

export interface ListActions {
  readonly goTo: (line: number) => void;
  readonly exportReport: () => void;
}

/** All known problems of the log, whatever the range. */
export function problemsTab(viewer: Viewer, insight: Insight, actions: ListActions): HTMLElement[] {
  const { all, complete, cut, onlyWarnings } = insight.problems;
  const sentences = [
    all.length > 0 ? t('Recognised records, in the order in which they began.') : complete ? t('No known problem was recognised in this log.') : t('Looking for known problems.'),
    ...(all.length > 0 && !complete ? [t('The log is still being searched.')] : []),
    ...(cut ? [t('The log has more warnings and errors than are looked at: the counts are of the first 200,000.')] : []),
  ];
  const search = textButton(t('Search them too'), 'secondary', () => void viewer.call('searchAll'));
  return [
    element('h2', { class: 'sr-only' }, t('Known problems')),
    ...sentences.map((sentence) => element('p', { class: 'quiet' }, sentence)),
    ...(onlyWarnings ? [element('p', { class: 'quiet' }, t('Records below WARN were not searched: the log is larger than 2 GB.')), element('div', { class: 'buttons' }, search)] : []),
    element('ol', { class: 'list' }, ...all.map((problem) => element('li', {}, problemItem(viewer, insight, problem, actions)))),
  ];
}

function problemItem(viewer: Viewer, insight: Insight, problem: FoundProblem, actions: ListActions): HTMLElement {
  const { id, title, severity, count: n, time, line } = problem;
  const here = viewer.state.current && insight.problemAt(viewer.state.current.line)?.id === id;
  const item = element('button', { type: 'button', 'aria-current': here === true ? 'true' : undefined }, severitySign(severity), element('span', {}, title, element('span', { class: 'sr-only' }, `, ${severityWord(severity)}`)),
    element('span', { class: 'n' }, n > 1 ? `×${count(n)}` : ''), element('span', { class: 'sub' }, time === undefined ? plural(n, '{0} record', '{0} records') : t('from {0}', when(viewer, time))));
  item.addEventListener('click', () => { actions.goTo(line); });
  return item;
}

/** The bookmarks with their notes, and the report. */
export function bookmarksTab(insight: Insight, actions: ListActions): HTMLElement[] {
  const { bookmarks } = insight;
  return [
    element('h2', { class: 'sr-only' }, t('Bookmarks')),
    ...(bookmarks.length === 0 ? [element('p', { class: 'quiet' }, t('No bookmarks. B sets one on the current record, F2 writes a note on it.'))] : []),
    element('ol', { class: 'list' }, ...bookmarks.map(({ line, time, message, note }) => {
      const item = element('button', { type: 'button' }, icon('bookmark'), element('span', { class: 'mono' }, message.slice(prefixLength(message)).trim() || message), element('span', { class: 'n' }, time === undefined ? '' : clock(time)), element('span', { class: 'sub' }, note));
      item.addEventListener('click', () => { actions.goTo(line); });
      return element('li', {}, item);
    })),
    element('div', { class: 'buttons' }, textButton(t('Export incident report…'), bookmarks.length === 0 ? 'secondary' : 'primary', actions.exportReport)),
  ];
}

/** The time; with its day where the log has several. */
function when(viewer: Viewer, time: number): string {
  const { firstTime, lastTime } = viewer.state.log ?? {};
  return firstTime !== undefined && lastTime !== undefined && !sameDay(firstTime, lastTime) ? `${day(time)} ${clock(time)}` : clock(time);
}
