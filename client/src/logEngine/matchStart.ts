/**
 * How every match of an expression begins: the two places of its first bytes where the fewest different and rarest bytes may stand.
 * The kernel looks for these two, 64 positions at a time, and where both fit an automaton that is put there decides: it gives up at the first byte that no match has.
 */
import type { ByteSet, PatternTree } from './patternTree';
import { headOf } from './automaton';
import { share } from './byteShares';

/** Bytes that one place may hold; with a fold of 32 they are lower case and letters stand for both cases. */
export interface Place { readonly at: number; readonly bytes: readonly number[]; readonly fold: 0 | 32 }

export interface StartProbe {
  readonly kind: 'start';
  readonly first: Place;
  readonly second: Place;
  /** Nanoseconds a byte of log, about. */
  readonly cost: number;
}

/** Bytes that the kernel compares at one place. */
const MOST_BYTES = 4;
/** Nanoseconds: for each byte compared at a position, and for the automaton at a position where both places fit. */
const COMPARE = 0.015, TRY = 12;

/** The cheapest two places; undefined when matches are empty or begin with too many different bytes. */
export function startProbe(tree: PatternTree, shares: Float64Array): StartProbe | undefined {
  const places = headOf(tree).flatMap((set, at) => placeOf(set, at, shares));
  let best: StartProbe | undefined;
  for (const [i, first] of places.entries()) {
    for (const second of places.slice(i)) {
      const both = first === second ? first.share : first.share * second.share;
      const cost = COMPARE * (2 + first.bytes.length + second.bytes.length) + both * TRY;
      if (!best || cost < best.cost) best = { kind: 'start', first, second, cost };
    }
  }
  return best;
}

function placeOf(set: ByteSet, at: number, shares: Float64Array): (Place & { readonly share: number })[] {
  const bytes = [...set.keys()].filter((byte) => set[byte] === 1);
  if (bytes.length > 2 * MOST_BYTES) return [];
  const folded = [...new Set(bytes.map((byte) => (isUpper(byte) ? byte | 32 : byte)))];
  const fold = bytes.some((byte) => isUpper(byte) && set[byte | 32] === 1) ? 32 : 0;
  // Folding sets bit 32 of every byte that is looked at, letters or not.
  const compared = fold === 32 ? [...new Set(folded.map((byte) => byte | 32))] : bytes;
  return compared.length === 0 || compared.length > MOST_BYTES ? [] : [{ at, bytes: compared, fold, share: share(set, shares) }];
}

const isUpper = (byte: number): boolean => byte >= 65 && byte <= 90;
