/**
 * The WebAssembly kernel (client/assembly): compiled once by the host, shared with the workers, one instance and one memory each.
 * Without it everything works too, in TypeScript, three to five times slower.
 */
import { LINE_START_ROOM, WHOLE_LINE_ROOM } from './blockReader';

/** What the kernel offers; addresses are byte offsets in its memory. See client/assembly for each. */
interface KernelExports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  heap(): number;
  nibbleTable(): number;
  offsetTable(): number;
  timeTable(): number;
  begin(shift: number): void;
  setShift(shift: number): void;
  scan(buffer: number, from: number, to: number, origin: number): void;
  lineCount(): number;
  groupCount(): number;
  firstTime(): number;
  lastTime(): number;
  leastTime(): number;
  mostTime(): number;
  lastLine(): number;
  chooseLevels(nibbles: number, bytes: number, table: number, bits: number, ranks: number): number;
  countBlocks(nibbles: number, bytes: number, counts: number): void;
  hitTable(): number;
  lineTable(): number;
  needleTable(): number;
  setTable(): number;
  placeTable(): number;
  automatonTable(): number;
  findText(buffer: number, from: number, to: number, length: number, first: number, second: number, fold: boolean): number;
  findPair(buffer: number, from: number, to: number, distance: number, a: number, foldA: number, b: number, foldB: number): number;
  findStarts(buffer: number, from: number, to: number, first: number, second: number, countA: number, countB: number, foldA: number, foldB: number, dead: number, match: number, most: number): number;
  automatonWork(): number;
  findSets(buffer: number, from: number, to: number, count: number, d1: number, d2: number, d3: number): number;
  runAutomaton(buffer: number, from: number, to: number, match: number): number;
  judgeHits(buffer: number, from: number, to: number, count: number, dead: number, match: number): number;
  linesOfHits(buffer: number, from: number, line: number, count: number): void;
  countNewlines(buffer: number, from: number, to: number): number;
  oddBytes(buffer: number, from: number, to: number): number;
}

/** A compiled kernel; can be posted to workers. */
export type KernelCode = object;

declare const WebAssembly: {
  compile(bytes: Uint8Array): Promise<KernelCode>;
  readonly Instance: new (code: KernelCode) => { readonly exports: unknown };
};

const PAGE = 65_536;
/** Probes of a search look up to a needle's length behind the block. */
const CUSHION = 4096;
/** Nibbles that `chooseLevels` and `countBlocks` take at once: 131,072 lines. */
export const PIECE_OF_NIBBLES = 65_536;

/** Undefined when the bytes are no kernel that this Node understands. */
export async function compileKernel(bytes: Uint8Array | undefined): Promise<KernelCode | undefined> {
  if (!bytes) return undefined;
  try { return await WebAssembly.compile(bytes); } catch { return undefined; }
}

export class Kernel {
  readonly call: KernelExports;
  /** Address of `block`. */
  readonly heap: number;
  /** Where blocks of text are read into: room for whole lines and for line starts. */
  readonly block: Buffer;
  readonly bytes: Uint8Array;
  readonly words: Uint32Array;
  readonly halves: Uint16Array;
  readonly floats: Float64Array;
  /** What lies in the automaton's table: it is large, and the same for many blocks in a row. */
  private loaded: Uint16Array | undefined;

  constructor(code: KernelCode) {
    this.call = new WebAssembly.Instance(code).exports as KernelExports;
    this.heap = this.call.heap();
    const room = Math.max(WHOLE_LINE_ROOM, LINE_START_ROOM) + CUSHION;
    const missing = Math.ceil((this.heap + room - this.call.memory.buffer.byteLength) / PAGE);
    if (missing > 0) this.call.memory.grow(missing);
    const { buffer } = this.call.memory;
    this.block = Buffer.from(buffer, this.heap, room);
    this.bytes = new Uint8Array(buffer);
    this.words = new Uint32Array(buffer);
    this.halves = new Uint16Array(buffer);
    this.floats = new Float64Array(buffer);
  }

  /** Newlines between two positions of the block. */
  countNewlines(from: number, to: number): number { return this.call.countNewlines(this.heap, from, to); }

  loadAutomaton(table: Uint16Array): void {
    if (this.loaded === table) return;
    this.halves.set(table, this.call.automatonTable() >> 1);
    this.loaded = table;
  }
}
