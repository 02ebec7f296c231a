/** The page's words in the language of the editor. English stands in the code, l10n/page.l10n.ko.json has the Korean. Levels, keys and names of files stay as they are. */
import korean from '../../l10n/page.l10n.ko.json';

const KOREAN = new Map(Object.entries(korean));
let words: ReadonlyMap<string, string> = new Map();

/** Chooses the language: `ko`, and English for every other. */
export function speak(language: string): void {
  words = language === 'ko' || language.startsWith('ko-') ? KOREAN : new Map();
}

/** A text in that language; `{0}`, `{1}` … stand for the values. One that is not translated stays as it is. */
export function t(english: string, ...values: readonly (string | number)[]): string {
  const text = words.get(english) ?? english;
  return values.length === 0 ? text : text.replace(/\{(\d)\}/g, (hole, at) => String(values[Number(at)] ?? hole));
}

/** A counted thing: `1 record`, `9,184,220 records`. `{0}` is the number. */
export function plural(n: number, one: string, many: string): string {
  return t(n === 1 ? one : many, Math.round(n).toLocaleString('en-US'));
}
