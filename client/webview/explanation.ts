/** The explanation of a record at the top of its details: what it means, what to check, which settings take part and where they stand. */
import type { Explanation, InvolvedSetting } from '../src/logViewer/protocol';
import { element, icon } from './dom';
import { severitySign, severityWord } from './problemsStrip';
import { t } from './texts';
import type { Viewer } from './viewer';

/** The elements of an explanation. */
export function explanationParts(viewer: Viewer, explanation: Explanation): HTMLElement[] {
  const { problem, means, check, settings, follows, leadsTo } = explanation;
  return [
    ...(problem ? [element('h2', { class: 'problem-title' }, severitySign(problem.severity), element('span', {}, problem.title), element('span', { class: 'sr-only' }, severityWord(problem.severity)))] : []),
    ...means.map((sentence) => element('p', {}, ...marked(sentence))),
    ...(check.length === 0 ? [] : [element('h3', {}, t('What to check')), ...check.map((sentence) => element('p', {}, ...marked(sentence)))]),
    ...(settings.length === 0 ? [] : [element('h3', {}, t('Settings that take part')), blame(viewer, settings)]),
    ...neighbours(t('Often before it'), follows),
    ...neighbours(t('Often behind it'), leadsTo),
  ];
}

/** The settings, each with the link to its line; those that no file sets with Kafka's default. */
export function blame(viewer: Viewer, settings: readonly InvolvedSetting[]): HTMLElement {
  return element('ul', { class: 'blame' }, ...settings.map((setting) => {
    const { key, value, uri, file, line, note, warns } = setting;
    const why = element('span', { class: 'why' });
    if (uri !== undefined && file !== undefined) {
      const place = `${file}:${line ?? 1}`;
      const open = element('button', { type: 'button', class: 'link', title: t('Open {0} (Alt+Enter opens the first one that is wrong)', place) }, place);
      open.addEventListener('click', () => void viewer.call('openSetting', uri, line ?? 1));
      why.append(open, ...(note === undefined ? [] : [' ', note]));
    } else why.append(value === undefined ? t('not set') : t('not set, this is the default'));
    return element('li', {}, warns ? icon('warning', 'i-warn') : icon(uri === undefined ? 'circle-slash' : 'file-text'),
      element('span', { class: 'kv' }, `${key}=${value ?? ''}`, ...(warns ? [element('span', { class: 'sr-only' }, `, ${t('wrong')}`)] : [])), why);
  }));
}

function neighbours(title: string, names: readonly string[]): HTMLElement[] {
  return names.length === 0 ? [] : [element('h3', {}, title), element('p', {}, names.map((name) => name.replace(/\.$/, '')).join(' · '))];
}

/** A sentence with its code in code. */
function marked(sentence: string): (Node | string)[] {
  return sentence.split(/`([^`]*)`/).map((part, i) => (i % 2 === 0 ? part : element('code', {}, part)));
}
