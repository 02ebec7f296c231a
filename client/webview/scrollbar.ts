/** The page's own scrollbar: a slider over all records of the view, and marks for levels and matches in the colours of the theme. */
import { MARK } from '../src/logViewer/protocol';
import { element, setAttribute, show } from './dom';
import { lastTop } from './layout';
import { firstAt, slider } from './scrollbarMath';
import type { Theme } from './theme';
import { t } from './texts';
import type { Viewer } from './viewer';

/** Marks are read again at most so often while a view grows, ms. */
const MARKS_EVERY_MS = 400;

/** Makes the scrollbar. `theme` gives the current colours. */
export function createScrollbar(viewer: Viewer, theme: () => Theme, after: (ms: number, run: () => void) => () => void): HTMLElement {
  const canvas = element('canvas', { class: 'marks', 'aria-hidden': 'true' });
  const thumb = element('span', { class: 'slider' });
  const bar = element('div', { class: 'ruler', role: 'scrollbar', 'aria-orientation': 'vertical', 'aria-controls': 'rows', 'aria-label': t('Position in the log'), 'aria-valuemin': 0 }, canvas, thumb);
  let marks: readonly number[] = [];
  let drawnFor = '';
  let askedFor = '';
  let waiting = false;

  const last = (): number => {
    const lowest = lastTop(viewer.pageRows, viewer);
    return lowest.index + lowest.row / Math.max(1, viewer.rowsOf(lowest.index));
  };

  async function readMarks(): Promise<void> {
    const { views } = viewer.state;
    const stretches = Math.floor(bar.clientHeight / 2);
    if (!views || stretches < 1) return;
    const wanted = `${views.shown.id} ${views.shown.generation} ${views.shown.records} ${views.hits?.id ?? ''} ${views.hits?.records ?? ''} ${stretches}`;
    if (wanted === askedFor || waiting) return;
    askedFor = wanted;
    waiting = true;
    after(MARKS_EVERY_MS, () => {
      waiting = false;
      void readMarks();
    });
    const read = await viewer.call('marks', views.shown.id, views.hits?.id, stretches);
    if (!read.ok) return;
    marks = read.value;
    drawnFor = '';
    viewer.changed();
  }

  function paint(): void {
    const { width, height } = bar.getBoundingClientRect();
    const scale = devicePixelRatio;
    const now = `${width} ${height} ${scale} ${JSON.stringify(theme())} ${askedFor}`;
    if (now === drawnFor) return;
    drawnFor = now;
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const pen = canvas.getContext('2d');
    if (!pen || marks.length === 0) return;
    pen.scale(scale, scale);
    const step = height / marks.length;
    marks.forEach((mark, i) => {
      const draw = (colour: string, x: number, w: number, h: number): void => {
        pen.fillStyle = colour;
        pen.fillRect(x, Math.min(i * step, height - h), w, h);
      };
      if (mark & MARK.warn) draw(theme().warning, 1, 5, Math.max(2, step));
      if (mark & MARK.error) draw(theme().error, 1, 5, Math.max(3, step));
      if (mark & MARK.fatal) draw(theme().error, 1, width - 2, Math.max(3, step));
      if (mark & MARK.hit) draw(theme().match, 7, 6, Math.max(3, step));
    });
  }

  bar.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    const box = bar.getBoundingClientRect();
    const grip = thumb.getBoundingClientRect();
    // A press on the slider drags it from where it was taken; a press beside it brings its middle there.
    const inside = event.clientY >= grip.top && event.clientY <= grip.bottom ? event.clientY - grip.top : grip.height / 2;
    const to = (y: number): void => {
      const first = firstAt(y - box.top - inside, grip.height, last(), box.height);
      const index = Math.floor(first);
      viewer.place.pause();
      viewer.place.scrollTo({ index, row: Math.floor((first - index) * viewer.rowsOf(index)) });
    };
    bar.setPointerCapture(event.pointerId);
    const drag = (moved: PointerEvent): void => { to(moved.clientY); };
    bar.addEventListener('pointermove', drag);
    bar.addEventListener('lostpointercapture', () => { bar.removeEventListener('pointermove', drag); }, { once: true });
    to(event.clientY);
    event.preventDefault();
  });
  bar.addEventListener('wheel', (event) => { viewer.place.scrollBy(Math.sign(event.deltaY) * 3); }, { passive: true });

  viewer.onDraw(() => {
    const { top } = viewer.state;
    const first = top.index + top.row / Math.max(1, viewer.rowsOf(top.index));
    const place = slider(first, last(), viewer.total, bar.clientHeight);
    show(thumb, place !== undefined);
    if (place) {
      thumb.style.top = `${place.top}px`;
      thumb.style.height = `${place.height}px`;
    }
    setAttribute(bar, 'aria-valuemax', Math.max(0, viewer.total - 1));
    setAttribute(bar, 'aria-valuenow', top.index);
    void readMarks();
    paint();
  });
  return bar;
}
