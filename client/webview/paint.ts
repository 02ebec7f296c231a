/** Text cut into parts that are drawn differently: the looked-for texts and the prefix that Kafka puts in brackets. Pure. */
import type { Pill } from './filter';

export interface Part {
  readonly text: string;
  readonly marked: boolean;
}

/** Pictures of long lines stop here; what is behind is not on the screen anyway. */
const PAINTED_CHARS = 1000;

/** Makes the painter of some pills: it cuts a text into marked and other parts. Patterns that do not compile paint nothing. */
export function painter(pills: readonly Pill[]): (text: string) => readonly Part[] {
  const patterns = pills.flatMap((pill) => compiled(pill));
  if (patterns.length === 0) return (text) => [{ text, marked: false }];
  return (text) => parts(text, patterns);
}

function compiled(pill: Pill): RegExp[] {
  const source = pill.regex ? pill.text : pill.text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  try {
    return [new RegExp(source, pill.matchCase ? 'g' : 'gi')];
  } catch {
    return [];
  }
}

function parts(text: string, patterns: readonly RegExp[]): Part[] {
  const shown = text.slice(0, PAINTED_CHARS);
  const ranges = patterns.flatMap((pattern) => [...shown.matchAll(pattern)].filter((match) => match[0] !== '').map((match) => [match.index, match.index + match[0].length] as const));
  ranges.sort((a, b) => a[0] - b[0]);
  const cut: Part[] = [];
  let at = 0;
  for (const [from, to] of ranges) {
    if (to <= at) continue;
    const start = Math.max(from, at);
    if (start > at) cut.push({ text: text.slice(at, start), marked: false });
    cut.push({ text: text.slice(start, to), marked: true });
    at = to;
  }
  if (at < text.length) cut.push({ text: text.slice(at), marked: false });
  return cut;
}

/** The length of a prefix such as `[ReplicaManager broker=2]`, which is drawn quietly; 0 when there is none. */
export function prefixLength(message: string): number {
  return /^\[[^\]]{3,70}\]:?/.exec(message)?.[0].length ?? 0;
}
