/** What opens over the page: the keyboard map, the other logs of the folder or of the merge, the range of times. One at a time; Esc closes and gives the focus back. */
import { element, icon, iconButton, setAttribute, setText, textButton } from './dom';
import { bytes, clock, day, fromStamp, sameDay, stamp } from './format';
import type { Insight } from './insight';
import { KEYS } from './keys';
import { openMergeDialog } from './mergeDialog';
import { goToTime } from './moving';
import { rangeChoices, runChoices, type RangeChoice } from './rangeChoices';
import { t } from './texts';
import type { Viewer } from './viewer';

export interface Dialogs {
  readonly overlay: HTMLElement;
  readonly isOpen: () => boolean;
  readonly openHelp: () => void;
  readonly openFiles: () => Promise<void>;
  readonly openTimes: () => void;
  readonly openGoTo: () => void;
  /** Asks for the note on the bookmark of the current record. */
  readonly openNote: () => void;
  readonly close: () => void;
}

/** Makes the overlay. */
export function createDialogs(viewer: Viewer, insight: Insight): Dialogs {
  const overlay = element('div', { class: 'overlay' });
  overlay.hidden = true;
  let back: Element | null = null;

  function close(): void {
    if (overlay.hidden) return;
    overlay.hidden = true;
    overlay.replaceChildren();
    if (back instanceof HTMLElement) back.focus();
  }
  function open(title: string, ...content: Node[]): HTMLElement {
    back = document.activeElement;
    const closer = iconButton('close', t('Close'), 'Esc', close);
    const dialog = element('div', { class: 'dialog', role: 'dialog', 'aria-modal': 'true', 'aria-label': title }, element('div', { class: 'dialog-head' }, element('h2', {}, title), closer), ...content);
    overlay.replaceChildren(dialog);
    overlay.hidden = false;
    closer.focus();
    return dialog;
  }
  overlay.addEventListener('pointerdown', (event) => { if (event.target === overlay) close(); });
  overlay.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
    if (event.key === 'Tab') keepInside(overlay, event);
    event.stopPropagation();
  });

  return {
    overlay, close, isOpen: () => !overlay.hidden,
    openHelp: () => { open(t('Keyboard map'), keyMap(), element('p', { class: 'foot' }, t('Single keys act while the records have the focus.'))); },
    openFiles: async () => {
      const { file } = viewer.state;
      if (file?.sources) { openMergeDialog(viewer, open, close); return; }
      const dialog = open(t('Logs of {0}', file?.where ?? t('this folder')), element('p', {}, t('Kafka writes every application log to the local disk of the broker.')));
      const found = await viewer.call('siblings');
      const list = element('ul', { class: 'filelist' });
      for (const log of found.ok ? found.value : []) {
        const open = element('button', { type: 'button', 'aria-current': log.current ? 'true' : undefined }, icon('file-text'), element('span', { class: 'name' }, log.name), element('span', { class: 'q' }, t(log.records)), element('span', { class: 'n' }, bytes(log.bytes)));
        open.addEventListener('click', () => {
          close();
          if (!log.current) void viewer.call('openSibling', log.path);
        });
        list.append(element('li', {}, open));
      }
      dialog.append(list);
    },
    openTimes: () => { openTimes(viewer, insight, open, close); },
    openGoTo: () => { openGoTo(viewer, open, close); },
    openNote: () => { openNote(viewer, insight, open, close); },
  };
}

/** Tab goes round inside the dialog. */
function keepInside(overlay: HTMLElement, event: KeyboardEvent): void {
  const stops = [...overlay.querySelectorAll<HTMLElement>('button, input')];
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  if (document.activeElement !== edge) return;
  (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
  event.preventDefault();
}

function keyMap(): HTMLElement {
  const map = element('div', { class: 'keys' });
  for (const group of KEYS) {
    const list = element('dl');
    for (const key of group.keys) list.append(element('dt', {}, key.does), element('dd', {}, ...key.press.map((press) => element('kbd', {}, press))));
    map.append(element('section', {}, element('h3', {}, group.title), list));
  }
  return map;
}

type Open = (title: string, ...content: Node[]) => HTMLElement;

function openTimes(viewer: Viewer, insight: Insight, open: Open, close: () => void): void {
  const { log, filter } = viewer.state;
  if (log?.firstTime === undefined || log.lastTime === undefined) return;
  const { firstTime, lastTime } = log;
  const set = (from: number | undefined, to: number | undefined): void => {
    close();
    viewer.setFilter({ ...viewer.state.filter, from, to });
  };
  const written = (time: number): string => (sameDay(firstTime, lastTime) ? clock(time) : `${day(time)} ${clock(time)}`);
  const item = ({ name, from, to }: RangeChoice): HTMLElement => {
    const whole = from === undefined && to === undefined;
    const range = whole ? `${written(firstTime)} – ${written(lastTime)}` : `${from === undefined ? '' : written(from)} – ${to === undefined ? '' : written(to)}`.trim();
    const button = element('button', { type: 'button' }, name, element('span', { class: 'n' }, range));
    button.addEventListener('click', () => { set(from, to); });
    return element('li', {}, button);
  };
  const list = element('ul', { class: 'choices' });
  const runs = element('div');
  const fill = (): void => {
    const facts = { lastTime, current: viewer.currentRecord?.time, runs: insight.runs, problem: insight.problems.all.find(({ time }) => time !== undefined)?.time };
    list.replaceChildren(...rangeChoices(facts).map(item));
    const each = runChoices(insight.runs?.runs ?? []);
    runs.replaceChildren(...(insight.runs ? [] : [element('p', { class: 'quiet', role: 'status' }, t('Looking for the runs of the broker.'))]),
      ...(each.length === 0 ? [] : [element('h3', {}, t('Runs of the broker')), element('ul', { class: 'choices runs' }, ...each.map(item))]));
  };
  fill();
  // Found again every time: the broker may have started since.
  void insight.findRuns().then(() => { if (list.isConnected) fill(); });
  const apply = (): void => {
    const [start, end] = readStamps([from, to], wrong);
    // The end of a second: records of that second belong to the range.
    if (start !== undefined && end !== undefined) set(start, end + 999);
  };
  const from = stampBox(filter.from ?? firstTime, apply);
  const to = stampBox(filter.to ?? lastTime, apply);
  const wrong = wrongLine();
  open(t('Range of times'), list, runs, element('div', { class: 'fromto' }, element('label', {}, t('From'), from), element('label', {}, t('To'), to), textButton(t('Set range'), 'primary', apply)), wrong).classList.add('small');
}

/** Goes to the first record at or behind a time. */
function openGoTo(viewer: Viewer, open: Open, close: () => void): void {
  const { log } = viewer.state;
  if (log?.firstTime === undefined) return;
  const go = (): void => {
    const [time] = readStamps([box], wrong);
    if (time === undefined) return;
    close();
    void goToTime(viewer, time);
  };
  const box = stampBox(viewer.currentRecord?.time ?? log.firstTime, go);
  const wrong = wrongLine();
  open(t('Go to a time'), element('div', { class: 'fromto' }, element('label', {}, t('Time'), box), textButton(t('Go'), 'primary', go)), wrong).classList.add('small');
  box.focus();
  box.select();
}

/** Writes the note on the bookmark of the current record; a record without one gets it. */
function openNote(viewer: Viewer, insight: Insight, open: Open, close: () => void): void {
  const line = viewer.state.current?.line;
  if (line === undefined) return;
  const save = (): void => {
    close();
    void insight.setBookmark(line, box.value.trim());
  };
  const box = element('input', { class: 'box note', type: 'text', value: insight.bookmarkAt(line)?.note ?? '', maxlength: 500 });
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    save();
  });
  open(t('Note on the bookmark'), element('div', { class: 'fromto' }, element('label', { class: 'grow' }, t('Note'), box), textButton(t('Keep note'), 'primary', save))).classList.add('small');
  box.focus();
  box.select();
}

/** A field for a time as the file writes it. */
function stampBox(time: number, onEnter: () => void): HTMLInputElement {
  const box = element('input', { class: 'box', type: 'text', spellcheck: 'false', value: stamp(time) });
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    // The dialog closes and its button has the focus again: the key must not press it.
    event.preventDefault();
    onEnter();
  });
  return box;
}

/** Below fields for times: says how a time is written when one of them has none. */
function wrongLine(): HTMLElement {
  return element('p', { class: 'quiet', role: 'alert' });
}

/** The times in fields. A field without one is marked as wrong, and the line says what is expected. */
function readStamps(boxes: readonly HTMLInputElement[], wrong: HTMLElement): (number | undefined)[] {
  const times = boxes.map(({ value }) => fromStamp(value));
  boxes.forEach((box, i) => { setAttribute(box, 'aria-invalid', times[i] === undefined ? 'true' : undefined); });
  const bad = boxes[times.indexOf(undefined)];
  setText(wrong, bad ? t('A time is written like {0}.', bad.defaultValue) : '');
  bad?.focus();
  return times;
}
