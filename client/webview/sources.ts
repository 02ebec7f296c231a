/** The logs of a merge: the buttons above the rows, which show and hide them, and the column that says where a record comes from. */
import type { NumberedRecord, SourceCard } from '../src/logViewer/protocol';
import { offsetText } from './clockOffset';
import { element, icon, iconButton, setAttribute, setText, show } from './dom';
import { count } from './format';
import type { PillKind } from './filter';
import type { Sources } from './sourceFilter';
import { isShown, only, toggled, without } from './sourceFilter';
import { t } from './texts';
import type { Viewer } from './viewer';

export interface SourceActions {
  readonly addLog: () => void;
  readonly openClocks: () => void;
}

/** Colours of the theme; the name always stands beside them. */
const COLOURS = 4;

export function colourOf({ number }: SourceCard): string {
  return `broker-colour-${number % COLOURS}`;
}

/** The log that a record of a merge comes from. */
export function sourceOf(viewer: Viewer, record: NumberedRecord): SourceCard | undefined {
  return record.source === undefined ? undefined : viewer.state.file?.sources?.[record.source];
}

/** `broker-2 server.log` */
export function sourceName({ broker, log }: SourceCard): string {
  return `${broker} ${log}`;
}

/** What narrow pages show in place of a name: the last number in it, or which of the brokers it is. */
function shortName({ broker, number }: SourceCard): string {
  return /\d+(?=\D*$)/.exec(broker)?.[0] ?? String(number + 1);
}

/** `server` for `server.log`. */
function shortLog(log: string): string {
  return log.replace(/\.(log|out|jsonl)$/, '');
}

/** The cell of a row; nothing in a page of one log. */
export function sourceCell(viewer: Viewer, record: NumberedRecord): readonly HTMLElement[] {
  if (!viewer.state.file?.sources) return [];
  const card = sourceOf(viewer, record);
  if (!card) return [element('span', { class: 'src', role: 'gridcell' })];
  return [element('span', { class: `src ${colourOf(card)}`, role: 'gridcell', 'data-n': shortName(card), title: sourceName(card) }, element('span', { class: 'b' }, card.broker), element('em', {}, shortLog(card.log)))];
}

interface Chip {
  readonly button: HTMLButtonElement;
  readonly number: HTMLElement;
  readonly offset: HTMLElement;
  readonly failed: HTMLElement;
}

/** Makes the line of buttons; it is there in a merge only. */
export function createSources(viewer: Viewer, actions: SourceActions): HTMLElement {
  const list = element('span', { class: 'source-list' });
  const add = element('button', { type: 'button', class: 'drop', 'aria-haspopup': 'dialog', title: `${t('Merge logs by time…')} (M)` }, icon('add'), element('span', { class: 'word' }, t('Add log')));
  add.addEventListener('click', actions.addLog);
  const bar = element('div', { class: 'sources', role: 'group', 'aria-label': t('Merged logs') }, list, element('span', { class: 'grow' }), iconButton('watch', t('Clocks of the logs'), undefined, actions.openClocks), add);
  let drawn: readonly SourceCard[] | undefined;
  let chips: readonly Chip[] = [];

  viewer.onDraw(() => {
    const { file, log, views, filter } = viewer.state;
    const cards = file?.sources;
    show(bar, cards !== undefined);
    if (cards !== drawn) {
      drawn = cards;
      chips = (cards ?? []).map((card, i) => chipOf(viewer, card, i));
      list.replaceChildren(...chips.map(({ button }) => button));
    }
    chips.forEach(({ button, number, offset, failed }, i) => {
      const source = log?.sources?.[i];
      const on = isShown(filter.sources, i);
      setAttribute(button, 'aria-pressed', String(on));
      setText(number, on ? count(views?.shown.sources?.[i] ?? source?.records ?? 0) : '');
      setText(offset, source === undefined || source.offset === 0 ? '' : offsetText(source.offset));
      show(failed, source?.problem !== undefined);
      setAttribute(failed, 'title', source?.problem?.message);
      setAttribute(button, 'aria-description', source?.problem?.message);
    });
  });
  return bar;
}

function chipOf(viewer: Viewer, card: SourceCard, source: number): Chip {
  const number = element('span', { class: 'n' });
  const offset = element('span', { class: 'off' });
  const failed = icon('warning');
  const button = element('button', { type: 'button', class: `source ${colourOf(card)}`, title: `${sourceName(card)}\n${t('Click to show or hide, Alt+click for this log only, Shift+click for this broker only')}` },
    element('span', {}, card.broker), element('em', {}, shortLog(card.log)), number, offset, failed);
  button.addEventListener('click', (event) => {
    const { filter, file } = viewer.state;
    const cards = file?.sources ?? [];
    const ofBroker = cards.flatMap((each, i) => (each.number === card.number ? [i] : []));
    const { sources } = filter;
    viewer.setFilter({ ...filter, sources: event.altKey ? only(sources, [source], cards.length) : event.shiftKey ? only(sources, ofBroker, cards.length) : toggled(sources, source, cards.length) });
  });
  return { button, number, offset, failed };
}

/** The filter when one value of a record's own log is chosen or left out: all logs of its broker, or all of that name. */
export function sourcesWith(viewer: Viewer, field: 'written by' | 'log', card: SourceCard, kind: PillKind): Sources {
  const cards = viewer.state.file?.sources ?? [];
  const meant = cards.flatMap((each, i) => ((field === 'log' ? each.log === card.log : each.number === card.number) ? [i] : []));
  const { sources } = viewer.state.filter;
  return kind === 'not' ? without(sources, meant, cards.length) : only(undefined, meant, cards.length);
}
