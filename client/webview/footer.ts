/** The last line: how much of the log is shown, how far it is read, what the times mean. */
import { element, setText, show } from './dom';
import { formatWords } from './engineWords';
import { bytes, count } from './format';
import { hides } from './filter';
import { offsetsInWords } from './mergeDialog';
import { t } from './texts';
import type { Viewer } from './viewer';

/** Stands in the words where the number comes, which is drawn stronger. */
const NUMBER = '\u0000';

function allWords(records: number, complete: boolean): string {
  if (records === 1) return complete ? t('{0} record', NUMBER) : t('{0} record so far', NUMBER);
  return complete ? t('{0} records', NUMBER) : t('{0} records so far', NUMBER);
}

function shownWords(records: number, complete: boolean): string {
  if (records === 1) return complete ? t('{0} of {1} record shown', NUMBER, 1) : t('{0} of {1} record shown so far', NUMBER, 1);
  return complete ? t('{0} of {1} records shown', NUMBER, count(records)) : t('{0} of {1} records shown so far', NUMBER, count(records));
}

/** Makes the footer. */
export function createFooter(viewer: Viewer): HTMLElement {
  const number = element('b');
  const before = document.createTextNode('');
  const behind = document.createTextNode('');
  const shown = element('span', {}, before, number, behind);
  const progress = element('span', { class: 'wide' });
  const clocks = element('span');
  const format = element('span', { class: 'wide' });
  const times = element('span', { class: 'wide' });
  viewer.onDraw(() => {
    const { file, log, views, problem, filter } = viewer.state;
    const [words, bold] = problem || !log ? [NUMBER, problem ? t('Not opened') : ''] : hides(filter) ? [shownWords(log.records, views?.shown.complete === true && log.complete), count(views?.shown.records ?? 0)] : [allWords(log.records, log.complete), count(log.records)];
    const [first = '', rest = ''] = words.split(NUMBER);
    before.data = first;
    setText(number, bold);
    behind.data = rest;
    const share = log && log.bytes > 0 ? Math.floor((log.indexedBytes / log.bytes) * 100) : 100;
    setText(progress, log && !log.complete && log.bytes > 0 ? t('Indexing, {0} %, {1} of {2}', share, bytes(log.indexedBytes), bytes(log.bytes)) : log?.complete && log.records === 0 && !problem ? t('Waiting for the broker') : '');
    setText(clocks, offsetsInWords(file?.sources ?? [], log?.sources?.map(({ offset }) => offset) ?? []));
    setText(format, formatWords(log?.format ?? ''));
    setText(times, log?.format.startsWith('Kafka pattern') === true ? t('Times as written, no zone in the file') : t('Times as written'));
    show(times, log?.firstTime !== undefined);
  });
  return element('footer', { class: 'footer' }, shown, progress, element('span', { class: 'grow' }), clocks, times, format);
}
