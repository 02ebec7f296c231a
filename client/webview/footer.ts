/** The last line: how much of the log is shown, how far it is read, what the times mean. */
import { element, setText, show } from './dom';
import { bytes, count, counted } from './format';
import { hides } from './filter';
import type { Viewer } from './viewer';

/** Makes the footer. */
export function createFooter(viewer: Viewer): HTMLElement {
  const number = element('b');
  const shown = element('span', {}, number);
  const rest = document.createTextNode('');
  shown.append(rest);
  const progress = element('span', { class: 'wide' });
  const format = element('span', { class: 'wide' });
  const times = element('span', { class: 'wide' });
  viewer.onDraw(() => {
    const { log, views, problem, filter } = viewer.state;
    if (problem || !log) {
      setText(number, problem ? 'Not opened' : '');
      rest.data = '';
    } else if (!hides(filter)) {
      setText(number, count(log.records));
      rest.data = ` ${log.records === 1 ? 'record' : 'records'}${log.complete ? '' : ' so far'}`;
    } else {
      setText(number, count(views?.shown.records ?? 0));
      rest.data = ` of ${counted(log.records, 'record')} shown${views?.shown.complete === true && log.complete ? '' : ' so far'}`;
    }
    const share = log && log.bytes > 0 ? Math.floor((log.indexedBytes / log.bytes) * 100) : 100;
    setText(progress, log && !log.complete && log.bytes > 0 ? `Indexing, ${share} %, ${bytes(log.indexedBytes)} of ${bytes(log.bytes)}` : log?.complete && log.records === 0 && !problem ? 'Waiting for the broker' : '');
    setText(format, log?.format ?? '');
    setText(times, log?.format.startsWith('Kafka pattern') === true ? 'Times as written, no zone in the file' : 'Times as written');
    show(times, log?.firstTime !== undefined);
  });
  return element('footer', { class: 'footer' }, shown, progress, element('span', { class: 'grow' }), times, format);
}
