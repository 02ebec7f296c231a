/** What stands in place of the rows when there are none: nothing written, nothing passes the filters, the log cannot be read. */
import type { FilterSpec, Problem, SourceCard } from '../src/logViewer/protocol';
import { ALL_LEVELS, LEVELS } from '../src/logViewer/protocol';
import { element, icon, iconButton, show, textButton } from './dom';
import type { Filter } from './filter';
import { NO_FILTER, hides, specOf, typed } from './filter';
import { clock, count } from './format';
import { sourceName } from './sources';
import { t } from './texts';
import type { Viewer } from './viewer';

export interface StateActions {
  readonly openFiles: () => void;
}

/** Makes the place for these words. */
export function createStates(viewer: Viewer, actions: StateActions): HTMLElement {
  const place = element('div', { class: 'state' });
  let drawn = '';
  viewer.onDraw(() => {
    const { problem, log, views, filter, filterProblem } = viewer.state;
    const kind = problem ? `problem ${problem.code} ${problem.message}`
      : views?.shown.problem || filterProblem ? `filter ${(filterProblem ?? views?.shown.problem)?.message ?? ''}`
      : log?.complete === true && log.records === 0 ? 'empty'
      : views && views.shown.complete && views.shown.records === 0 && hides(filter) ? `no match ${JSON.stringify(filter)} ${views.shown.id}` : '';
    show(place, kind !== '');
    document.body.classList.toggle('bare', problem !== undefined || kind === 'empty');
    if (kind === drawn) return;
    drawn = kind;
    if (kind === '') return;
    const content = element('div');
    if (problem) unreadable(viewer, content, problem, actions);
    else if (kind === 'empty') nothingWritten(viewer, content, actions);
    else if (kind.startsWith('filter')) noFilter(viewer, content, filterProblem ?? views?.shown.problem);
    else nothingPasses(viewer, content);
    place.replaceChildren(content);
  });
  return place;
}

function heading(sign: string, text: string): HTMLElement {
  return element('h2', {}, icon(sign), text);
}

function nothingWritten(viewer: Viewer, content: HTMLElement, actions: StateActions): void {
  const name = viewer.state.file?.name ?? t('The log');
  content.append(heading('file-text', t('Nothing written yet')),
    element('p', {}, t('{0} has 0 bytes. New records appear here as the broker writes them.', name)),
    element('p', {}, t('After a rotation the earlier records are in a rolled file of the same folder.')),
    element('div', { class: 'buttons' }, textButton(t('Show the logs of this folder'), 'primary', actions.openFiles)));
}

const WORDS: Readonly<Record<string, readonly [title: string, text: string]>> = {
  'not-found': [t('This log is gone'), t('The file does not exist any more: it was removed, renamed or rotated away.')],
  'no-permission': [t('This log cannot be read'), t('The operating system refused access. The file belongs to another user, and this window runs without the right to read it.')],
  'is-directory': [t('This is a folder'), t('A log is a file. The folder of that name holds no text of its own.')],
  'not-local': [t('This log cannot be opened here'), t('The log viewer reads files on the disk of the machine on which the editor runs. This file comes from somewhere else.')],
  'worker-died': [t('Reading ended'), t('The program part that reads the log stopped. The file was not changed.')],
  timeout: [t('No answer'), t('The extension did not answer in time.')],
};

function unreadable(viewer: Viewer, content: HTMLElement, problem: Problem, actions: StateActions): void {
  const [title, text] = WORDS[problem.code] ?? [t('This log cannot be read'), t('The operating system reported a failure while reading.')];
  content.append(heading(problem.code === 'no-permission' ? 'lock' : 'warning', title), element('p', {}, text), element('pre', { class: 'raw' }, problem.message));
  if (problem.code === 'no-permission' && !viewer.state.file?.sources) {
    const command = `sudo setfacl -m u:$USER:r '${(viewer.state.file?.path ?? '').replaceAll("'", "'\\''")}'`;
    content.append(element('p', {}, t('Let your user read it, then try again:')),
      element('span', { class: 'cmd' }, element('code', { title: command }, command), iconButton('copy', t('Copy command'), undefined, () => void viewer.call('copyText', command))));
  }
  content.append(element('div', { class: 'buttons' }, textButton(t('Try again'), 'primary', () => void viewer.start('reopen')), textButton(t('Open another log of this folder'), 'secondary', actions.openFiles)));
}

function noFilter(viewer: Viewer, content: HTMLElement, problem: Problem | undefined): void {
  const slow = problem?.code === 'pattern-too-slow';
  content.append(heading('list-filter', slow ? t('This pattern takes too long') : t('This filter cannot be used')),
    element('p', {}, slow ? t('On some records the regular expression needs more time than there is. Nested repeats such as (a+)+ are the usual cause.') : t('The records are unchanged; only this filter failed.')),
    element('pre', { class: 'raw' }, problem?.message ?? ''),
    element('div', { class: 'buttons' }, textButton(t('Clear all filters'), 'secondary', () => { viewer.setFilter(NO_FILTER); })));
}

/** Says which condition takes everything away: how many records each would leave if it were dropped. */
function nothingPasses(viewer: Viewer, content: HTMLElement): void {
  const table = element('table', { class: 'relax' });
  content.append(heading('list-filter', t('No record passes the filters')), element('p', {}, t('Records that would be shown without one of them:')), table,
    element('div', { class: 'buttons' }, textButton(t('Clear all filters'), 'secondary', () => { viewer.setFilter(NO_FILTER); })));
  const { filter } = viewer.state;
  const ways = relaxations(filter, viewer.state.file?.sources ?? []);
  const numbers = ways.map(() => element('td', { class: 'n' }, '…'));
  ways.forEach((way, i) => {
    table.append(element('tr', {}, element('td', {}, way.condition), numbers[i] ?? '', element('td', {}, textButton(way.action, 'link', () => { viewer.setFilter(way.without); }))));
  });
  const specs: FilterSpec[] = ways.map((way) => specOf(way.without));
  void viewer.call('count', specs).then((counts) => {
    numbers.forEach((cell, i) => { cell.textContent = counts.ok ? count(counts.value[i] ?? 0) : t('not counted'); });
  });
}

interface Relaxation {
  readonly condition: string;
  readonly action: string;
  readonly without: Filter;
}

function relaxations(filter: Filter, sources: readonly SourceCard[]): Relaxation[] {
  const ways: Relaxation[] = filter.pills.filter((pill) => pill.kind !== 'mark').map((pill) => ({ condition: pill.kind === 'not' ? t('without {0}', pill.text) : t('with {0}', pill.text), action: t('Remove'), without: { ...filter, pills: filter.pills.filter((other) => other !== pill) } }));
  const now = typed(filter);
  if (now) ways.push({ condition: now.kind === 'not' ? t('without {0}', now.text) : t('with {0}', now.text), action: t('Remove'), without: { ...filter, text: '' } });
  if (filter.levels !== ALL_LEVELS) {
    const names = [6, 5, 4, 3, 2, 1].filter((code) => filter.levels & (1 << code)).map((code) => LEVELS[code] ?? '');
    ways.push({ condition: names.length === 0 ? t('no level') : t('{0} only', names.join(', ')), action: t('Show all levels'), without: { ...filter, levels: ALL_LEVELS } });
  }
  if (filter.from !== undefined || filter.to !== undefined) {
    ways.push({ condition: `${filter.from === undefined ? t('start') : clock(filter.from)} – ${filter.to === undefined ? t('end') : clock(filter.to)}`, action: t('Show all times'), without: { ...filter, from: undefined, to: undefined } });
  }
  if (filter.sources !== undefined) {
    const names = filter.sources.flatMap((source) => sources[source] ?? []).map(sourceName);
    ways.push({ condition: names.length === 0 ? t('no log') : t('{0} only', names.join(', ')), action: t('Show all logs'), without: { ...filter, sources: undefined } });
  }
  return ways;
}
