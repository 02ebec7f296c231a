/** The first line: which log this is, what it records, its facts, and the buttons. */
import { element, icon, iconButton, setAttribute, setText, show } from './dom';
import { period, sizeOf } from './format';
import { mergeInWords } from './mergeDialog';
import { plural, t } from './texts';
import type { Viewer } from './viewer';

export interface ToolbarActions {
  readonly openFiles: () => void;
  readonly mergeLogs: () => void;
  readonly openHelp: () => void;
  readonly toggleFollow: () => void;
  readonly toggleWrap: () => void;
  readonly togglePane: () => void;
  readonly exportReport: () => void;
}

/** Makes the toolbar. */
export function createToolbar(viewer: Viewer, actions: ToolbarActions): HTMLElement {
  const name = element('b');
  const where = element('span', { class: 'where' });
  const sign = icon('file-text');
  const card = element('button', { type: 'button', class: 'filecard', 'aria-haspopup': 'dialog' }, sign, name, where, icon('chevron-down'));
  card.addEventListener('click', actions.openFiles);
  const title = element('h1', { class: 'sr-only' });
  const records = element('p', { class: 'records' });
  const facts = element('ul', { class: 'facts', 'aria-label': t('File facts') });
  const word = element('span', { class: 'word' });
  const follow = element('button', { type: 'button', class: 'toggle follow', title: t('Follow the end of the log (F)') }, icon('download'), word);
  follow.addEventListener('click', actions.toggleFollow);
  const merge = iconButton('merge', t('Merge logs by time…'), 'M', actions.mergeLogs);
  const wrap = iconButton('word-wrap', t('Wrap long lines'), 'Alt+Z', actions.toggleWrap);
  const report = iconButton('export', t('Export incident report…'), 'Ctrl+E', actions.exportReport);
  const pane = iconButton('layout-sidebar-right', t('Details'), 'D', actions.togglePane);
  const help = iconButton('keyboard', t('Keyboard map'), '?', actions.openHelp);
  wrap.classList.add('wide-only');
  merge.classList.add('wide-only');
  report.classList.add('wide-only');
  help.setAttribute('aria-haspopup', 'dialog');

  viewer.onDraw(() => {
    const { file, log, following, problem } = viewer.state;
    const [called, place] = file?.sources ? mergeInWords(file.sources) : [file?.name ?? '', file?.where ?? ''];
    sign.classList.toggle('codicon-merge', file?.sources !== undefined);
    sign.classList.toggle('codicon-file-text', !file?.sources);
    setText(name, called);
    setText(where, place);
    setText(title, file ? t('{0} in {1}', called, place) : t('Log'));
    setText(records, t(file?.records ?? ''));
    // The sentence is also here, for narrow pages have no room for it.
    setAttribute(card, 'title', [t(file?.records ?? ''), file?.sources ? t('Shows the merged logs and their clocks.') : t('Shows the other logs of this folder.')].filter(Boolean).join('\n'));
    setFacts(facts, factsOf(viewer));
    setText(word, following ? t('Following') : t('Follow'));
    setAttribute(follow, 'aria-pressed', String(following));
    setAttribute(follow, 'aria-label', following ? t('Following') : t('Follow'));
    follow.disabled = problem !== undefined || log === undefined;
    setAttribute(wrap, 'aria-pressed', String(viewer.state.wrap));
    setAttribute(pane, 'aria-pressed', String(viewer.state.pane));
  });
  return element('header', {}, title, element('div', { class: 'toolbar', role: 'toolbar', 'aria-label': t('Log') },
    card, records, facts, element('span', { class: 'grow' }), follow, element('span', { class: 'sep', 'aria-hidden': 'true' }), merge, wrap, report, pane, help));
}

function factsOf(viewer: Viewer): string[] {
  const { log, problem } = viewer.state;
  if (!log || problem) return [];
  const facts = [sizeOf(log.bytes, log.sources?.length ?? 1), log.complete ? plural(log.lines, '{0} line', '{0} lines') : plural(log.lines, '{0} line so far', '{0} lines so far')];
  if (log.firstTime !== undefined && log.lastTime !== undefined) facts.push(period(log.firstTime, log.lastTime));
  return facts;
}

function setFacts(list: HTMLElement, facts: readonly string[]): void {
  while (list.children.length > facts.length) list.lastElementChild?.remove();
  while (list.children.length < facts.length) list.append(element('li'));
  facts.forEach((fact, i) => {
    const item = list.children[i];
    if (item) setText(item, fact);
  });
  show(list, facts.length > 0);
}
