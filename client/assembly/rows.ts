/** Sets of records out of packed nibbles: two lines a byte, bit 3 of a nibble begins a record, bits 0 to 2 are its level. */

/**
 * One bit a line for the nibbles in `table` (16 bytes: 255 takes the nibble's lines, 0 leaves them). Writes a count of what stands in front of every 512 lines,
 * gives the whole count. `bytes` is a multiple of 16.
 */
export function chooseLevels(nibbles: usize, bytes: u32, table: usize, bits: usize, ranks: usize): u32 {
  const wanted = v128.load(table), low = i8x16.splat(15);
  let total: u32 = 0;
  for (let i: u32 = 0; i < bytes; i += 16) {
    if ((i & 255) == 0) store<u32>(ranks + (usize(i >>> 8) << 2), total);
    const x = v128.load(nibbles + i);
    const even = i8x16.swizzle(wanted, v128.and(x, low)), odd = i8x16.swizzle(wanted, i8x16.shr_u(x, 4));
    const front = i8x16.shuffle(even, odd, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23), back = i8x16.shuffle(even, odd, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
    const word = u32(i8x16.bitmask(front)) | (u32(i8x16.bitmask(back)) << 16);
    store<u32>(bits + (i >>> 2), word);
    total += u32(popcnt(word));
  }
  return total;
}

@inline function sumOf(bytes: v128): u32 {
  const sums = i32x4.extadd_pairwise_i16x8_s(i16x8.extadd_pairwise_i8x16_s(bytes));
  return u32(0) - u32(i32x4.extract_lane(sums, 0) + i32x4.extract_lane(sums, 1) + i32x4.extract_lane(sums, 2) + i32x4.extract_lane(sums, 3));
}

/** Records by level (eight counts) of each 512 lines, the last block cut at `bytes`. */
export function countBlocks(nibbles: usize, bytes: u32, counts: usize): void {
  const low = i8x16.splat(15);
  for (let block: u32 = 0; block < bytes; block += 256) {
    const end = min(bytes, block + 256), out = counts + (usize(block >>> 8) << 5);
    for (let level: i32 = 0; level < 7; level++) {
      const value = i8x16.splat(i8(8 | level));
      let sum = i8x16.splat(0);
      for (let i = block; i < end; i += 16) {
        const x = v128.load(nibbles + i);
        sum = i8x16.add(sum, i8x16.add(i8x16.eq(v128.and(x, low), value), i8x16.eq(i8x16.shr_u(x, 4), value)));
      }
      store<u32>(out + (level << 2), sumOf(sum));
    }
    store<u32>(out + 28, 0);
  }
}
