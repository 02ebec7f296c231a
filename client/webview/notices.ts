/** What comes and goes: the bar that shows how far the log is read, the sentence about a removed or cut file, the count of new records, and words for assistive technology. */
import { element, icon, iconButton, setAttribute, setText, show } from './dom';
import { noticeWords } from './engineWords';
import { errorsOf } from './readingPlace';
import { plural, t } from './texts';
import type { Viewer } from './viewer';

/** The bar under the toolbar while the log is read. */
export function createProgress(viewer: Viewer): HTMLElement {
  const part = element('span');
  const bar = element('div', { class: 'progress', role: 'progressbar', 'aria-label': t('Indexing'), 'aria-valuemin': 0, 'aria-valuemax': 100 }, part);
  viewer.onDraw(() => {
    const { log, problem, views } = viewer.state;
    const reading = !problem && log !== undefined && !log.complete && log.bytes > 0;
    const filtering = !reading && views?.shown.complete === false;
    const share = reading ? Math.floor((log.indexedBytes / log.bytes) * 100) : 100;
    show(bar, reading || filtering);
    setAttribute(bar, 'aria-valuenow', share);
    bar.classList.toggle('busy', filtering);
    part.style.width = `${share}%`;
  });
  return bar;
}

/** The banner with the engine's notice; it stays until it is closed or another one comes. */
export function createBanner(viewer: Viewer): HTMLElement {
  const text = element('span');
  const close = iconButton('close', t('Close'), undefined, () => {
    viewer.state.noticeSeen = viewer.state.log?.notice;
    viewer.changed();
  });
  const banner = element('div', { class: 'banner', role: 'status' }, icon('info', 'i-info'), text, element('span', { class: 'grow' }), close);
  viewer.onDraw(() => {
    const notice = viewer.state.log?.notice;
    const shown = notice !== undefined && notice !== viewer.state.noticeSeen;
    show(banner, shown);
    const words = shown ? noticeWords(notice) : '';
    if (shown) setText(text, /[.!?]$/.test(words) ? words : `${words}.`);
  });
  return banner;
}

/** The count of records that came while following was paused; a press goes to them. */
export function createNewRecords(viewer: Viewer): HTMLElement {
  const text = element('span');
  const pill = element('button', { type: 'button', class: 'pill' }, icon('arrow-down'), text, element('kbd', {}, 'End'));
  pill.addEventListener('click', () => {
    viewer.place.follow(true);
    document.getElementById('rows')?.focus();
  });
  viewer.onDraw(() => {
    const words = newRecords(viewer);
    show(pill, words !== '');
    setText(text, words);
  });
  return pill;
}

/** `248 new records, 2 errors`; empty when there are none or following was not paused. */
function newRecords(viewer: Viewer): string {
  const { paused, views } = viewer.state;
  const records = paused && views ? views.shown.records - paused.records : 0;
  if (!paused || !views || records <= 0) return '';
  const errors = errorsOf(views.shown) - paused.errors;
  return `${plural(records, '{0} new record', '{0} new records')}${errors > 0 ? `, ${plural(errors, '{0} error', '{0} errors')}` : ''}`;
}

export interface Announcer {
  readonly live: HTMLElement;
  readonly say: (text: string) => void;
}

/** Speaks to assistive technology: counts at most every five seconds, never records one by one. */
export function createAnnouncer(viewer: Viewer, after: (ms: number, run: () => void) => () => void): Announcer {
  const live = element('div', { class: 'sr-only', role: 'status', 'aria-live': 'polite' });
  let resting = false;
  let filtered: string | undefined;
  const say = (text: string): void => { setText(live, text); };
  viewer.onDraw(() => {
    const { views, log } = viewer.state;
    const now = views?.shown.complete === true && views.shown.id !== 0 ? plural(views.shown.records, '{0} record shown', '{0} records shown') : undefined;
    if (resting || log?.complete !== true) return;
    const words = newRecords(viewer) || (now !== filtered ? now ?? '' : '');
    filtered = now;
    if (words === '') return;
    say(words);
    resting = true;
    after(5000, () => { resting = false; });
  });
  return { live, say };
}
