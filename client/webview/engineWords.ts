/** What the engine says of a log, in the language of the page: its notices, and how it reads the lines. What it does not know stays in the engine's words. */
import { t } from './texts';

type Say = (...groups: readonly string[]) => string;

const NOTICES: readonly (readonly [form: RegExp, say: Say])[] = [
  [/^(.*) was cut to (\d+) bytes$/, (name = '', bytes = '') => t('{0} was cut to {1} bytes', name, bytes)],
  [/^(.*) was written anew$/, (name = '') => t('{0} was written anew', name)],
  [/^(.*) was replaced by a new file$/, (name = '') => t('{0} was replaced by a new file', name)],
  [/^(.*) was removed$/, (name = '') => t('{0} was removed', name)],
  [/^(.*) ends early: (.*)$/, (name = '', why = '') => t('{0} ends early: {1}', name, why)],
  [/^The oldest rotated file is left out$/, () => t('The oldest rotated file is left out')],
  [/^The (\d+) oldest rotated files are left out$/, (files = '') => t('The {0} oldest rotated files are left out', files)],
];

/** The formats by the words with which the engine begins. */
const FORMATS: readonly (readonly [form: string, say: () => string])[] = [
  ['Kafka pattern', () => t('Kafka pattern')], ['log4j pattern', () => t('log4j pattern')], ['dated lines', () => t('dated lines')], ['GC log', () => t('GC log')],
  ['JSON lines', () => t('JSON lines')], ['JSON objects', () => t('JSON objects')], ['plain text', () => t('plain text')],
];

/** A notice as a sentence of the page, without its full stop. */
export function noticeWords(notice: string): string {
  for (const [form, say] of NOTICES) {
    const found = form.exec(notice);
    if (found) return say(...found.slice(1));
  }
  return notice;
}

/** How the lines are read: one format, or those of several logs behind each other. What stands around the lines (`behind docker compose`) follows as it is. */
export function formatWords(format: string): string {
  return format.split(', ').map((part) => {
    const known = FORMATS.find(([form]) => part.startsWith(form));
    return known ? `${known[1]()}${part.slice(known[0].length)}` : part;
  }).join(', ');
}
