/**
 * Reads a stretch of a file in blocks into one buffer that is used again and again; nothing of the text is kept.
 * `lineStartBlocks` serves the index: newlines with enough bytes behind them to read a header. `wholeLineBlocks` serves search: lines in one piece.
 */
import { HEADER_BYTES } from './prefix';
import { ProblemError } from './problem';

/** Bytes of one read. 128 to 512 KiB are equally fast; from 1 MiB on the second-level cache is missed. */
export const BLOCK_BYTES = 256 * 1024;
const NEWLINE = 10;

/** Reads at a position of the file into the buffer; gives the count, 0 at the end. */
export type Read = (into: Uint8Array, offset: number, length: number, position: number) => number;

export interface Stretch {
  /** Lines that start in [start, end) belong to it. */
  readonly start: number;
  readonly end: number;
  /** Size of the file as far as it is looked at: bytes behind it do not exist. */
  readonly size: number;
}

/** Room that `lineStartBlocks` needs: the bytes kept from the last block, a block, and a cushion of zeroes for the last header and for 64-byte steps. */
export const LINE_START_ROOM = HEADER_BYTES + BLOCK_BYTES + HEADER_BYTES + 64;

/** Told for each block: a newline at buffer position p in [from, to) starts a line at p + 1, which is file offset base + p + 1. HEADER_BYTES can be read behind each. */
export type LineStartVisitor = (from: number, to: number, base: number) => void;

const cutShort = (): ProblemError => new ProblemError({ code: 'changed', message: 'The file was cut while it was read' });

/**
 * Visits all newlines whose next line starts in the stretch. A line that starts at offset 0 has no newline in front of it: a made-up one is written there.
 * `buffer` has LINE_START_ROOM bytes. Throws ProblemError when the file ends before `size`.
 */
export function lineStartBlocks(read: Read, buffer: Buffer, stretch: Stretch, stopped: () => boolean, visit: LineStartVisitor): void {
  const { start, size } = stretch;
  const lastNewline = Math.min(stretch.end, size) - 1;
  let position = start === 0 ? 0 : start - 1;
  let kept = 0;
  if (start === 0 && size > 0) { buffer[HEADER_BYTES - 1] = NEWLINE; kept = 1; }
  let scanned = position - kept;
  while (scanned < lastNewline && !stopped()) {
    const want = Math.min(BLOCK_BYTES, size - position, lastNewline + 1 + HEADER_BYTES - position);
    const got = want > 0 ? read(buffer, HEADER_BYTES, want, position) : 0;
    if (got < want) throw cutShort();
    const base = position - HEADER_BYTES;
    position += got;
    const ends = position >= size;
    if (ends) buffer.fill(0, HEADER_BYTES + got, HEADER_BYTES + got + HEADER_BYTES + 64);
    const limit = ends || position >= lastNewline + HEADER_BYTES ? lastNewline : Math.max(scanned, position - HEADER_BYTES);
    if (limit > scanned) visit(scanned - base, limit - base, base);
    scanned = Math.max(scanned, limit);
    kept = position - scanned;
    if (scanned < lastNewline) buffer.copyWithin(HEADER_BYTES - kept, HEADER_BYTES + got - kept, HEADER_BYTES + got);
  }
}

/** Longest piece of a line that is handed out at once, and how much of it is repeated in the next piece. */
export const PIECE_BYTES = 1024 * 1024;
export const PIECE_OVERLAP = 8 * 1024;
/** Room that `wholeLineBlocks` needs. */
export const WHOLE_LINE_ROOM = PIECE_BYTES + BLOCK_BYTES + 256;

/**
 * Told for each block: buffer[from, to) holds whole lines with their newlines (the last line of the file may lack it); buffer position p is file offset base + p.
 * A line longer than PIECE_BYTES comes in pieces: then `from` is in the middle of a line, or `to` is. `repeated` says how many bytes at `from` were handed out before.
 */
export type WholeLineVisitor = (from: number, to: number, base: number, repeated: number) => void;

/** Visits the lines that start in the stretch, whole. `buffer` has WHOLE_LINE_ROOM bytes; 64 bytes behind `to` can be read. */
export function wholeLineBlocks(read: Read, buffer: Buffer, stretch: Stretch, stopped: () => boolean, visit: WholeLineVisitor): void {
  const { start, size } = stretch;
  const end = Math.min(stretch.end, size);
  let position = start;
  let held = 0;
  let repeated = 0;
  let done = start >= end;
  while (!done && !stopped()) {
    const want = Math.min(BLOCK_BYTES, size - position);
    const got = want > 0 ? read(buffer, held, want, position) : 0;
    if (got < want) throw cutShort();
    const base = position - held;
    position += got;
    const filled = held + got;
    // The line that starts last before `end` closes the stretch: it ends at the first newline at or behind end - 1.
    const newline = base + filled >= end ? buffer.indexOf(NEWLINE, Math.max(repeated, end - 1 - base)) : -1;
    const closes = newline >= 0 && newline < filled, ends = position >= size;
    let to = closes ? newline + 1 : ends ? filled : buffer.lastIndexOf(NEWLINE, filled - 1) + 1;
    done = closes || ends;
    if (to <= repeated && filled > PIECE_BYTES) {
      visit(0, filled, base, repeated);
      repeated = PIECE_OVERLAP;
      buffer.copyWithin(0, filled - PIECE_OVERLAP, filled);
      held = PIECE_OVERLAP;
      continue;
    }
    if (to > 0 && to > repeated) { visit(0, to, base, repeated); repeated = 0; } else to = 0;
    buffer.copyWithin(0, to, filled);
    held = filled - to;
  }
}
