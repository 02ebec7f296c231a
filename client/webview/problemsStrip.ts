/** The line under the timeline: the known problems of the range in the order in which they began. Where room is short warnings leave first, then what came later. */
import type { FoundProblem, ProblemSeverity } from '../src/logViewer/protocol';
import { element, icon, setAttribute, setText, show } from './dom';
import { clock, count } from './format';
import type { Insight } from './insight';
import { fitting } from './problemsFit';
import { plural, t } from './texts';
import type { Viewer } from './viewer';

export interface StripActions {
  readonly goTo: (problem: FoundProblem) => void;
  /** Shows all of them in the details. */
  readonly showAll: () => void;
}

/** Below this width only severe problems have room, and no counts; px. */
const NARROW_PX = 700;

/** How grave a problem is, as a picture and a word: never by colour alone. */
export function severitySign(severity: ProblemSeverity): HTMLElement {
  switch (severity) {
    case 'fatal': return icon('circle-filled', 'i-error');
    case 'problem': return icon('error', 'i-error');
    case 'attention': return icon('warning', 'i-warn');
  }
}

export function severityWord(severity: ProblemSeverity): string {
  switch (severity) {
    case 'fatal': return t('stops the broker or a part of it');
    case 'problem': return t('problem');
    case 'attention': return t('worth a look');
  }
}

/** Makes the strip; it is hidden while no problem is known. */
export function createProblemsStrip(viewer: Viewer, insight: Insight, actions: StripActions): HTMLElement {
  const head = element('span', { class: 'head' });
  const list = element('ol');
  const more = element('button', { type: 'button', class: 'problem more' });
  more.addEventListener('click', actions.showAll);
  const strip = element('nav', { class: 'problems', 'aria-label': t('Known problems, in order of first appearance') }, head, list, more);
  let drawn = '';

  viewer.onDraw(() => {
    const { found, complete } = insight.problems;
    show(strip, found.length > 0 && viewer.state.problem === undefined);
    if (strip.hidden) return;
    const { current } = viewer.state;
    const here = current && insight.problemAt(current.line)?.id;
    const now = JSON.stringify([found, complete, strip.clientWidth]);
    setText(head, plural(found.length, '{0} known problem', '{0} known problems') + (complete ? '' : ` ${t('so far')}`));
    if (now !== drawn) {
      drawn = now;
      fill(found);
    }
    for (const button of list.querySelectorAll<HTMLElement>('.problem')) setAttribute(button, 'aria-current', button.dataset['id'] === here ? 'true' : undefined);
  });

  function fill(found: readonly FoundProblem[]): void {
    const narrow = strip.clientWidth < NARROW_PX;
    const severe = found.filter(({ severity }) => severity !== 'attention');
    const offered = narrow && severe.length > 0 ? severe : found;
    const items = offered.map((problem) => element('li', {}, problemButton(problem, narrow)));
    list.replaceChildren(...items);
    const shown = fitting(offered.map(({ severity }, i) => ({ mild: severity === 'attention', width: Math.ceil(items[i]?.getBoundingClientRect().width ?? 0) })), list.clientWidth);
    items.forEach((item, i) => { item.hidden = !shown.has(i); });
    const left = found.length - shown.size;
    setText(more, left > 0 ? t('{0} more', count(left)) : t('Show all'));
  }

  function problemButton(problem: FoundProblem, narrow: boolean): HTMLElement {
    const { id, title, severity, time, count: n } = problem;
    const button = element('button', { type: 'button', class: 'problem', 'data-id': id, title: `${title}: ${severityWord(severity)}\n${plural(n, '{0} record', '{0} records')}` },
      severitySign(severity), element('span', { class: 'sr-only' }, severityWord(severity)),
      ...(time === undefined ? [] : [element('time', {}, narrow ? clock(time).slice(0, 5) : clock(time))]), element('span', {}, title), ...(n > 1 && !narrow ? [element('span', { class: 'n' }, `×${count(n)}`)] : []));
    button.addEventListener('click', () => { actions.goTo(problem); });
    return button;
  }
  return strip;
}
