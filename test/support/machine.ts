/** A computer that exists on paper only. */
import type { MachineFacts, Place } from '../../server/src/machine/facts';

export const GIB = 2 ** 30;

/** A place with 58 GiB of 100 left. */
export const place = (path: string, kind: Place['kind'], bytes = 0): Place => ({
  path, kind, bytes, changed: 0, freeBytes: 58 * GIB, totalBytes: 100 * GIB, mount: { folder: '/', type: 'ext4' },
});

/** 16 cores and 32 GiB, less what the kernel keeps for itself. */
export const machine = (...places: readonly Place[]): MachineFacts => ({ memoryBytes: 31.4 * GIB, cores: 16, places: new Map(places.map((one) => [one.path, one])) });
