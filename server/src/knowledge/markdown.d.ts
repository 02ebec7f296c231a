/** Prose is written as Markdown files; the bundler hands them over as text. */
declare module '*.md' {
  const text: string;
  export default text;
}
