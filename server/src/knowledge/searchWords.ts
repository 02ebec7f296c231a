/**
 * Texts to look for before a pattern is tried: every text that the pattern matches holds one of them.
 * Reads what the patterns of facts/logMessages.json are made of; of other patterns it may say nothing, never something wrong.
 */

/** Shorter words are found everywhere and rule nothing out, characters. */
const LEAST = 6;

/** The words of a pattern; empty when it has none that are long enough. */
export function searchWords(pattern: string): readonly string[] {
  const words = new Reader(pattern).alternatives();
  return words.every((word) => word.length >= LEAST) ? [...new Set(words)] : [];
}

/** Each of the words stands in one of the texts; the shortest one says how much they rule out. */
type Words = readonly string[];

const worth = (words: Words): number => Math.min(...words.map((word) => word.length));

class Reader {
  private at = 0;

  constructor(private readonly pattern: string) {}

  /** Up to the end, or the bracket that closes the group. */
  alternatives(): Words {
    const words = [...this.sequence()];
    while (this.pattern[this.at] === '|') {
      this.at++;
      words.push(...this.sequence());
    }
    return words;
  }

  /** The best of what a sequence surely holds: a run of plain characters, or the words of a group. `['']` when it holds nothing. */
  private sequence(): Words {
    let best: Words = [''];
    let run = '';
    const take = (words: Words): void => { if (worth(words) > worth(best)) best = words; };
    while (this.at < this.pattern.length && !'|)'.includes(this.pattern[this.at] ?? '')) {
      const part = this.part();
      const least = this.repeats();
      if (part.kind === 'character' && least === 'once') run += part.text;
      else {
        // A character that may repeat ends the run with itself; what may be missing is no part of it.
        if (part.kind === 'character' && least === 'more') run += part.text;
        take([run]);
        run = '';
        if (part.kind === 'group' && least !== 'perhaps') take(part.words);
      }
    }
    take([run]);
    return best;
  }

  private part(): { readonly kind: 'character'; readonly text: string } | { readonly kind: 'group'; readonly words: Words } | { readonly kind: 'other' } {
    const c = this.pattern[this.at++] ?? '';
    if (c === '(') return this.group();
    if (c === '[') { this.set(); return { kind: 'other' }; }
    if (c === '.' || c === '^' || c === '$') return { kind: 'other' };
    if (c !== '\\') return { kind: 'character', text: c };
    const escaped = this.pattern[this.at++] ?? '';
    if (escaped === 't') return { kind: 'character', text: '\t' };
    return /[a-z0-9]/i.test(escaped) ? { kind: 'other' } : { kind: 'character', text: escaped };
  }

  private group(): { readonly kind: 'group'; readonly words: Words } | { readonly kind: 'other' } {
    const head = /^\?(?::|<\w+>|<?[=!])/.exec(this.pattern.slice(this.at))?.[0] ?? '';
    this.at += head.length;
    const words = this.alternatives();
    this.at++;
    return /[=!]$/.test(head) ? { kind: 'other' } : { kind: 'group', words };
  }

  private set(): void {
    for (; this.at < this.pattern.length && this.pattern[this.at] !== ']'; this.at++) if (this.pattern[this.at] === '\\') this.at++;
    this.at++;
  }

  private repeats(): 'once' | 'more' | 'perhaps' {
    const sign = /^(?:[*+?]|\{(\d+),?\d*\})\??/.exec(this.pattern.slice(this.at));
    if (!sign) return 'once';
    this.at += sign[0].length;
    return sign[0].startsWith('+') || Number(sign[1] ?? 0) > 0 ? 'more' : 'perhaps';
  }
}
