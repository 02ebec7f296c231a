/** The keyboard map, as the help shows it. What a key does is in keyboard.ts. */
import { t } from './texts';

export interface KeyGroup {
  readonly title: string;
  readonly keys: readonly { readonly does: string; readonly press: readonly string[] }[];
}

export const KEYS: readonly KeyGroup[] = [
  { title: t('Move'), keys: [
    { does: t('Next, previous record'), press: ['↓', '↑'] },
    { does: t('Page'), press: ['PgDn', 'PgUp'] },
    { does: t('First record'), press: ['Home'] },
    { does: t('Last record, follow'), press: ['End'] },
    { does: t('Go to a time'), press: ['G'] },
  ] },
  { title: t('Find what broke'), keys: [
    { does: t('Next, previous error'), press: ['E', '⇧E'] },
    { does: t('Next, previous warning'), press: ['W', '⇧W'] },
    { does: t('Next, previous known problem'), press: ['P', '⇧P'] },
    { does: t('Next, previous match'), press: ['N', '⇧N'] },
    { does: t('Next, previous silence'), press: ['S', '⇧S'] },
    { does: t('Least level: all, WARN, ERROR'), press: ['L'] },
  ] },
  { title: t('Filter'), keys: [
    { does: t('Filter text'), press: ['/'] },
    { does: t('Keep the text, mark only'), press: ['Enter', '⇧Enter'] },
    { does: t('Range starts, ends here'), press: ['I', 'O'] },
    { does: t('Five minutes around'), press: ['A'] },
    { does: t('Clear all filters'), press: ['⇧Esc'] },
  ] },
  { title: t('Read'), keys: [
    { does: t('Unfold, fold'), press: ['→', '←'] },
    { does: t('Details'), press: ['Enter'] },
    { does: t('Open the setting to blame'), press: ['Alt+Enter'] },
    { does: t('As written, as read'), press: ['R'] },
    { does: t('Wrap long lines'), press: ['Alt+Z'] },
    { does: t('Copy record'), press: ['Ctrl+C'] },
  ] },
  { title: t('Keep'), keys: [
    { does: t('Bookmark'), press: ['B'] },
    { does: t('Note on the bookmark'), press: ['F2'] },
    { does: t('Next, previous bookmark'), press: [']', '['] },
    { does: t('Export incident report'), press: ['Ctrl+E'] },
  ] },
  { title: t('View'), keys: [
    { does: t('Follow'), press: ['F'] },
    { does: t('Merge logs'), press: ['M'] },
    { does: t('Detail pane'), press: ['D'] },
    { does: t('Close, back'), press: ['Esc'] },
    { does: t('This map'), press: ['?'] },
  ] },
];
