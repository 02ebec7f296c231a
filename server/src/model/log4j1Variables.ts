/** `${name}` in log4j.properties: OptionConverter.findAndSubst and substVars of reload4j 1.2.25. */
import type { PropertiesDocument, PropertiesEntry } from '../documents/properties';
import type { LoggingWorld, VariableUse } from './logging';
import { problem, type LoggingProblem } from './loggingProblem';
import { isTemplate, NESTING, TracedText } from './loggingText';

/**
 * Fills variables in: system property first, then a key of the same file (again with its variables), else the empty text.
 * Where the system properties are not known, a variable that the file does not define stays as written and marks the text as a template.
 */
export class Log4j1Variables {
  /** Every `${name}` that was looked at. */
  readonly uses: VariableUse[] = [];
  private readonly reported = new Set<PropertiesEntry>();
  private nested = 0;

  constructor(private readonly document: PropertiesDocument, private readonly world: LoggingWorld, private readonly problems: LoggingProblem[]) {}

  /** Nothing outside the file is unknown. */
  get exact(): boolean {
    return this.world.system !== undefined;
  }

  /** The value of an entry that the library does not look at: nothing is reported. */
  unread(entry: PropertiesEntry): TracedText {
    this.reported.add(entry);
    const text = this.value(entry);
    this.reported.delete(entry);
    return text;
  }

  /** The value of an entry with its variables filled in. */
  value(entry: PropertiesEntry): TracedText {
    const place = (start: number, end: number) => entry.valuePart(start, end);
    const { value } = entry;
    if (!value.includes('${')) return TracedText.plain(value, place);
    const pieces: { text: string; start: number; end: number; literal: boolean }[] = [];
    let template = false;
    for (let at = 0; ;) {
      const open = value.indexOf('${', at);
      if (open < 0) { pieces.push({ text: value.slice(at), start: at, end: value.length, literal: true }); break; }
      pieces.push({ text: value.slice(at, open), start: at, end: open, literal: true });
      const close = value.indexOf('}', open);
      const filled = close < 0 ? 'open' : this.lookUp(value.slice(open + 2, close), []);
      if (filled === 'open' || filled === 'cycle') return this.broken(entry, filled, open, close < 0 ? value.length : close + 1);
      this.uses.push({ text: value.slice(open + 2, close), span: entry.valuePart(open, close + 1) });
      if (filled === undefined) template = true;
      pieces.push({ text: filled?.text ?? value.slice(open, close + 1), start: open, end: close + 1, literal: false });
      if (filled?.template) template = true;
      at = close + 1;
    }
    return TracedText.joined(pieces, place, template);
  }

  /** True when the text of a value cannot be trusted: something else fills it in. */
  isTemplate(value: TracedText): boolean {
    return value.template || (!this.exact && isTemplate(value.text));
  }

  /** Undefined: cannot be known. `open`: a brace that never closes somewhere below. `cycle`: it needs itself. */
  private lookUp(name: string, path: readonly string[]): { readonly text: string; readonly template: boolean } | 'open' | 'cycle' | undefined {
    const written = this.world.system?.get(name) ?? this.document.get(name)?.value;
    if (written === undefined) return this.exact ? { text: '', template: false } : undefined;
    if (path.includes(name)) return 'cycle';
    if (path.length > NESTING.deepest || (path.length > 0 && ++this.nested > NESTING.most)) return undefined;
    let text = '';
    let template = false;
    for (let at = 0; ;) {
      const open = written.indexOf('${', at);
      if (open < 0) return { text: text + written.slice(at), template };
      const close = written.indexOf('}', open);
      if (close < 0) return 'open';
      const inner = this.lookUp(written.slice(open + 2, close), [...path, name]);
      if (inner === 'open' || inner === 'cycle') return inner;
      text += written.slice(at, open) + (inner?.text ?? written.slice(open, close + 1));
      template ||= inner === undefined || inner.template;
      if (text.length > NESTING.longest) return undefined;
      at = close + 1;
    }
  }

  /** log4j reports an unclosed brace and keeps the raw text; a variable that needs itself ends in a StackOverflowError. */
  private broken(entry: PropertiesEntry, why: 'open' | 'cycle', start: number, end: number): TracedText {
    const { value } = entry;
    if (!this.reported.has(entry)) {
      this.reported.add(entry);
      const span = entry.valuePart(start, end);
      const name = value.slice(start, end);
      this.problems.push(why === 'open'
        ? problem('variable-not-closed', span, name, entry.key, [`Bad option value [${value}].`])
        : problem('variable-cycle', span, name, entry.key, ['java.lang.StackOverflowError'], true));
    }
    return TracedText.plain(value, (from, to) => entry.valuePart(from, to));
  }
}
