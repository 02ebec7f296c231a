/** The keyboard map, as the help shows it. What a key does is in keyboard.ts. */

export interface KeyGroup {
  readonly title: string;
  readonly keys: readonly { readonly does: string; readonly press: readonly string[] }[];
}

export const KEYS: readonly KeyGroup[] = [
  { title: 'Move', keys: [
    { does: 'Next, previous record', press: ['↓', '↑'] },
    { does: 'Page', press: ['PgDn', 'PgUp'] },
    { does: 'First record', press: ['Home'] },
    { does: 'Last record, follow', press: ['End'] },
    { does: 'Go to a time', press: ['G'] },
  ] },
  { title: 'Find what broke', keys: [
    { does: 'Next, previous error', press: ['E', '⇧E'] },
    { does: 'Next, previous warning', press: ['W', '⇧W'] },
    { does: 'Next, previous match', press: ['N', '⇧N'] },
    { does: 'Least level: all, WARN, ERROR', press: ['L'] },
  ] },
  { title: 'Filter', keys: [
    { does: 'Filter text', press: ['/'] },
    { does: 'Keep the text, mark only', press: ['Enter', '⇧Enter'] },
    { does: 'Range starts, ends here', press: ['I', 'O'] },
    { does: 'Five minutes around', press: ['A'] },
    { does: 'Clear all filters', press: ['⇧Esc'] },
  ] },
  { title: 'Read', keys: [
    { does: 'Unfold, fold', press: ['→', '←'] },
    { does: 'Details', press: ['Enter'] },
    { does: 'Wrap long lines', press: ['Alt+Z'] },
    { does: 'Copy record', press: ['Ctrl+C'] },
  ] },
  { title: 'View', keys: [
    { does: 'Follow', press: ['F'] },
    { does: 'Detail pane', press: ['D'] },
    { does: 'Close, back', press: ['Esc'] },
    { does: 'This map', press: ['?'] },
  ] },
];
