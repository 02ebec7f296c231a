/** The size of the Java heap as a file writes it. */
import type { JvmOption } from './jvmOptions';

export interface HeapSize {
  readonly option: JvmOption;
  /** In bytes; undefined where a template fills it in or the JVM cannot read it. */
  readonly bytes: number | undefined;
}

export interface Heap {
  /** The option that counts: the last one. */
  readonly start: HeapSize | undefined;
  readonly maximum: HeapSize | undefined;
  /** Every size in the file, in the order of the command line. */
  readonly all: readonly HeapSize[];
}

/** The heap of a command line. */
export function heapOf(options: readonly JvmOption[]): Heap {
  const all = options.filter(({ kind }) => kind === 'heap-start' || kind === 'heap-maximum').map((option) => ({ option, bytes: option.templated ? undefined : memorySize(option.value ?? '') }));
  return {
    start: all.findLast(({ option }) => option.kind === 'heap-start'),
    maximum: all.findLast(({ option }) => option.kind === 'heap-maximum'),
    all,
  };
}

const POWERS: Readonly<Record<string, number>> = { '': 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30, t: 2 ** 40 };

/** Bytes of `6G`, `512m`, `6442450944`; undefined for what HotSpot refuses (`4GB`, `1.5G`, nothing). Source: parse_integer in arguments.cpp. */
export function memorySize(text: string): number | undefined {
  const match = /^(\d{1,18}|0x[0-9a-f]{1,13})([kmgt]?)$/i.exec(text);
  return match ? Number(match[1]) * (POWERS[(match[2] ?? '').toLowerCase()] ?? 1) : undefined;
}
