/** Colours of the text format on a terminal: red, yellow and blue carry a meaning, everything else is bold or faint. */
import { PLAIN, type Paint } from '../features/drawing';
import type { Severity } from '../rules/finding';

const COLOUR: Readonly<Record<Severity, number>> = { error: 31, warning: 33, info: 34, hint: 36 };
const paint = (code: number) => (text: string): string => `\u001b[${code}m${text}\u001b[0m`;

/** Colours for a terminal that wants them (https://no-color.org), plain text elsewhere. */
export function paintFor(isTerminal: boolean, environment: Readonly<Record<string, string | undefined>>): Paint {
  if (!isTerminal || (environment['NO_COLOR'] ?? '') !== '' || environment['TERM'] === 'dumb') return PLAIN;
  return { severity: (text, severity) => paint(COLOUR[severity])(text), faint: paint(2), strong: paint(1) };
}
