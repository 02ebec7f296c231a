/** What the other brokers of the cluster wrote at the moment of a record: part of the details of a single log. */
import type { NumberedRecord, Others } from '../src/logViewer/protocol';
import { LEVELS } from '../src/logViewer/protocol';
import { element, textButton } from './dom';
import { bytes, clock, count, milliseconds } from './format';
import { prefixLength } from './paint';
import { colourOf, sourceName } from './sources';
import { plural, t } from './texts';
import type { Viewer } from './viewer';

/** A reader who walks through the records asks only where they stop. */
const PAUSE_MS = 150;
/** While the other logs are read the question is asked again. */
const AGAIN_MS = 700;

/** Makes the part; what comes back gives the element for a record, which is drawn again by itself when the answer comes. */
export function createOthers(viewer: Viewer, after: (ms: number, run: () => void) => () => void): (record: NumberedRecord) => HTMLElement {
  const place = element('section', { class: 'others', hidden: true, 'aria-label': t('Other brokers at this moment') });
  let asked: number | undefined;
  let stop: (() => void) | undefined;
  /** The reader wants logs to be read that are too long to be read unasked. */
  let read = false;

  async function ask(time: number): Promise<void> {
    const answer = await viewer.call('othersAt', time, read);
    if (asked !== time || !answer.ok) return;
    draw(time, answer.value);
    if (!answer.value.complete) stop = after(AGAIN_MS, () => void ask(time));
  }

  function draw(time: number, others: Others): void {
    place.hidden = others.logs.length === 0;
    const merge = textButton(t('Merge their logs'), 'link', () => void viewer.call('mergeOthers', time));
    const heading = element('h3', {}, t('Other brokers at this moment'), element('span', { class: 'grow' }), merge);
    const failed = others.logs.filter(({ problem }) => problem !== undefined).map((log) => element('p', { class: 'quiet' }, `${sourceName(log)}: ${log.problem ?? ''}`));
    place.replaceChildren(heading, ...answerParts(time, others), ...failed);
  }

  function answerParts(time: number, others: Others): HTMLElement[] {
    if (others.unread !== undefined) {
      const button = textButton(t('Read them'), 'secondary', () => {
        read = true;
        void ask(time);
      });
      return [element('p', { class: 'quiet' }, plural(others.logs.length, '{0} log of another broker is not read yet:', '{0} logs of other brokers are not read yet:'), ` ${bytes(others.unread)}.`), element('div', { class: 'buttons' }, button)];
    }
    const list = element('ol', { class: 'around' }, ...others.records.map((other) => {
      const log = others.logs[other.source];
      const level = LEVELS[other.level];
      const message = other.message.slice(prefixLength(other.message)).trim();
      const button = element('button', { type: 'button', title: `${clock(other.time)}${milliseconds(other.time)} ${level} ${other.message}\n${t('Opens {0} at this moment', log ? sourceName(log) : '')}` },
        element('span', { class: 'dt' }, away(other.time - time)), element('span', { class: `src ${log ? colourOf(log) : ''}` }, element('span', {}, log?.broker ?? '')), element('span', { class: other.level >= 4 ? `level-${level.toLowerCase()}` : '' }, message));
      button.addEventListener('click', () => { if (log) void viewer.call('openAt', log.path, other.time); });
      return element('li', {}, button);
    }));
    const nothing = others.records.length === 0 && others.complete ? [element('p', { class: 'quiet' }, t('They wrote nothing within {0} s.', count(others.windowMs / 1000)))] : [];
    return [list, ...nothing, ...(others.complete ? [] : [element('p', { class: 'quiet' }, t('Their logs are still being read.'))])];
  }

  return ({ time }) => {
    stop?.();
    if (time !== asked || time === undefined) place.hidden = true;
    asked = viewer.state.file?.sources ? undefined : time;
    if (asked !== undefined) stop = after(PAUSE_MS, () => { if (asked !== undefined) void ask(asked); });
    return place;
  };
}

/** `−0.07 s`, `+1.20 s` */
function away(ms: number): string {
  return t('{0} s', `${ms < 0 ? '−' : '+'}${(Math.abs(ms) / 1000).toFixed(2)}`);
}
