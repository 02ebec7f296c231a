/** The pane beside the rows: one record with its explanation, its fields and its whole text; the known problems; the bookmarks. */
import type { NumberedRecord } from '../src/logViewer/protocol';
import { LEVELS } from '../src/logViewer/protocol';
import { element, icon, iconButton, show } from './dom';
import { bookmarksTab, createTabs, PANEL_ID, problemsTab } from './detailsTabs';
import { explanationParts } from './explanation';
import type { PillKind } from './filter';
import { withPill } from './filter';
import { clock, day, milliseconds } from './format';
import type { Insight } from './insight';
import { fieldsOf, labelOf, placeOf } from './recordFields';
import { isFrame, isLibrary } from './recordLines';
import { sourceOf, sourcesWith } from './sources';
import { t } from './texts';
import type { Viewer } from './viewer';

export interface DetailsActions {
  readonly close: () => void;
  readonly around: (time: number) => void;
  /** What other brokers wrote at the moment of a record. */
  readonly others: (record: NumberedRecord) => HTMLElement;
  readonly goToLine: (line: number) => void;
  readonly toggleBookmark: () => void;
  readonly exportReport: () => void;
}

/** The pane is never narrower than this, nor does it leave less to the rows; px. */
const LEAST_PX = 240;

/** Makes the pane. The text of a record is read when the pane shows it. */
export function createDetails(viewer: Viewer, insight: Insight, actions: DetailsActions): HTMLElement {
  const body = element('div', { class: 'pane-body', tabindex: 0, role: 'tabpanel', id: PANEL_ID });
  const sash = element('div', { class: 'sash', 'aria-hidden': 'true' });
  const pane = element('aside', { class: 'pane', 'aria-label': t('Details') }, sash,
    element('div', { class: 'tabs' }, createTabs(viewer, insight, body), element('span', { class: 'grow' }), iconButton('close', t('Close details'), 'Esc', actions.close)), body);
  let drawn: string | undefined;
  let drawnPlace: string | undefined;
  const list = { goTo: actions.goToLine, exportReport: actions.exportReport };
  /** The text of the record that was asked for last, by `keyOf`. */
  const texts = new Map<string, { readonly text: string; readonly cut: boolean } | 'reading'>();
  /** Lines are of another file, or in another order, in every generation of the log. */
  const keyOf = (line: number): string => `${viewer.state.log?.generation ?? 0} ${line}`;

  async function read(line: number): Promise<void> {
    const key = keyOf(line);
    texts.clear();
    texts.set(key, 'reading');
    const outcome = await viewer.call('recordText', line);
    if (!texts.has(key)) return;
    texts.set(key, outcome.ok ? outcome.value : { text: outcome.problem.message, cut: false });
    viewer.changed();
  }

  sash.addEventListener('pointerdown', (event) => {
    const right = pane.getBoundingClientRect().right;
    const drag = (moved: PointerEvent): void => {
      viewer.state.paneWidth = Math.round(Math.max(LEAST_PX, Math.min(innerWidth - LEAST_PX, right - moved.clientX)));
      viewer.changed();
    };
    sash.setPointerCapture(event.pointerId);
    sash.addEventListener('pointermove', drag);
    sash.addEventListener('lostpointercapture', () => { sash.removeEventListener('pointermove', drag); }, { once: true });
    event.preventDefault();
  });
  sash.addEventListener('dblclick', () => {
    viewer.state.paneWidth = undefined;
    viewer.changed();
  });

  viewer.onDraw(() => {
    pane.style.setProperty('--pane-w', viewer.state.paneWidth === undefined ? null : `${viewer.state.paneWidth}px`);
    show(pane, viewer.state.pane);
    if (!viewer.state.pane) return;
    const record = viewer.currentRecord;
    const text = record && texts.get(keyOf(record.line));
    if (record && text === undefined) void read(record.line);
    const { tab } = viewer.state;
    const explanation = record ? insight.explanation(record.line) : undefined;
    const place = tab !== 'record' ? tab : record ? keyOf(record.line) : viewer.state.current ? 'hidden' : 'none';
    const now = JSON.stringify([place, ...(tab === 'problems' ? [insight.problems, insight.problemAt(viewer.state.current?.line ?? -1)?.id] : tab === 'bookmarks' ? [insight.bookmarks] : [typeof text, typeof explanation, record && viewer.state.notes.has(record.line)])]);
    if (now === drawn) return;
    const samePlace = place === drawnPlace;
    const { scrollTop } = body;
    drawn = now;
    drawnPlace = place;
    if (tab === 'problems') body.replaceChildren(...problemsTab(viewer, insight, list));
    else if (tab === 'bookmarks') body.replaceChildren(...bookmarksTab(insight, list));
    else if (record) body.replaceChildren(...recordParts(viewer, record, typeof text === 'object' ? text : undefined, typeof explanation === 'object' ? explanationParts(viewer, explanation) : [], actions));
    else body.replaceChildren(element('p', { class: 'quiet' }, viewer.state.current ? t('The selected record is hidden by the filter.') : t('Select a record to see its explanation, fields and full text.')));
    body.scrollTop = samePlace ? scrollTop : 0;
  });
  return pane;
}

function recordParts(viewer: Viewer, record: NumberedRecord, text: { readonly text: string; readonly cut: boolean } | undefined, explanation: readonly HTMLElement[], actions: DetailsActions): HTMLElement[] {
  const level = LEVELS[record.level];
  const when = record.time === undefined ? '' : `${day(record.time)} ${clock(record.time)}${milliseconds(record.time)}`;
  const { time } = record;
  const source = sourceOf(viewer, record);
  const meta = element('div', { class: 'meta' },
    ...(level === '' ? [] : [element('span', { class: `level-${level.toLowerCase()}` }, level)]), element('span', {}, when), element('span', {}, source?.broker ?? viewer.state.file?.where ?? ''), element('span', { class: 'grow' }),
    ...(time === undefined ? [] : [iconButton('clockface', t('Five minutes around this record'), 'A', () => { actions.around(time); })]),
    bookmarkButton(viewer.state.notes.has(record.line), actions.toggleBookmark),
    iconButton('copy', t('Copy record'), 'Ctrl+C', () => void viewer.call('copyRecord', record.line)));
  const fields = element('dl', { class: 'fields' });
  for (const { name, value, search } of fieldsOf(record, source)) {
    const add = (kind: PillKind) => (): void => {
      const { filter } = viewer.state;
      const bit = 1 << record.level;
      if (name === 'level') viewer.setFilter({ ...filter, levels: kind === 'only' ? bit : filter.levels & ~bit });
      else if (source && (name === 'written by' || name === 'log')) viewer.setFilter({ ...filter, sources: sourcesWith(viewer, name, source, kind) });
      else viewer.setFilter(withPill(filter, { kind, text: search, regex: false, matchCase: true }));
    };
    const button = (sign: string, says: string, kind: PillKind): HTMLButtonElement => {
      const made = element('button', { type: 'button', 'aria-label': `${says}: ${value}`, title: says }, icon(sign));
      made.addEventListener('click', add(kind));
      return made;
    };
    fields.append(element('dt', {}, labelOf(name)), element('dd', { title: value }, element('span', {}, value), element('span', { class: 'acts' }, button('add', t('Only records with this value'), 'only'), button('remove', t('Without this value'), 'not'))));
  }
  return [
    meta,
    ...explanation,
    actions.others(record),
    element('h3', {}, t('Fields')), fields,
    element('h3', {}, t('Record'), element('span', { class: 'grow' }), element('span', { title: record.file }, placeOf(record))),
    rawText(text?.text ?? record.message, record.cause),
    ...(text?.cut === true ? [element('p', { class: 'quiet' }, t('The text is cut at 256 KiB. Copy record takes all of it.'))] : []),
  ];
}

/** Pressed while the record has a bookmark. */
function bookmarkButton(set: boolean, toggle: () => void): HTMLButtonElement {
  const button = iconButton('bookmark', t('Bookmark'), 'B', toggle);
  button.setAttribute('aria-pressed', String(set));
  return button;
}

/** The text as the file has it; causes stand out, frames of the JDK step back. */
function rawText(text: string, cause: string | undefined): HTMLElement {
  const raw = element('pre', { class: 'raw', tabindex: 0, 'aria-label': t('Text of the record') });
  for (const line of text.replace(/\r?\n$/, '').split(/\r?\n/)) {
    if (raw.childNodes.length > 0) raw.append('\n');
    const kind = line.startsWith('Caused by:') || line === cause ? 'root' : isLibrary(line) ? 'frame q' : isFrame(line) ? 'frame' : '';
    const shown = line.replace(/\t/g, '  ');
    raw.append(kind === '' ? shown : element('span', { class: kind }, shown));
  }
  return raw;
}
