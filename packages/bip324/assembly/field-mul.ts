/**
 * SEC 2 §2.4.1: products in the field of secp256k1, p = 2^256 − 2^32 − 977. An element is ten limbs of
 * 26 bits, each in 8 bytes; sums are left as they are, so limbs may be some times as large: in a product
 * the two factors' times, multiplied, are 400 at most, and what comes out is once. No branch, and no
 * address, depends on a value.
 */

export const M26: u64 = 0x3ffffff
export const M22: u64 = 0x3fffff
/** 2^260 = 2^36 + 15632 mod p: limb 10 counts 15632 in limb 0, and 2^10 in limb 1. */
const FOLD: u64 = 15632

/** Bytes of an element. */
export const FE: usize = 80

/** r = a · b; each may be the other. */
export function mul(r: usize, a: usize, b: usize): void {
  const a0 = load<u64>(a), a1 = load<u64>(a, 8), a2 = load<u64>(a, 16), a3 = load<u64>(a, 24)
  const a4 = load<u64>(a, 32), a5 = load<u64>(a, 40), a6 = load<u64>(a, 48), a7 = load<u64>(a, 56)
  const a8 = load<u64>(a, 64), a9 = load<u64>(a, 72)
  const b0 = load<u64>(b), b1 = load<u64>(b, 8), b2 = load<u64>(b, 16), b3 = load<u64>(b, 24)
  const b4 = load<u64>(b, 32), b5 = load<u64>(b, 40), b6 = load<u64>(b, 48), b7 = load<u64>(b, 56)
  const b8 = load<u64>(b, 64), b9 = load<u64>(b, 72)
  // columns 10 to 19, of 2^260 and more
  let c: u64 = a1 * b9 + a2 * b8 + a3 * b7 + a4 * b6 + a5 * b5 + a6 * b4 + a7 * b3 + a8 * b2 + a9 * b1
  const h10 = c & M26
  c = (c >> 26) + (a2 * b9 + a3 * b8 + a4 * b7 + a5 * b6 + a6 * b5 + a7 * b4 + a8 * b3 + a9 * b2)
  const h11 = c & M26
  c = (c >> 26) + (a3 * b9 + a4 * b8 + a5 * b7 + a6 * b6 + a7 * b5 + a8 * b4 + a9 * b3)
  const h12 = c & M26
  c = (c >> 26) + (a4 * b9 + a5 * b8 + a6 * b7 + a7 * b6 + a8 * b5 + a9 * b4)
  const h13 = c & M26
  c = (c >> 26) + (a5 * b9 + a6 * b8 + a7 * b7 + a8 * b6 + a9 * b5)
  const h14 = c & M26
  c = (c >> 26) + (a6 * b9 + a7 * b8 + a8 * b7 + a9 * b6)
  const h15 = c & M26
  c = (c >> 26) + (a7 * b9 + a8 * b8 + a9 * b7)
  const h16 = c & M26
  c = (c >> 26) + (a8 * b9 + a9 * b8)
  const h17 = c & M26
  c = (c >> 26) + a9 * b9
  const h18 = c & M26
  c >>= 26 // column 19
  // columns 0 to 9, and what those above come to in them
  let l: u64 = a0 * b0 + h10 * FOLD
  let r0 = l & M26
  l = (l >> 26) + (a0 * b1 + a1 * b0) + h11 * FOLD + (h10 << 10)
  let r1 = l & M26
  l = (l >> 26) + (a0 * b2 + a1 * b1 + a2 * b0) + h12 * FOLD + (h11 << 10)
  let r2 = l & M26
  l = (l >> 26) + (a0 * b3 + a1 * b2 + a2 * b1 + a3 * b0) + h13 * FOLD + (h12 << 10)
  const r3 = l & M26
  l = (l >> 26) + (a0 * b4 + a1 * b3 + a2 * b2 + a3 * b1 + a4 * b0) + h14 * FOLD + (h13 << 10)
  const r4 = l & M26
  l = (l >> 26) + (a0 * b5 + a1 * b4 + a2 * b3 + a3 * b2 + a4 * b1 + a5 * b0) + h15 * FOLD + (h14 << 10)
  const r5 = l & M26
  l = (l >> 26) + (a0 * b6 + a1 * b5 + a2 * b4 + a3 * b3 + a4 * b2 + a5 * b1 + a6 * b0) + h16 * FOLD + (h15 << 10)
  const r6 = l & M26
  l = (l >> 26) + (a0 * b7 + a1 * b6 + a2 * b5 + a3 * b4 + a4 * b3 + a5 * b2 + a6 * b1 + a7 * b0) +
    h17 * FOLD + (h16 << 10)
  const r7 = l & M26
  l = (l >> 26) + (a0 * b8 + a1 * b7 + a2 * b6 + a3 * b5 + a4 * b4 + a5 * b3 + a6 * b2 + a7 * b1 + a8 * b0) +
    h18 * FOLD + (h17 << 10)
  const r8 = l & M26
  l = (l >> 26) + (a0 * b9 + a1 * b8 + a2 * b7 + a3 * b6 + a4 * b5 + a5 * b4 + a6 * b3 + a7 * b2 + a8 * b1 + a9 * b0) +
    c * FOLD + (h18 << 10)
  const r9 = l & M22
  // 2^256 = 2^32 + 977; the 2^10 of column 19 are in column 10, which is 2^14 times 2^256 and so once more
  l = (l >> 22) + (c << 14)
  r0 += l * 977
  r1 += (l << 6) + (r0 >> 26)
  r0 &= M26
  r2 += r1 >> 26
  r1 &= M26
  store<u64>(r, r0)
  store<u64>(r, r1, 8)
  store<u64>(r, r2, 16)
  store<u64>(r, r3, 24)
  store<u64>(r, r4, 32)
  store<u64>(r, r5, 40)
  store<u64>(r, r6, 48)
  store<u64>(r, r7, 56)
  store<u64>(r, r8, 64)
  store<u64>(r, r9, 72)
}

/** r = a² */
export function sqr(r: usize, a: usize): void {
  const a0 = load<u64>(a), a1 = load<u64>(a, 8), a2 = load<u64>(a, 16), a3 = load<u64>(a, 24)
  const a4 = load<u64>(a, 32), a5 = load<u64>(a, 40), a6 = load<u64>(a, 48), a7 = load<u64>(a, 56)
  const a8 = load<u64>(a, 64), a9 = load<u64>(a, 72)
  const d1 = a1 << 1, d2 = a2 << 1, d3 = a3 << 1, d4 = a4 << 1, d5 = a5 << 1
  const d6 = a6 << 1, d7 = a7 << 1, d8 = a8 << 1, d9 = a9 << 1
  // columns 10 to 19, of 2^260 and more
  let c: u64 = a1 * d9 + a2 * d8 + a3 * d7 + a4 * d6 + a5 * a5
  const h10 = c & M26
  c = (c >> 26) + (a2 * d9 + a3 * d8 + a4 * d7 + a5 * d6)
  const h11 = c & M26
  c = (c >> 26) + (a3 * d9 + a4 * d8 + a5 * d7 + a6 * a6)
  const h12 = c & M26
  c = (c >> 26) + (a4 * d9 + a5 * d8 + a6 * d7)
  const h13 = c & M26
  c = (c >> 26) + (a5 * d9 + a6 * d8 + a7 * a7)
  const h14 = c & M26
  c = (c >> 26) + (a6 * d9 + a7 * d8)
  const h15 = c & M26
  c = (c >> 26) + (a7 * d9 + a8 * a8)
  const h16 = c & M26
  c = (c >> 26) + a8 * d9
  const h17 = c & M26
  c = (c >> 26) + a9 * a9
  const h18 = c & M26
  c >>= 26 // column 19
  // columns 0 to 9, and what those above come to in them
  let l: u64 = a0 * a0 + h10 * FOLD
  let r0 = l & M26
  l = (l >> 26) + (a0 * d1) + h11 * FOLD + (h10 << 10)
  let r1 = l & M26
  l = (l >> 26) + (a0 * d2 + a1 * a1) + h12 * FOLD + (h11 << 10)
  let r2 = l & M26
  l = (l >> 26) + (a0 * d3 + a1 * d2) + h13 * FOLD + (h12 << 10)
  const r3 = l & M26
  l = (l >> 26) + (a0 * d4 + a1 * d3 + a2 * a2) + h14 * FOLD + (h13 << 10)
  const r4 = l & M26
  l = (l >> 26) + (a0 * d5 + a1 * d4 + a2 * d3) + h15 * FOLD + (h14 << 10)
  const r5 = l & M26
  l = (l >> 26) + (a0 * d6 + a1 * d5 + a2 * d4 + a3 * a3) + h16 * FOLD + (h15 << 10)
  const r6 = l & M26
  l = (l >> 26) + (a0 * d7 + a1 * d6 + a2 * d5 + a3 * d4) + h17 * FOLD + (h16 << 10)
  const r7 = l & M26
  l = (l >> 26) + (a0 * d8 + a1 * d7 + a2 * d6 + a3 * d5 + a4 * a4) + h18 * FOLD + (h17 << 10)
  const r8 = l & M26
  l = (l >> 26) + (a0 * d9 + a1 * d8 + a2 * d7 + a3 * d6 + a4 * d5) + c * FOLD + (h18 << 10)
  const r9 = l & M22
  // 2^256 = 2^32 + 977; the 2^10 of column 19 are in column 10, which is 2^14 times 2^256 and so once more
  l = (l >> 22) + (c << 14)
  r0 += l * 977
  r1 += (l << 6) + (r0 >> 26)
  r0 &= M26
  r2 += r1 >> 26
  r1 &= M26
  store<u64>(r, r0)
  store<u64>(r, r1, 8)
  store<u64>(r, r2, 16)
  store<u64>(r, r3, 24)
  store<u64>(r, r4, 32)
  store<u64>(r, r5, 40)
  store<u64>(r, r6, 48)
  store<u64>(r, r7, 56)
  store<u64>(r, r8, 64)
  store<u64>(r, r9, 72)
}

/** r = a^(2^n), n > 0 */
export function sqrs(r: usize, a: usize, n: i32): void {
  sqr(r, a)
  for (let i = 1; i < n; i++) sqr(r, r)
}
