/** The part of properties-parser 0.6.0 that we use; @types/properties-parser does not know `editorFromString`. */
declare module 'properties-parser' {
  export interface Editor {
    /** Sets a key; `value` and `key` are written with little escaping, see propertiesEditor.ts. */
    set(key: string, value: string): void;
    /** Takes out the last entry of a key. */
    unset(key: string): void;
    toString(): string;
  }
  export function editorFromString(text: string): Editor;
  /** Values by key, the last one of a key; the object has no prototype. */
  export function parse(text: string): Readonly<Record<string, string>>;
}
