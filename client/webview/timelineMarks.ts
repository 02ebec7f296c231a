/** What stands on the timeline besides the bars: triangles where known problems began, lines where the broker started and where it ended. */
import type { FoundProblem, LogRun } from '../src/logViewer/protocol';
import { clock } from './format';
import { severityWord } from './problemsStrip';
import type { Theme } from './theme';
import type { Scale } from './timelineMath';
import { toX } from './timelineMath';
import { t } from './texts';

/** Half the width of a triangle and its height, px; marks nearer than this to the pointer are named. */
const HALF_PX = 4;
const HIGH_PX = 6;
const NEAR_PX = 5;

export interface Landmark {
  readonly time: number;
  readonly words: string;
  readonly kind: 'severe' | 'mild' | 'start' | 'stop' | 'fail';
}

/** The marks of a log, in order of time. */
export function landmarksOf(problems: readonly FoundProblem[], runs: readonly LogRun[]): readonly Landmark[] {
  const marks: Landmark[] = problems.flatMap(({ time, title, severity }): Landmark[] => (time === undefined ? [] : [{ time, words: `${title} (${severityWord(severity)})`, kind: severity === 'attention' ? 'mild' : 'severe' }]));
  for (const { startSeen, from, to, end, broker } of runs) {
    const of = (words: string): string => (broker === undefined ? words : `${broker}: ${words}`);
    if (startSeen && from !== undefined) marks.push({ time: from, words: of(t('start of the broker')), kind: 'start' });
    if (to === undefined || end === 'running') continue;
    marks.push({ time: to, words: of(end === 'stopped' ? t('the broker stopped') : end === 'failed' ? t('the broker failed') : t('the broker ended without a word')), kind: end === 'stopped' ? 'stop' : 'fail' });
  }
  return marks.sort((a, b) => a.time - b.time);
}

/** Draws them: lines over the height of the bars, triangles below the axis. */
export function drawLandmarks(pen: CanvasRenderingContext2D, marks: readonly Landmark[], scale: Scale, axisY: number, theme: Theme): void {
  for (const { time, kind } of marks.filter((mark) => mark.kind !== 'severe' && mark.kind !== 'mild')) {
    const x = Math.round(toX(scale, time)) + 0.5;
    pen.strokeStyle = kind === 'fail' ? theme.errorBar : theme.run;
    // A start is a whole line with a flag to its right, an end is dashed.
    pen.setLineDash(kind === 'start' ? [] : [2, 2]);
    pen.beginPath();
    pen.moveTo(x, 16);
    pen.lineTo(x, axisY);
    if (kind === 'start') { pen.moveTo(x, 16.5); pen.lineTo(x + 4, 16.5); }
    pen.stroke();
  }
  pen.setLineDash([]);
  // Severe ones are drawn last: they cover the others.
  for (const wanted of ['mild', 'severe'] as const) {
    pen.fillStyle = wanted === 'severe' ? theme.errorBar : theme.warningBar;
    for (const { time } of marks.filter(({ kind }) => kind === wanted)) {
      const x = toX(scale, time);
      pen.beginPath();
      pen.moveTo(x, axisY + 1);
      pen.lineTo(x + HALF_PX, axisY + 1 + HIGH_PX);
      pen.lineTo(x - HALF_PX, axisY + 1 + HIGH_PX);
      pen.fill();
    }
  }
}

/** The marks under the pointer in words, the nearest ones first; empty when there is none. */
export function landmarksAt(marks: readonly Landmark[], scale: Scale, x: number): string {
  const near = marks.map((mark) => ({ mark, away: Math.abs(toX(scale, mark.time) - x) })).filter(({ away }) => away <= NEAR_PX).sort((a, b) => a.away - b.away);
  return near.slice(0, 3).map(({ mark }) => `${clock(mark.time)} ${mark.words}`).join('  ');
}
