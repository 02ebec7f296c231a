/** Lookups of log4j 2: StrSubstitutor and Interpolator of log4j-core 2.25.5. What cannot be known here marks the text as a template. */
import { LOOKUPS } from '../knowledge/logging/log4j2Plugins';
import type { Span } from '../documents/span';
import type { LoggingWorld, VariableUse } from './logging';
import { NESTING, TracedText } from './loggingText';

interface Filled { readonly text: string; readonly template: boolean }

/** Called with `a->b` when `b` needs `a` again. */
type OnCycle = (path: string) => void;

export class Log4j2Variables {
  readonly uses: VariableUse[] = [];
  private readonly properties = new Map<string, string>();
  private depth = 0;
  private nested = 0;

  constructor(private readonly world: LoggingWorld) {}

  get exact(): boolean {
    return this.world.system !== undefined;
  }

  /** Adds what the Properties element defines. */
  define(name: string, value: string): void {
    this.properties.set(name, value);
  }

  has(name: string): boolean {
    return this.properties.has(name);
  }

  get names(): Iterable<string> {
    return this.properties.keys();
  }

  /** A value with its lookups filled in. What nobody defines stays as it is written. */
  fill(text: string, place: (start: number, end: number) => Span, onCycle: OnCycle): TracedText {
    if (!text.includes('${')) return TracedText.plain(text, place);
    const pieces: { text: string; start: number; end: number; literal: boolean }[] = [];
    let template = false;
    for (let at = 0; at < text.length;) {
      const open = text.indexOf('${', at);
      const close = open < 0 ? -1 : closing(text, open);
      if (open < 0 || close < 0) { pieces.push({ text: text.slice(at), start: at, end: text.length, literal: true }); break; }
      if (open > at && text[open - 1] === '$') { // `$${` is an escaped `${`
        pieces.push({ text: text.slice(at, open - 1), start: at, end: open - 1, literal: true }, { text: '${', start: open, end: open + 2, literal: true });
        at = open + 2;
        continue;
      }
      pieces.push({ text: text.slice(at, open), start: at, end: open, literal: true });
      this.uses.push({ text: text.slice(open + 2, close), span: place(open, close + 1) });
      const filled = this.variable(text.slice(open + 2, close), [], onCycle);
      template ||= filled.template;
      pieces.push({ text: filled.text, start: open, end: close + 1, literal: false });
      at = close + 1;
    }
    return TracedText.joined(pieces, place, template);
  }

  private text(text: string, path: readonly string[], onCycle: OnCycle): Filled {
    let out = '';
    let template = false;
    for (let at = 0; at < text.length;) {
      const open = text.indexOf('${', at);
      const close = open < 0 ? -1 : closing(text, open);
      if (open < 0 || close < 0) return { text: out + text.slice(at), template };
      if (open > at && text[open - 1] === '$') {
        out += `${text.slice(at, open - 1)}\${`;
        at = open + 2;
        continue;
      }
      const filled = this.variable(text.slice(open + 2, close), path, onCycle);
      out += text.slice(at, open) + filled.text;
      template ||= filled.template;
      at = close + 1;
    }
    return { text: out, template };
  }

  /** The value of what stands between the braces. */
  private variable(inner: string, path: readonly string[], onCycle: OnCycle): Filled {
    const unknown = { text: `\${${inner}}`, template: true };
    if (this.depth >= NESTING.deepest || (this.depth > 0 && ++this.nested > NESTING.most)) return unknown;
    this.depth++;
    const filled = this.known(inner, path, onCycle);
    this.depth--;
    return filled.text.length > NESTING.longest ? unknown : filled;
  }

  private known(inner: string, path: readonly string[], onCycle: OnCycle): Filled {
    const name = this.text(inner, path, onCycle);
    const cut = name.text.indexOf(':-');
    const key = cut < 0 ? name.text : name.text.slice(0, cut);
    const fallback = cut < 0 ? undefined : name.text.slice(cut + 2);
    if (path.includes(key)) {
      onCycle(path.join('->'));
      return { text: fallback ?? `\${${inner}}`, template: name.template };
    }
    const found = this.lookUp(key);
    if (found === 'unknown') return { text: fallback ?? `\${${inner}}`, template: true };
    if (found === undefined) return { text: fallback ?? `\${${inner}}`, template: name.template };
    const filled = this.text(found, [...path, key], onCycle);
    return { text: filled.text, template: filled.template || name.template };
  }

  /** Undefined: nobody defines it. `unknown`: somebody outside the file may. */
  private lookUp(key: string): string | undefined {
    const colon = key.indexOf(':');
    if (colon < 0) return this.properties.get(key);
    const prefix = key.slice(0, colon).toLowerCase();
    const rest = key.slice(colon + 1);
    if (prefix === 'sys' && this.world.system) {
      const value = this.world.system.get(rest);
      if (value !== undefined) return value;
    } else if (LOOKUPS.has(prefix)) {
      return prefix === 'env' && this.exact ? this.properties.get(rest) : 'unknown';
    }
    return this.properties.get(rest);
  }
}

/** Index of the brace that closes the `${` at `open`, nested ones counted; -1 when none does. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let i = open + 2; i < text.length; i++) {
    if (text.startsWith('${', i)) { depth++; i++; } else if (text[i] === '}') {
      if (depth === 0) return i;
      depth--;
    }
  }
  return -1;
}
