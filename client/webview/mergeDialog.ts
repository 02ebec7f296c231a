/** The logs of a merge with their sizes and clocks. A clock that is wrong is corrected here; nothing in the files changes. */
import type { SourceCard } from '../src/logViewer/protocol';
import { offsetNumber, offsetOf } from './clockOffset';
import { element, setAttribute, textButton } from './dom';
import { arriveAt } from './arriving';
import { bytes, count } from './format';
import { colourOf, sourceName } from './sources';
import { plural, t } from './texts';
import type { Viewer } from './viewer';

/** Opens it with the function that every dialog opens with. The first clock has the focus. */
export function openMergeDialog(viewer: Viewer, open: (title: string, ...content: Node[]) => HTMLElement, close: () => void): void {
  const { file, log } = viewer.state;
  const cards = file?.sources ?? [];
  const boxes = cards.map((card, i) => offsetBox(card, log?.sources?.[i]?.offset ?? 0, () => void apply()));

  async function apply(): Promise<void> {
    const offsets = boxes.map((box) => offsetOf(box.value));
    boxes.forEach((box, i) => { setAttribute(box, 'aria-invalid', offsets[i] === undefined ? 'true' : undefined); });
    if (offsets.includes(undefined)) { boxes[offsets.indexOf(undefined)]?.focus(); return; }
    close();
    await setOffsets(viewer, offsets.map((offset) => offset ?? 0));
  }

  const list = element('ul', { class: 'clocks' }, ...cards.map((card, i) => {
    const source = log?.sources?.[i];
    const words = source?.problem?.message ?? `${bytes(source?.bytes ?? 0)}, ${plural(source?.records ?? 0, '{0} record', '{0} records')}`;
    return element('li', {}, element('span', { class: `src ${colourOf(card)}`, title: source?.path }, element('span', {}, card.broker), element('em', {}, card.log)),
      element('span', { class: source?.problem ? 'level-error' : 'q' }, words), element('label', {}, boxes[i] ?? '', t('s')));
  }));
  open(t('Merged logs'), element('p', { class: 'quiet' }, t('Seconds that are added to the times of a log whose clock was behind; a minus for one that was ahead. The files stay as they are.')), list,
    element('div', { class: 'buttons' }, textButton(t('Set clocks'), 'primary', () => void apply()))).classList.add('small');
  boxes[0]?.focus();
  boxes[0]?.select();
}

function offsetBox(card: SourceCard, offset: number, onEnter: () => void): HTMLInputElement {
  const box = element('input', { class: 'box', type: 'text', spellcheck: 'false', inputmode: 'decimal', 'aria-label': t('Clock offset of {0} in seconds', sourceName(card)), value: offsetNumber(offset) });
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    // The dialog closes and its button has the focus again: the key must not press it.
    event.preventDefault();
    onEnter();
  });
  return box;
}

/** Corrects the clocks that differ; the order begins anew, and the record that was current is found again by its time. */
async function setOffsets(viewer: Viewer, offsets: readonly number[]): Promise<void> {
  const before = viewer.state.log?.sources?.map(({ offset }) => offset) ?? [];
  const record = viewer.currentRecord ?? viewer.cache.get(viewer.state.top.index);
  const moved = record?.source === undefined ? 0 : (offsets[record.source] ?? 0) - (before[record.source] ?? 0);
  let generation: number | undefined;
  for (const [source, offset] of offsets.entries()) {
    if (offset === before[source]) continue;
    const now = await viewer.call('setOffset', source, offset);
    if (now.ok) generation = now.value;
  }
  if (record?.time !== undefined && generation !== undefined) arriveAt(viewer, record.time + moved, generation);
}

/** `Clock offset: broker-3 +0.18 s`; empty when all clocks are taken as they are. */
export function offsetsInWords(cards: readonly SourceCard[], offsets: readonly number[]): string {
  const parts = cards.flatMap((card, i) => {
    const offset = offsets[i] ?? 0;
    const name = cards.filter(({ number }) => number === card.number).length > 1 ? sourceName(card) : card.broker;
    return offset === 0 ? [] : [t('{0} {1} s', name, offsetNumber(offset))];
  });
  return parts.length === 0 ? '' : t('Clock offset: {0}', parts.join(', '));
}

/** `6 logs` and `3 brokers, merged by time`; one name when all logs have it. */
export function mergeInWords(cards: readonly SourceCard[]): readonly [name: string, where: string] {
  const logs = new Set(cards.map(({ log }) => log)), brokers = new Set(cards.map(({ number }) => number));
  const [only = ''] = logs;
  return [logs.size === 1 ? only : t('{0} logs', count(cards.length)), brokers.size === 1 ? t('{0}, merged by time', cards[0]?.broker ?? '') : t('{0} brokers, merged by time', brokers.size)];
}
