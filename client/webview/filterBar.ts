/** The second line: level buttons with their counts, the text filter with its pills, the matches, the range of times. */
import { LEVELS } from '../src/logViewer/protocol';
import { element, icon, iconButton, setAttribute, setText, show } from './dom';
import type { Pill } from './filter';
import { keepTyped, nextKind, patternProblem, typed } from './filter';
import { clock, count } from './format';
import { t } from './texts';
import type { Viewer } from './viewer';

export interface FilterBar {
  readonly bar: HTMLElement;
  readonly field: HTMLInputElement;
}

export interface FilterBarActions {
  readonly nextHit: (backwards: boolean) => void;
  readonly openTimes: () => void;
  /** Gives the keys back to the records. */
  readonly leave: () => void;
}

/** Levels from the worst down; 0 is text without a level. */
const SHOWN = [6, 5, 4, 3, 2, 1, 0] as const;
const SIGNS = { only: ['add', t('Only records with this')], not: ['remove', t('Without records with this')], mark: ['edit', t('Marked')] } as const;

/** Makes the filter bar. */
export function createFilterBar(viewer: Viewer, actions: FilterBarActions): FilterBar {
  const pills = element('span', { class: 'pills', role: 'list', 'aria-label': t('Text filters') });
  const field = element('input', { type: 'text', class: 'text', spellcheck: 'false', autocomplete: 'off', 'aria-label': t('Filter text') });
  const matchCase = option('Aa', t('Match case'), 'Alt+C', () => { viewer.setFilter({ ...viewer.state.filter, matchCase: !viewer.state.filter.matchCase }); });
  const regex = option('.*', t('Regular expression'), 'Alt+R', () => { viewer.setFilter({ ...viewer.state.filter, regex: !viewer.state.filter.regex }); });
  const find = element('div', { class: 'find' }, icon('list-filter'), pills, field, matchCase, regex);
  const hitCount = element('span');
  const hits = element('div', { class: 'hits', role: 'group', 'aria-label': t('Marked records') }, hitCount,
    iconButton('arrow-up', t('Previous match'), 'Shift+N', () => { actions.nextHit(true); }), iconButton('arrow-down', t('Next match'), 'N', () => { actions.nextHit(false); }));
  const rangeText = element('span');
  const range = element('button', { type: 'button', class: 'drop', 'aria-haspopup': 'dialog', title: t('Range of times') }, icon('clockface'), rangeText, icon('chevron-down'));
  range.addEventListener('click', actions.openTimes);
  let drawnPills: readonly Pill[] | undefined;

  field.addEventListener('input', () => { viewer.setFilter({ ...viewer.state.filter, text: field.value }, true); });
  field.addEventListener('keydown', (event) => {
    if (event.altKey && (event.code === 'KeyC' || event.code === 'KeyR')) {
      (event.code === 'KeyC' ? matchCase : regex).click();
      event.preventDefault();
    } else if (event.key === 'Enter' && patternProblem(typed(viewer.state.filter)) === undefined) {
      // The field is emptied at once: what is typed before the next drawing begins a new text.
      field.value = '';
      viewer.setFilter(keepTyped(viewer.state.filter, event.shiftKey));
    } else if (event.key === 'Escape') {
      if (field.value !== '') viewer.setFilter({ ...viewer.state.filter, text: '' });
      actions.leave();
    } else if (event.key === 'Backspace' && field.value === '') viewer.setFilter({ ...viewer.state.filter, pills: viewer.state.filter.pills.slice(0, -1) });
  });

  viewer.onDraw(() => {
    const { filter, views, hit, log } = viewer.state;
    if (field.value !== filter.text) field.value = filter.text;
    setAttribute(field, 'placeholder', filter.pills.length > 0 ? t('Add a filter') : t('Filter records, !text to exclude, Enter to keep'));
    const wrong = patternProblem(typed(filter)) ?? (viewer.state.filterProblem ?? views?.shown.problem)?.message;
    find.classList.toggle('invalid', wrong !== undefined);
    setAttribute(find, 'title', wrong);
    setAttribute(field, 'aria-invalid', wrong === undefined ? undefined : 'true');
    setAttribute(matchCase, 'aria-pressed', String(filter.matchCase));
    setAttribute(regex, 'aria-pressed', String(filter.regex));
    if (drawnPills !== filter.pills) {
      drawnPills = filter.pills;
      pills.replaceChildren(...filter.pills.map((pill, i) => pillElement(viewer, pill, i)));
      show(pills, filter.pills.length > 0);
    }
    const marked = views?.hits?.records ?? 0;
    show(hits, marked > 0);
    setText(hitCount, hit >= 0 ? t('{0} of {1}', count(hit + 1), count(marked)) : count(marked));
    const { from, to } = filter;
    setText(rangeText, from === undefined && to === undefined ? t('All times') : `${from === undefined ? '' : clock(from)} – ${to === undefined ? '' : clock(to)}`.trim());
    range.classList.toggle('set', from !== undefined || to !== undefined);
    show(range, log?.firstTime !== undefined);
  });
  return { bar: element('search', { class: 'filters', 'aria-label': t('Filter') }, levels(viewer), find, hits, range), field };
}

function levels(viewer: Viewer): HTMLElement {
  const group = element('div', { class: 'levels', role: 'group', 'aria-label': t('Levels') });
  const chips = SHOWN.map((code) => {
    const name = LEVELS[code] === '' ? t('no level') : LEVELS[code];
    const number = element('span', { class: 'n' });
    const chip = element('button', { type: 'button', class: `chip ${LEVELS[code].toLowerCase() || 'plain'}`, 'data-short': code === 0 ? '–' : name.charAt(0), title: t('{0}: click to show or hide, Alt+click for this level only', name) }, element('span', { class: 'word' }, name), ' ', number);
    chip.addEventListener('click', (event) => {
      const { filter } = viewer.state;
      viewer.setFilter({ ...filter, levels: event.altKey ? 1 << code : filter.levels ^ (1 << code) });
    });
    group.append(chip);
    return { code, chip, number, name };
  });
  viewer.onDraw(() => {
    const { filter, views, log } = viewer.state;
    for (const { code, chip, number, name } of chips) {
      const n = views?.allLevels.counts[code] ?? 0;
      const on = (filter.levels & (1 << code)) !== 0;
      setText(number, count(n));
      setAttribute(chip, 'aria-pressed', String(on));
      setAttribute(chip, 'aria-label', `${name} ${count(n)}`);
      chip.disabled = n === 0 && on;
      // TRACE and text without a level are rare: they have a button only where the log has them.
      show(chip, code > 1 || (log?.counts[code] ?? 0) > 0);
    }
  });
  return group;
}

function option(text: string, label: string, key: string, onClick: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: 'option', 'aria-label': label, title: `${label} (${key})` }, text);
  made.addEventListener('click', onClick);
  return made;
}

function pillElement(viewer: Viewer, pill: Pill, at: number): HTMLElement {
  const replace = (pills: readonly Pill[]): void => { viewer.setFilter({ ...viewer.state.filter, pills }); };
  const [sign, says] = SIGNS[pill.kind];
  const kind = element('button', { type: 'button', class: 'sign', 'aria-label': t('{0}: {1}. Change', says, pill.text), title: t('{0}. Click to change: only, without, mark', says) }, icon(sign));
  kind.addEventListener('click', () => { replace(viewer.state.filter.pills.map((other, i) => (i === at ? { ...other, kind: nextKind(other.kind) } : other))); });
  const remove = element('button', { type: 'button', 'aria-label': t('Remove filter {0}', pill.text) }, icon('close'));
  remove.addEventListener('click', () => { replace(viewer.state.filter.pills.filter((_, i) => i !== at)); });
  const text = pill.regex ? `/${pill.text}/` : pill.text;
  return element('span', { class: `tag ${pill.kind}`, role: 'listitem' }, kind, element('b', { title: text }, pill.kind === 'mark' ? element('mark', {}, text) : text), remove);
}
