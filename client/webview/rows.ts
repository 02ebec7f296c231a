/** The records on the screen. Only these exist as elements; each record is one row of the tree grid, its trace stands in the same row. */
import type { NumberedRecord } from '../src/logViewer/protocol';
import { LEVELS } from '../src/logViewer/protocol';
import { element, icon, setAttribute } from './dom';
import { paintedOf } from './filter';
import { clock, milliseconds, shortLogger } from './format';
import type { Part } from './paint';
import { painter, prefixLength } from './paint';
import { readingOf } from './reading';
import type { RecordLine } from './recordLines';
import { sourceCell } from './sources';
import { plural, t } from './texts';
import type { Viewer } from './viewer';

type Paint = (text: string) => readonly Part[];

export interface Rows {
  readonly area: HTMLElement;
  readonly grid: HTMLElement;
}

/** Makes the grid and keeps it drawn. `rowHeight` gives the height of a row in px. */
export function createRows(viewer: Viewer, rowHeight: () => number): Rows {
  const grid = element('div', { class: 'rows', role: 'treegrid', 'aria-readonly': 'true', 'aria-label': t('Log records'), tabindex: 0, id: 'rows' });
  const area = element('section', { class: 'rows-area', 'aria-label': t('Records') }, grid);
  const list = element('div', { class: 'rows-list', role: 'rowgroup' });
  grid.append(list);
  let wheel = 0;
  let drawn = '';

  grid.addEventListener('wheel', (event) => {
    event.preventDefault();
    wheel += event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * rowHeight() : event.deltaY;
    const rows = Math.trunc(wheel / rowHeight());
    wheel -= rows * rowHeight();
    if (rows !== 0) viewer.place.scrollBy(rows);
  }, { passive: false });
  grid.addEventListener('click', (event) => { clicked(viewer, event); });
  grid.addEventListener('dblclick', () => {
    if (!viewer.state.current || viewer.state.pane) return;
    viewer.state.pane = true;
    viewer.changed();
  });
  new ResizeObserver(() => {
    viewer.pageRows = Math.max(1, Math.floor(grid.clientHeight / rowHeight()));
    viewer.measured.clear();
    viewer.changed();
  }).observe(grid);

  viewer.onDraw(() => {
    const { state } = viewer;
    const painted = paintedOf(state.filter).filter((pill) => !pill.regex || viewer.trustsPatterns);
    grid.classList.toggle('wrap', viewer.state.wrap);
    grid.classList.toggle('merged', viewer.state.file?.sources !== undefined);
    setAttribute(grid, 'aria-rowcount', viewer.total);
    setAttribute(grid, 'aria-busy', viewer.state.views && !viewer.state.views.shown.complete ? 'true' : undefined);
    // Nothing is drawn twice: a selection of text stays, and a growing log costs nothing while its end is not on the screen.
    const now = JSON.stringify([state.top, viewer.pageRows, viewer.total > state.top.index + viewer.pageRows ? '' : viewer.total, viewer.cache.version, state.current, state.wrap, state.asWritten, painted, [...state.notes], [...state.unfolded].map(([line, text]) => [line, text?.length])]);
    if (now === drawn) return;
    drawn = now;
    list.replaceChildren(...screen(viewer, painter(painted)));
    const current = viewer.currentRecord;
    setAttribute(grid, 'aria-activedescendant', current && document.getElementById(idOf(current)) ? idOf(current) : undefined);
    if (viewer.state.wrap) measure(viewer, list, rowHeight());
  });
  return { area, grid };
}

function idOf(record: NumberedRecord): string {
  return `record-${record.line}`;
}

/** The elements from the top position down to the lower edge. */
function screen(viewer: Viewer, paint: Paint): HTMLElement[] {
  const made: HTMLElement[] = [];
  const { top, wrap } = viewer.state;
  let room = viewer.pageRows + 1;
  let skip = top.row;
  for (let index = top.index; index < viewer.total && room > 0; index++) {
    const record = viewer.cache.get(index);
    const lines = record && viewer.linesAt(index);
    if (!record || !lines) {
      made.push(element('div', { class: 'record waiting', role: 'row', 'aria-rowindex': index + 1 }, element('div', { class: 'line', role: 'gridcell' })));
      room -= 1;
    } else if (wrap) {
      const drawn = recordElement(viewer, record, index, lines, paint);
      if (skip > 0) drawn.style.marginTop = `calc(var(--row) * ${-skip})`;
      made.push(drawn);
      room -= viewer.rowsOf(index) - skip;
    } else {
      made.push(recordElement(viewer, record, index, lines.slice(skip, skip + room), paint));
      room -= lines.length - skip;
    }
    skip = 0;
  }
  return made;
}

function recordElement(viewer: Viewer, record: NumberedRecord, index: number, lines: readonly RecordLine[], paint: Paint): HTMLElement {
  const { state } = viewer;
  const current = state.current?.line === record.line;
  const level = LEVELS[record.level];
  const open = state.unfolded.has(record.line);
  const drawn = element('div', {
    class: `record ${level.toLowerCase() || 'plain'}${current ? ' current' : ''}`,
    role: 'row', id: idOf(record), 'aria-level': 1, 'aria-rowindex': index + 1, 'aria-selected': String(current),
    'aria-expanded': record.lineCount > 1 ? String(open) : undefined, 'data-index': index, 'data-line': record.line,
  });
  for (const line of lines) drawn.append(lineElement(viewer, record, line, open, paint));
  return drawn;
}

function lineElement(viewer: Viewer, record: NumberedRecord, line: RecordLine, open: boolean, paint: Paint): HTMLElement {
  switch (line.kind) {
    case 'lead': return element('div', { class: 'gap', role: 'gridcell' }, element('span', {}, line.text));
    case 'head': return head(viewer, record, open, paint);
    case 'folded': return sub('', [
      element('span', { class: line.isCause ? 'root' : '' }, element('span', { class: 'cause-sign', 'aria-hidden': 'true' }, '↳ '), ...paintedNodes(line.text, paint)),
      ...(line.more > 0 ? [`${line.text === '' ? '' : '  '}${plural(line.more, '{0} more line', '{0} more lines')}`] : []),
    ]);
    case 'trace': return sub(`trace${line.library ? ' library' : ''}`, [element('span', { class: line.root ? 'root' : '' }, ...paintedNodes(line.text, paint))]);
    case 'note': return sub('note', [element('i', {}, line.text)]);
    case 'rest': return sub('', [plural(line.more, '{0} more line, in the details', '{0} more lines, all of them in the details')]);
  }
}

function head(viewer: Viewer, record: NumberedRecord, open: boolean, paint: Paint): HTMLElement {
  const message = element('span', { class: 'm', role: 'gridcell' }, ...messageNodes(viewer, record, paint));
  const time = element('span', { class: 't', role: 'gridcell' });
  if (record.time !== undefined) time.append(clock(record.time), element('span', { class: 'ms' }, milliseconds(record.time)));
  return element('div', { class: 'line head' },
    ...(viewer.state.notes.has(record.line) ? [element('span', { class: 'flag', role: 'gridcell', 'aria-label': t('Bookmark') }, icon('bookmark'))] : []),
    time, ...sourceCell(viewer, record),
    element('span', { class: 'l', role: 'gridcell' }, LEVELS[record.level]),
    element('span', { class: 'x', 'aria-hidden': 'true' }, ...(record.lineCount > 1 ? [icon(open ? 'chevron-down' : 'chevron-right')] : [])),
    message,
    element('span', { class: 'c', role: 'gridcell', title: record.logger || undefined }, ...paintedNodes(shortLogger(record.logger), paint)));
}

/** The message as it is read out, or as it is written with its prefix stepping back. */
function messageNodes(viewer: Viewer, { message }: NumberedRecord, paint: Paint): (Node | string)[] {
  const reading = viewer.state.asWritten ? undefined : readingOf(message);
  if (reading) {
    return reading.map(({ text, kind, width }) => element('span', { class: kind === 'bad' ? 'level-warn' : kind === 'quiet' ? 'q' : '' }, ...paintedNodes(text, paint), ' '.repeat(Math.max(1, (width ?? 0) - text.length))));
  }
  const quiet = prefixLength(message);
  return [...(quiet > 0 ? [element('span', { class: 'q' }, ...paintedNodes(message.slice(0, quiet), paint))] : []), ...paintedNodes(message.slice(quiet), paint)];
}

function sub(kind: string, text: (Node | string)[]): HTMLElement {
  return element('div', { class: `line sub ${kind}` }, element('span', { class: 'm', role: 'gridcell' }, ...text));
}

function paintedNodes(text: string, paint: Paint): (Node | string)[] {
  return paint(text).map((part) => (part.marked ? element('mark', {}, part.text) : part.text));
}

function clicked(viewer: Viewer, event: MouseEvent): void {
  const target = event.target instanceof Element ? event.target : undefined;
  const record = target?.closest<HTMLElement>('.record[data-line]');
  if (!target || !record || String(getSelection() ?? '') !== '') return;
  const line = Number(record.dataset['line']);
  if (target.closest('.x .icon')) void viewer.fold(line, !viewer.state.unfolded.has(line));
  else if (target.closest('.sub') && !viewer.state.unfolded.has(line)) void viewer.fold(line, true);
  void viewer.select(Number(record.dataset['index']));
}

/** Wrapped lines are as high as they are: what was drawn is measured, and drawn again when the guess was wrong. */
function measure(viewer: Viewer, list: HTMLElement, rowHeight: number): void {
  let wrong = false;
  for (const drawn of list.querySelectorAll<HTMLElement>('.record[data-line]')) {
    const line = Number(drawn.dataset['line']);
    const rows = Math.max(1, Math.round(drawn.offsetHeight / rowHeight));
    if (viewer.measured.get(line) === rows) continue;
    viewer.measured.set(line, rows);
    wrong = true;
  }
  if (wrong) viewer.changed();
}
