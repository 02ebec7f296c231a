/**
 * A stretch of a setting's value together with its place in the file. Cutting and trimming follow Java, since Kafka cuts with Java:
 * String.trim takes every character up to U+0020, `\s` is blank, tab, line feed, vertical tab, form feed and carriage return. A no-break space is text to both.
 */
import type { PropertiesEntry } from '../documents/properties';
import type { Span, SpannedText } from '../documents/span';
import { FILLED, withFilled } from './template';

export class ValuePart implements SpannedText {
  readonly text: string;
  /** `text` with FILLED for every character that a template fills in later. */
  readonly shape: string;

  private constructor(readonly entry: PropertiesEntry, private readonly wholeShape: string, readonly start: number, end: number) {
    this.text = entry.value.slice(start, end);
    this.shape = wholeShape === entry.value ? this.text : wholeShape.slice(start, end);
  }

  /** The whole value as ConfigDef sees it: without blanks at both ends. */
  static of(entry: PropertiesEntry): ValuePart {
    return new ValuePart(entry, withFilled(entry.value), 0, entry.value.length).trim();
  }

  get span(): Span {
    return this.entry.valuePart(this.start, this.start + this.text.length);
  }

  /** Something in it is filled in later. */
  get templated(): boolean {
    return this.shape !== this.text && this.shape.includes(FILLED);
  }

  slice(from: number, to: number = this.text.length): ValuePart {
    return new ValuePart(this.entry, this.wholeShape, this.start + from, this.start + to);
  }

  /** String.trim of Java. */
  trim(): ValuePart {
    const { text } = this;
    let from = 0;
    let to = text.length;
    while (from < to && text.charCodeAt(from) <= 32) from++;
    while (to > from && text.charCodeAt(to - 1) <= 32) to--;
    return from === 0 && to === text.length ? this : this.slice(from, to);
  }

  /** `split("\\s*,\\s*", -1)` of Java: empty elements stay, blanks before the first and behind the last element too. Commas of a placeholder do not cut. */
  split(separator: ',' | ';' = ','): readonly ValuePart[] {
    const { shape } = this;
    const parts: ValuePart[] = [];
    let from = 0;
    for (let at = shape.indexOf(separator); at >= 0; at = shape.indexOf(separator, from)) {
      let end = at;
      while (end > from && isSpace(shape.charCodeAt(end - 1))) end--;
      parts.push(this.slice(from, end));
      from = at + 1;
      while (from < shape.length && isSpace(shape.charCodeAt(from))) from++;
    }
    parts.push(this.slice(from));
    return parts;
  }

  /** `split(",")` of Java: blanks stay where they are, empty elements at the end do not count. */
  cut(): readonly ValuePart[] {
    const parts: ValuePart[] = [];
    let from = 0;
    for (let at = this.shape.indexOf(','); at >= 0; at = this.shape.indexOf(',', from)) {
      parts.push(this.slice(from, at));
      from = at + 1;
    }
    parts.push(this.slice(from));
    while (parts.at(-1)?.text === '') parts.pop();
    return parts;
  }

  /** The elements of a ConfigDef LIST: no element at all for an empty text. */
  get items(): readonly ValuePart[] {
    return this.text === '' ? [] : this.split();
  }
}

/** `\s` of java.util.regex. */
const isSpace = (c: number): boolean => c === 32 || (c >= 9 && c <= 13);
