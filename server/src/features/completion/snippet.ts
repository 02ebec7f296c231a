/** The snippet syntax of the protocol: `${1:name}` and `${1|a,b|}`. */

/** A text as it stands inside a placeholder. */
export function inSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** A choice with `first` in front. */
export function choice(values: readonly string[], first: string): string {
  const ordered = values.includes(first) ? [first, ...values.filter((value) => value !== first)] : values;
  return `\${1|${ordered.map((value) => value.replace(/[\\,|]/g, '\\$&')).join(',')}|}`;
}
