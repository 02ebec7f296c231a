/**
 * What other programs put in front of every line of a log: containers, journals, terminals. Bytes in, position of the line's own text out.
 * Shapes: `docker compose logs` (also `-t`), `docker logs -t` and `kubectl logs --timestamps`, the CRI format of Kubernetes, `kubectl logs --prefix` (also with `--timestamps`), journalctl in its short forms and syslog, docker's json-file driver.
 */

/** `colour` is an escape sequence right before the record's first character; `stamp` is an RFC 3339 time. */
export type Prefix = 'none' | 'colour' | 'compose' | 'compose-stamp' | 'stamp' | 'cri' | 'pod' | 'pod-stamp' | 'journal' | 'json-file';

/** Bytes of a line behind which no header is looked for; also how far a block is read ahead. */
export const HEADER_BYTES = 2048;

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
    case 'compose-stamp': return skipBoth(skipCompose(bytes, at, end), bytes, end);
    case 'stamp': return skipStamp(bytes, at, end);
    case 'cri': return skipCri(bytes, at, end);
    case 'pod': return skipPod(bytes, at, end);
    case 'pod-stamp': return skipBoth(skipPod(bytes, at, end), bytes, end);
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

/** A time behind another prefix. */
function skipBoth(behind: number, bytes: Uint8Array, end: number): number {
  return behind < 0 ? -1 : skipStamp(bytes, behind, end);
}

/**
 * Time, host and `unit[pid]: `. The time is that of journalctl -o short (`Nov 25 03:46:54`), short-precise (with microseconds), short-iso (`2026-11-25T03:46:54+0000`, also precise) or short-full (`Wed 2026-11-25 03:46:54 UTC`);
 * rsyslog and syslog-ng write the same.
 */
function skipJournal(bytes: Uint8Array, at: number, end: number): number {
  let p = skipJournalTime(bytes, at, end);
  for (let word = 0; word < 2 && p > 0; word++) {
    const first = p;
    while (p < end && p < first + 128 && bytes[p] !== 32 && bytes[p] !== NEWLINE) p++;
    if (p === first || bytes[p] !== 32 || p >= end) return -1;
    p++;
  }
  return p > 0 && bytes[p - 2] === 58 ? p : -1;
}

/** Position behind the blank behind the time; -1 when there is none. */
function skipJournalTime(bytes: Uint8Array, at: number, end: number): number {
  if (at + 20 > end) return -1;
  if (bytes[at + 3] === 32 && bytes[at + 9] === 58 && bytes[at + 12] === 58) {
    let p = at + 15;
    while (p < end && p < at + 23 && (isDigit(bytes[p]) || bytes[p] === 46)) p++;
    return bytes[p] === 32 ? p + 1 : -1;
  }
  const full = bytes[at + 3] === 32 && bytes[at + 8] === 45, date = full ? at + 4 : at;
  if (!isDigit(bytes[date]) || bytes[date + 4] !== 45 || bytes[date + 13] !== 58 || bytes[date + 10] !== (full ? 32 : 84)) return -1;
  let p = date + 19;
  while (p < end && p < date + 40 && bytes[p] !== 32 && bytes[p] !== NEWLINE) p++;
  if (full) for (p++; p < end && p < date + 60 && bytes[p] !== 32 && bytes[p] !== NEWLINE;) p++;
  return bytes[p] === 32 && p < end ? p + 1 : -1;
}
