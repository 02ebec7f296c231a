/** Colours and sizes that code needs as values: read from the theme's variables, and again when the theme changes. */

export interface Theme {
  readonly error: string;
  readonly warning: string;
  readonly match: string;
  readonly bar: string;
  readonly ghost: string;
  readonly errorBar: string;
  readonly warningBar: string;
  readonly axis: string;
  /** Lines where the broker started or stopped. */
  readonly run: string;
  /** Height of a row, px. */
  readonly row: number;
}

/** Rows are 20 px; a larger editor font makes them higher. */
const ROW = 20;

/** Reads the theme from the document and sets the height of rows. */
export function readTheme(): Theme {
  const style = getComputedStyle(document.body);
  const value = (...names: string[]): string => names.map((name) => style.getPropertyValue(`--vscode-${name}`).trim()).find((text) => text !== '') ?? 'transparent';
  const contrast = document.body.classList.contains('vscode-high-contrast');
  const size = Number.parseFloat(value('editor-font-size'));
  const row = Number.isFinite(size) ? Math.max(ROW, Math.round(size * 1.45)) : ROW;
  document.documentElement.style.setProperty('--row', `${row}px`);
  return {
    error: value('editorOverviewRuler-errorForeground', 'editorError-foreground'),
    warning: value('editorOverviewRuler-warningForeground', 'editorWarning-foreground'),
    match: value('editorOverviewRuler-findMatchForeground', 'editor-findMatchBackground', 'focusBorder'),
    bar: contrast ? value('charts-lines', 'foreground') : faded(value('charts-foreground', 'foreground'), 0.34),
    ghost: faded(value('charts-foreground', 'foreground'), contrast ? 0.25 : 0.09),
    errorBar: value('editorError-foreground', 'editorOverviewRuler-errorForeground'),
    warningBar: value('editorWarning-foreground', 'editorOverviewRuler-warningForeground'),
    run: faded(value('charts-lines', 'foreground'), contrast ? 1 : 0.75),
    axis: faded(value('charts-lines', 'foreground'), 0.5),
    row,
  };
}

function faded(colour: string, share: number): string {
  return `color-mix(in srgb, ${colour} ${share * 100}%, transparent)`;
}

/** Runs when the editor changed its theme or fonts. */
export function onThemeChange(run: () => void): void {
  const observer = new MutationObserver(run);
  observer.observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-id'] });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
}
