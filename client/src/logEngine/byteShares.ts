/** How often each byte stands in a log, from a sample of it: what tells rare bytes from common ones. */
import type { ByteSet } from './patternTree';

/** Share of each byte in a sample. */
export function byteShares(sample: Uint8Array): Float64Array {
  const shares = new Float64Array(256);
  for (const byte of sample) shares[byte] = (shares[byte] ?? 0) + 1 / sample.length;
  return shares;
}

/** Share of the bytes of a set. */
export const share = (set: ByteSet, shares: Float64Array): number => set.reduce((sum, present, byte) => (present === 1 ? sum + (shares[byte] ?? 0) : sum), 0);
