/**
 * The brokers of a cluster side by side: what differs by mistake first, what may differ and what is the same folded below.
 * One cell has the focus; arrows move it, Enter opens the line of the setting.
 */
import type { BrokerTable, TableCell, TableRequest, TableRow } from '../src/clusterView/protocol';
import { element, icon, setText, show } from './dom';
import { t } from './texts';

/** What the page lends: the way to the extension, and a memory for what is open. */
export interface TableWorld {
  post(request: TableRequest): void;
  keep(open: readonly string[]): void;
}

export interface BrokerTableView {
  readonly root: HTMLElement;
  /** Draws anew; undefined when the cluster is gone. Focus and scroll stay where they were. */
  draw(table: BrokerTable | undefined): void;
  focus(): void;
}

type Section = 'differences' | 'expected' | 'same';
const SECTIONS: readonly Section[] = ['differences', 'expected', 'same'];
const SECTION_OF: Readonly<Record<TableRow['kind'], Section>> = { differs: 'differences', missing: 'differences', expected: 'expected', same: 'same' };

/** Makes the view; `kept` is what was kept before, anything else counts as nothing. */
export function createBrokerTable(world: TableWorld, kept: unknown): BrokerTableView {
  const open = new Set<string>(Array.isArray(kept) ? kept.filter((name): name is string => typeof name === 'string') : ['differences']);
  const heading = element('h1');
  const summary = element('p', { class: 'quiet' });
  const grid = element('table', { role: 'grid', 'aria-label': t('Settings by broker') });
  const gone = element('p', { class: 'gone' }, t('The cluster is gone: fewer than two of its brokers are left.'));
  const root = element('main', { class: 'brokers' }, heading, summary, element('div', { class: 'scroll' }, grid), gone);
  let shown: BrokerTable | undefined;

  const toggle = (section: Section): void => {
    if (!open.delete(section)) open.add(section);
    world.keep([...open]);
    draw(shown);
  };

  function draw(table: BrokerTable | undefined): void {
    shown = table;
    show(gone, table === undefined);
    show(grid, table !== undefined);
    const place = document.activeElement?.closest<HTMLElement>('[data-place]')?.dataset['place'];
    setText(heading, table?.cluster ?? '');
    if (!table) { setText(summary, ''); return; }
    const rowsOf = (section: Section): readonly TableRow[] => table.rows.filter(({ kind }) => SECTION_OF[kind] === section);
    const differences = rowsOf('differences').length;
    setText(summary, differences === 0 ? t('No setting differs that is not meant to.') : differences === 1 ? t('1 setting differs that is not meant to.') : t('{0} settings differ that are not meant to.', differences));
    grid.style.setProperty('--brokers', String(table.brokers.length));
    grid.replaceChildren(headOf(table), ...SECTIONS.flatMap((section) => sectionOf(table, section, rowsOf(section))));
    const focused = place === undefined ? undefined : [...grid.querySelectorAll<HTMLElement>('[data-place]')].find((each) => each.dataset['place'] === place);
    enter(focused ?? grid.querySelector<HTMLElement>('[data-place]'));
    focused?.focus({ preventScroll: true });
  }

  function headOf({ brokers }: BrokerTable): HTMLElement {
    const names = brokers.map(({ name }, i) => {
      const button = element('button', { type: 'button', tabindex: '-1', 'data-place': `head ${i}`, title: t('Open the file of {0}', name) }, name);
      button.addEventListener('click', () => { world.post({ kind: 'open', broker: i }); });
      return element('th', { scope: 'col' }, button);
    });
    return element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, t('key')), ...names, element('th', { scope: 'col' }, element('span', { class: 'sr-only' }, t('how')))));
  }

  function sectionOf(table: BrokerTable, section: Section, rows: readonly TableRow[]): readonly HTMLElement[] {
    if (rows.length === 0) return [];
    const isOpen = open.has(section);
    const button = element('button', { type: 'button', tabindex: '-1', class: 'section', 'data-place': section, 'aria-expanded': String(isOpen) }, icon(isOpen ? 'chevron-down' : 'chevron-right'), titleOf(section, rows.length));
    button.addEventListener('click', () => { toggle(section); });
    const head = element('tr', {}, element('th', { scope: 'rowgroup', colspan: table.brokers.length + 2 }, button));
    return [element('tbody', { class: section }, head, ...isOpen ? rows.map((row) => rowOf(table, row)) : [])];
  }

  function rowOf(table: BrokerTable, row: TableRow): HTMLElement {
    const cells = row.cells.map((cell, i) => cellOf(row, cell, table.brokers[i]?.name ?? '', i));
    const last = element('td', { class: 'how' }, wordOf(row.kind));
    const most = row.majority === undefined ? undefined : row.cells[row.majority];
    if (most) {
      const words = takeWords(most);
      const take = element('button', { type: 'button', tabindex: '-1', class: 'link', 'data-place': `${row.key} take`, title: t('Take the value of most brokers'), 'aria-label': `${t('Take the value of most brokers')}: ${words}` }, words);
      take.addEventListener('click', () => { world.post({ kind: 'take', key: row.key }); });
      last.append(take);
    }
    return element('tr', {}, element('th', { scope: 'row' }, row.key), ...cells, last);
  }

  function cellOf(row: TableRow, cell: TableCell, broker: string, at: number): HTMLElement {
    const value = textOf(cell);
    const words = `${broker}, ${row.key}: ${value}${cell.odd ? `, ${t('unlike most brokers')}` : ''}`;
    const button = element('button', { type: 'button', tabindex: '-1', class: cell.from, 'data-place': `${row.key} ${at}`, 'aria-label': words, title: value }, ...cell.odd ? [icon('warning', 'i-warn')] : [], element('span', {}, value));
    button.addEventListener('click', () => { world.post({ kind: 'open', broker: at, ...(cell.line === undefined ? {} : { line: cell.line }) }); });
    return element('td', { class: cell.odd ? 'odd' : undefined }, button);
  }

  /** The one element that Tab reaches. */
  function enter(target: HTMLElement | null): void {
    for (const each of grid.querySelectorAll('[data-place][tabindex="0"]')) each.setAttribute('tabindex', '-1');
    target?.setAttribute('tabindex', '0');
  }

  grid.addEventListener('focusin', ({ target }) => { if (target instanceof HTMLElement) enter(target.closest<HTMLElement>('[data-place]')); });
  grid.addEventListener('keydown', (event) => {
    const next = event.altKey || event.ctrlKey || event.metaKey ? undefined : neighbour(grid, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
  return { root, draw, focus: () => { grid.querySelector<HTMLElement>('[data-place][tabindex="0"]')?.focus({ preventScroll: true }); } };
}

/** `168`, `log.retention.ms = 86400000`, `not set (1)`. */
function textOf({ from, text, key }: TableCell): string {
  const value = key === undefined ? text : `${key} = ${text}`;
  if (from === 'written') return value === '' ? t('empty') : value;
  return from === 'none' || text === '' ? t('not set') : t('not set ({0})', value);
}

/** What the others get: `Take 168`. */
function takeWords({ from, text }: TableCell): string {
  if (from === 'written') return t('Take {0}', text === '' ? t('empty') : text);
  return from === 'default' ? t('Take the default') : t('Take it out');
}

function titleOf(section: Section, count: number): string {
  switch (section) {
    case 'differences': return t('Differences, {0}', count);
    case 'expected': return t('Expected, {0}', count);
    case 'same': return t('The same, {0}', count);
  }
}

function wordOf(kind: TableRow['kind']): string {
  switch (kind) {
    case 'differs': return t('differs');
    case 'missing': return t('missing');
    case 'expected': return t('expected');
    case 'same': return t('the same');
  }
}

/** Where an arrow, Home or End leads from the focused element; undefined for other keys and at the border. */
function neighbour(grid: HTMLTableElement, key: string): HTMLElement | undefined {
  const rows = [...grid.rows].map((row) => [...row.querySelectorAll<HTMLElement>('[data-place]')]).filter((row) => row.length > 0);
  const y = rows.findIndex((row) => row.includes(document.activeElement as HTMLElement));
  const row = rows[y];
  const x = row?.indexOf(document.activeElement as HTMLElement) ?? -1;
  const inRow = (other: readonly HTMLElement[] | undefined): HTMLElement | undefined => other?.[Math.min(x, other.length - 1)];
  switch (key) {
    case 'ArrowRight': return row?.[x + 1];
    case 'ArrowLeft': return row?.[x - 1];
    case 'ArrowDown': return inRow(rows[y + 1]);
    case 'ArrowUp': return y > 0 ? inRow(rows[y - 1]) : undefined;
    case 'Home': return row?.[0];
    case 'End': return row?.at(-1);
    default: return undefined;
  }
}
