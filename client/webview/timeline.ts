/** Records over time: bars on a canvas, and a brush that becomes the range of the filter. Drag makes a range, a click clears it. */
import type { Histogram } from '../src/logViewer/protocol';
import { element, setAttribute, setText, show } from './dom';
import { clock, count, day, duration, sameDay } from './format';
import type { Theme } from './theme';
import { drawLandmarks, landmarksAt, type Landmark } from './timelineMarks';
import type { Scale } from './timelineMath';
import { bar, buckets, byWeight, most, sum, ticks, toTime, toX } from './timelineMath';
import { t } from './texts';
import type { Viewer } from './viewer';

const BAR_PX = 7;
const AXIS_Y = 54;
const BARS_HEIGHT = 36;
const AGAIN_MS = 500;
/** A shorter drag is a click. */
const CLICK_PX = 4;
const MINUTE = 60_000;

/** Makes the timeline. It is hidden while the log has no times. `landmarks` gives the marks beside the bars, the same list while nothing changed. */
export function createTimeline(viewer: Viewer, theme: () => Theme, after: (ms: number, run: () => void) => () => void, landmarks: () => readonly Landmark[]): HTMLElement {
  const canvas = element('canvas', { 'aria-hidden': 'true' });
  const labels = element('div', { 'aria-hidden': 'true' });
  const readout = element('span', { class: 'readout', 'aria-hidden': 'true' });
  const brushLabel = element('span', { class: 'brush-label' });
  const start = handle(t('Range starts'));
  const end = handle(t('Range ends'));
  end.classList.add('end');
  const brush = element('div', { class: 'brush' }, start, brushLabel, end);
  show(brush, false);
  const section = element('section', { class: 'timeline', 'aria-label': t('Records over time') }, canvas, labels, readout, brush);
  let histogram: Histogram | undefined;
  let askedFor = '';
  let drawnFor = '';
  let drawnMarks: readonly Landmark[] | undefined;
  let resting = false;
  let dragged: { readonly from: number; readonly to: number } | undefined;
  let hovered: number | undefined;

  const scale = (): Scale | undefined => histogram && { from: histogram.start, to: histogram.start + histogram.width * histogram.all.length, width: section.clientWidth };

  async function read(): Promise<void> {
    const { views, log } = viewer.state;
    if (!views || log?.firstTime === undefined || log.lastTime === undefined || section.clientWidth < BAR_PX) return;
    const asked = buckets(log.firstTime, log.lastTime, section.clientWidth, BAR_PX);
    const wanted = `${views.shown.id} ${views.shown.generation} ${views.shown.records} ${log.records} ${JSON.stringify(asked)}`;
    if (wanted === askedFor || resting) return;
    askedFor = wanted;
    resting = true;
    after(AGAIN_MS, () => {
      resting = false;
      void read();
    });
    const outcome = await viewer.call('histogram', views.shown.id, asked.count, asked.from, asked.to);
    if (!outcome.ok || !outcome.value) return;
    histogram = outcome.value;
    drawnFor = '';
    viewer.changed();
  }

  function set(from: number | undefined, to: number | undefined): void {
    viewer.setFilter({ ...viewer.state.filter, from: from === undefined ? undefined : Math.round(from), to: to === undefined ? undefined : Math.round(to) });
  }

  section.addEventListener('pointerdown', (event) => {
    const now = scale();
    if (!now || event.button !== 0) return;
    const left = section.getBoundingClientRect().left;
    const { from, to } = viewer.state.filter;
    // A handle keeps the other end where it is.
    const fixed = event.target === start ? to ?? now.to : event.target === end ? from ?? now.from : undefined;
    const origin = fixed ?? toTime(now, event.clientX - left);
    const pressedAt = event.clientX;
    section.setPointerCapture(event.pointerId);
    const drag = (moved: PointerEvent): void => {
      const time = toTime(now, moved.clientX - left);
      dragged = { from: Math.min(origin, time), to: Math.max(origin, time) };
      viewer.changed();
    };
    section.addEventListener('pointermove', drag);
    section.addEventListener('lostpointercapture', (released: PointerEvent) => {
      section.removeEventListener('pointermove', drag);
      const range = dragged;
      dragged = undefined;
      if (range && (fixed !== undefined || Math.abs(released.clientX - pressedAt) > CLICK_PX)) set(range.from, range.to);
      else if (fixed === undefined) set(undefined, undefined);
      viewer.changed();
    }, { once: true });
    event.preventDefault();
  });
  section.addEventListener('pointermove', (event) => {
    const now = scale();
    const x = event.clientX - section.getBoundingClientRect().left;
    hovered = now && histogram ? Math.floor((toTime(now, x) - histogram.start) / histogram.width) : undefined;
    const near = now ? landmarksAt(landmarks(), now, x) : '';
    setText(readout, near === '' ? readoutText(histogram, hovered) : near);
  });
  section.addEventListener('pointerleave', () => {
    hovered = undefined;
    setText(readout, readoutText(histogram, hovered));
  });
  for (const side of [start, end]) {
    side.addEventListener('keydown', (event) => {
      const step = (event.key === 'ArrowLeft' ? -MINUTE : event.key === 'ArrowRight' ? MINUTE : 0) * (event.shiftKey ? 10 : 1);
      const now = scale();
      if (step === 0 || !now) return;
      event.preventDefault();
      const from = viewer.state.filter.from ?? now.from;
      const to = viewer.state.filter.to ?? now.to;
      if (side === start && from + step < to) set(from + step, to);
      if (side === end && to + step > from) set(from, to + step);
    });
  }

  viewer.onDraw(() => {
    const { log, filter, problem } = viewer.state;
    show(section, log?.firstTime !== undefined && problem === undefined && (log.lastTime ?? 0) > log.firstTime);
    if (section.hidden) return;
    void read();
    const now = scale();
    if (!histogram || !now) return;
    const key = `${now.width} ${devicePixelRatio} ${JSON.stringify(theme())}`;
    if (key !== drawnFor || landmarks() !== drawnMarks) {
      drawnFor = key;
      drawnMarks = landmarks();
      paint(canvas, histogram, now, theme(), drawnMarks);
      labels.replaceChildren(...tickLabels(now));
      setText(readout, readoutText(histogram, hovered));
    }
    const range = dragged ?? (filter.from === undefined && filter.to === undefined ? undefined : { from: filter.from ?? now.from, to: filter.to ?? now.to });
    show(brush, range !== undefined);
    if (range) place(brush, brushLabel, [start, end], range, now);
  });
  return section;
}

function handle(label: string): HTMLElement {
  return element('span', { class: 'handle', role: 'slider', tabindex: 0, 'aria-label': label });
}

function paint(canvas: HTMLCanvasElement, histogram: Histogram, scale: Scale, theme: Theme, landmarks: readonly Landmark[]): void {
  const ratio = devicePixelRatio;
  canvas.width = Math.round(scale.width * ratio);
  canvas.height = Math.round(canvas.clientHeight * ratio);
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.scale(ratio, ratio);
  pen.fillStyle = theme.axis;
  pen.fillRect(0, AXIS_Y - 1, scale.width, 1);
  const top = most(histogram.shown, histogram.all);
  const step = scale.width / histogram.all.length;
  const width = Math.max(1, step - 1);
  histogram.all.forEach((all, i) => {
    const sizes = bar(histogram.shown[i] ?? [], all, top, BARS_HEIGHT);
    const x = i * step;
    const shown = sizes.error + sizes.warning + sizes.rest;
    if (sizes.ghost > shown + 1) {
      pen.fillStyle = theme.ghost;
      pen.fillRect(x, AXIS_Y - 1 - sizes.ghost, width, sizes.ghost);
    }
    let y = AXIS_Y - 1;
    for (const [height, colour] of [[sizes.error, theme.errorBar], [sizes.warning, theme.warningBar], [sizes.rest, theme.bar]] as const) {
      y -= height;
      pen.fillStyle = colour;
      pen.fillRect(x, y, width, height);
    }
  });
  pen.fillStyle = theme.axis;
  for (const time of ticks(scale).times) pen.fillRect(toX(scale, time), AXIS_Y, 1, 4);
  drawLandmarks(pen, landmarks, scale, AXIS_Y, theme);
}

function tickLabels(scale: Scale): HTMLElement[] {
  const { step, times } = ticks(scale);
  return times.map((time) => {
    const midnight = time % 86_400_000 === 0;
    const label = element('span', { class: 'tick' }, midnight ? day(time) : step < MINUTE ? clock(time) : clock(time).slice(0, 5));
    label.style.left = `${toX(scale, time)}px`;
    return label;
  });
}

function readoutText(histogram: Histogram | undefined, bucket: number | undefined): string {
  if (!histogram) return '';
  const shown = bucket === undefined ? undefined : histogram.shown[bucket];
  if (bucket !== undefined && shown) {
    const { error, warning, rest } = byWeight(shown);
    return `${clock(histogram.start + bucket * histogram.width)}  ERROR ${count(error)}  WARN ${count(warning)}  ${t('other')} ${count(rest)}`;
  }
  const largest = histogram.shown.reduce((a, counts) => Math.max(a, sum(counts)), 0);
  return largest === 0 ? t('no record passes the filters') : t('peak {0} per {1}', count(largest), histogram.width < 1000 ? t('{0} ms', Math.round(histogram.width)) : duration(histogram.width).replace(/^1 /, ''));
}

function place(brush: HTMLElement, label: HTMLElement, handles: readonly [HTMLElement, HTMLElement], range: { readonly from: number; readonly to: number }, scale: Scale): void {
  const left = Math.max(0, toX(scale, range.from));
  const right = Math.min(scale.width, toX(scale, range.to));
  brush.style.left = `${left}px`;
  brush.style.width = `${Math.max(2, right - left)}px`;
  brush.classList.toggle('left', left < 330);
  const days = sameDay(scale.from, scale.to) ? '' : `${day(range.from)} `;
  setText(label, `${days}${clock(range.from)} – ${clock(range.to)}, ${duration(range.to - range.from)}`);
  show(label, scale.width >= 700 && !(left < 330 && scale.width - right < 190));
  [range.from, range.to].forEach((time, i) => {
    const slider = handles[i];
    if (!slider) return;
    setAttribute(slider, 'aria-valuemin', Math.round(scale.from));
    setAttribute(slider, 'aria-valuemax', Math.round(scale.to));
    setAttribute(slider, 'aria-valuenow', Math.round(time));
    setAttribute(slider, 'aria-valuetext', `${day(time)} ${clock(time)}`);
  });
}
