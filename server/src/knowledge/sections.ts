/**
 * Markdown with a `## name` heading over each piece -> name to piece, without blanks at its ends. Text before the first heading and below `# ` headings is left out.
 * A name that comes twice keeps its first piece.
 */
export function sections(markdown: string): ReadonlyMap<string, string> {
  const result = new Map<string, string>();
  for (const part of markdown.split(/^(?=#{1,2} )/m)) {
    const heading = /^## (\S+)[^\n]*\n/.exec(part);
    const name = heading?.[1];
    if (heading && name !== undefined && !result.has(name)) result.set(name, part.slice(heading[0].length).trim());
  }
  return result;
}
