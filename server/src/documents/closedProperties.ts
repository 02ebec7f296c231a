/**
 * Values by key of a properties file that is not open, where nobody needs a place: read by the package properties-parser.
 * It differs from java.util.Properties in six rare ways; a text that shows a sign of one goes through our own reader.
 */
import { parse } from 'properties-parser';
import { parseProperties } from './properties';

/** Unicode escapes, escaped separators, blanks that only JavaScript takes for blanks, a backslash before CR, a line of a backslash alone, a continuation before the separator. */
const RARE = /\\[u=: \t\f]|[\u000b\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]|\\\r|^[ \t\f]*\\(?:\n|$)|^[^=:\n\r]*\\\n/m;

/** The value that counts for each key. Never throws; what Java refuses is left out of values, as our reader does. */
export function closedProperties(text: string): ReadonlyMap<string, string> {
  if (!RARE.test(text)) return new Map(Object.entries(parse(text)));
  return new Map(parseProperties(text).entries.map(({ key, value }) => [key, value]));
}
