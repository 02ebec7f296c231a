/**
 * What other programs put in front of every line of a log: containers, journals, terminals. Bytes in, position of the line's own text out.
 * Shapes: `docker compose logs`, `docker logs -t`, the CRI format of Kubernetes, `kubectl logs --prefix`, journalctl, docker's json-file driver.
 */

/** `colour` is an escape sequence right before the record's first character; `stamp` is an RFC 3339 time. */
export type Prefix = 'none' | 'colour' | 'compose' | 'stamp' | 'cri' | 'pod' | 'journal' | 'json-file';

/** Bytes of a line behind which no header is looked for; also how far a block is read ahead. */
export const HEADER_BYTES = 512;

const NEWLINE = 10;
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 48 && byte <= 57;
const isWord = (byte: number | undefined): boolean => byte !== undefined && (isDigit(byte) || (byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90) || byte === 95 || byte === 45 || byte === 46);

/** Position behind escape sequences `ESC [ … m` at `at`. */
export function skipColour(bytes: Uint8Array, at: number, end: number): number {
  let p = at;
  while (p + 2 < end && bytes[p] === 27 && bytes[p + 1] === 91) {
    let q = p + 2;
    while (q < end && q < p + 12 && bytes[q] !== 109) q++;
    if (bytes[q] !== 109) return p;
    p = q + 1;
  }
  return p;
}

/** Position behind the prefix of the line at `at`; -1 when the line does not carry it. */
export function skipPrefix(prefix: Prefix, bytes: Uint8Array, at: number, end: number): number {
  switch (prefix) {
    case 'none': return at;
    case 'colour': return skipColour(bytes, at, end);
    case 'compose': return skipCompose(bytes, at, end);
    case 'stamp': return skipStamp(bytes, at, end);
    case 'cri': return skipCri(bytes, at, end);
    case 'pod': return skipPod(bytes, at, end);
    case 'journal': return skipJournal(bytes, at, end);
    case 'json-file': return startsWith(bytes, at, end, '{"log":"') ? at + 8 : -1;
  }
}

function startsWith(bytes: Uint8Array, at: number, end: number, text: string): boolean {
  if (at + text.length > end) return false;
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}

/** `kafka-1  | `, coloured on a terminal. */
function skipCompose(bytes: Uint8Array, at: number, end: number): number {
  let p = skipColour(bytes, at, end);
  const first = p;
  while (p < end && p - first < 128 && isWord(bytes[p])) p++;
  if (p === first) return -1;
  while (p < end && bytes[p] === 32) p++;
  if (bytes[p] !== 124 || p >= end) return -1;
  p++;
  if (bytes[p] === 32) p++;
  return skipColour(bytes, p, end);
}

/** RFC 3339 with nanoseconds and a blank. */
function skipStamp(bytes: Uint8Array, at: number, end: number): number {
  if (bytes[at + 10] !== 84 || !isDigit(bytes[at])) return -1;
  let p = at + 19;
  while (p < end && p < at + 40 && bytes[p] !== 32 && bytes[p] !== NEWLINE) p++;
  return bytes[p] === 32 && p >= at + 20 && p < end ? p + 1 : -1;
}

/** `time stdout F text`. */
function skipCri(bytes: Uint8Array, at: number, end: number): number {
  const p = skipStamp(bytes, at, end);
  return p >= 0 && startsWith(bytes, p, end, 'std') && (bytes[p + 7] === 70 || bytes[p + 7] === 80) && bytes[p + 8] === 32 ? p + 9 : -1;
}

/** `[pod/name/container] `. */
function skipPod(bytes: Uint8Array, at: number, end: number): number {
  if (!startsWith(bytes, at, end, '[pod/')) return -1;
  const close = bytes.indexOf(93, at);
  return close > 0 && close + 1 < end && close - at < 256 && bytes[close + 1] === 32 ? close + 2 : -1;
}

/** `Nov 25 03:46:54 host unit[pid]: `. */
function skipJournal(bytes: Uint8Array, at: number, end: number): number {
  if (bytes[at + 3] !== 32 || bytes[at + 9] !== 58 || bytes[at + 12] !== 58) return -1;
  for (let p = at + 15; p + 1 < end && p < at + 200 && bytes[p] !== NEWLINE; p++) if (bytes[p] === 58 && bytes[p + 1] === 32) return p + 2;
  return -1;
}
