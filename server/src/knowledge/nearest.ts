/** Which known word a misspelt one was meant to be. */

/**
 * The only word at the smallest distance from `name`: one slip for words of up to 8 characters, two for longer ones.
 * A slip is a character too many, missing, wrong or swapped with its neighbour; other separators or capitals together count as one.
 * Undefined when no word is that near or two are equally near.
 */
export function nearest(name: string, words: readonly string[]): string | undefined {
  const limit = name.length <= 8 ? 1 : 2;
  const plain = plainForm(name);
  let best: string | undefined;
  let bestDistance = limit + 1;
  let isTie = false;
  for (const word of words) {
    if (word === name) continue;
    const distance = plainWord(word) === plain ? 1 : Math.abs(word.length - name.length) > limit ? limit + 1 : slips(name, word, limit);
    if (distance > limit || distance > bestDistance) continue;
    isTie = distance === bestDistance;
    bestDistance = distance;
    best = word;
  }
  return isTie ? undefined : best;
}

/** Plain forms of known words: a few hundred, asked for on every keystroke. */
const plainWords = new Map<string, string>();

function plainWord(word: string): string {
  let plain = plainWords.get(word);
  if (plain === undefined) {
    plain = plainForm(word);
    plainWords.set(word, plain);
  }
  return plain;
}

function plainForm(text: string): string {
  return text.replace(/[._\-\s]+/g, '').toLowerCase();
}

/** Damerau-Levenshtein distance (optimal string alignment), given up as soon as it passes `limit`. */
function slips(a: string, b: string, limit: number): number {
  let previous: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let smallest = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)) cost = Math.min(cost, (previous[j - 2] ?? 0) + 1);
      next.push(cost);
      if (cost < smallest) smallest = cost;
    }
    if (smallest > limit) return limit + 1;
    previous = row;
    row = next;
  }
  return row[b.length] ?? limit + 1;
}
