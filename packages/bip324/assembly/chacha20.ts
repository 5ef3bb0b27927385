/**
 * RFC 8439 §2.3: ChaCha20, four blocks at a time: each vector holds one word of all four. Of long packets
 * Poly1305 is done along with it (§2.5): the one works on vectors, the other on integers, and a processor
 * does both at once where they lie beside each other.
 */

import {
  h0, h1, h2, h3, h4, M26, q0, q1, q2, q3, q4, r0, r1, r2, r3, r4, setSum, WHOLE,
} from './poly1305'

/** Keystream of four blocks. */
export const STREAM: usize = memory.data(256, 16)

// @ts-ignore: decorator
@inline
function rotl(x: v128, n: i32): v128 {
  return v128.or(i32x4.shl(x, n), i32x4.shr_u(x, 32 - n))
}

// @ts-ignore: decorator
@inline
function rotl16(x: v128): v128 {
  return v128.shuffle<u8>(x, x, 2, 3, 0, 1, 6, 7, 4, 5, 10, 11, 8, 9, 14, 15, 12, 13)
}

// @ts-ignore: decorator
@inline
function rotl8(x: v128): v128 {
  return v128.shuffle<u8>(x, x, 3, 0, 1, 2, 7, 4, 5, 6, 11, 8, 9, 10, 15, 12, 13, 14)
}

/** XORs blocks c to c + 3 into 256 bytes. @param key 32 bytes @param n0 the nonce's first word, and so on */
export function xorBlocks(key: usize, c: u32, n0: u32, n1: u32, n2: u32, at: usize): void {
  work(key, c, n0, n1, n2, at, 0)
}

/** The same, while Poly1305 takes 256 bytes; those may be the same bytes, as they were. r² is there. */
export function xorAndTake(key: usize, c: u32, n0: u32, n1: u32, n2: u32, at: usize, taken: usize): void {
  work(key, c, n0, n1, n2, at, taken)
}

/** @param taken 0: nothing is taken */
// @ts-ignore: decorator
@inline
function work(key: usize, c: u32, n0: u32, n1: u32, n2: u32, at: usize, taken: usize): void {
  // "expand 32-byte k", key, counter, nonce
  const i0 = i32x4.splat(0x61707865), i1 = i32x4.splat(0x3320646e)
  const i2 = i32x4.splat(0x79622d32), i3 = i32x4.splat(0x6b206574)
  const i4 = v128.load32_splat(key), i5 = v128.load32_splat(key, 4)
  const i6 = v128.load32_splat(key, 8), i7 = v128.load32_splat(key, 12)
  const i8 = v128.load32_splat(key, 16), i9 = v128.load32_splat(key, 20)
  const i10 = v128.load32_splat(key, 24), i11 = v128.load32_splat(key, 28)
  const i12 = i32x4.add(i32x4.splat(c), i32x4(0, 1, 2, 3))
  const i13 = i32x4.splat(n0), i14 = i32x4.splat(n1), i15 = i32x4.splat(n2)
  let x0 = i0, x1 = i1, x2 = i2, x3 = i3, x4 = i4, x5 = i5, x6 = i6, x7 = i7
  let x8 = i8, x9 = i9, x10 = i10, x11 = i11, x12 = i12, x13 = i13, x14 = i14, x15 = i15
  const a0 = r0, a1 = r1, a2 = r2, a3 = r3, a4 = r4, s1 = a1 * 5, s2 = a2 * 5, s3 = a3 * 5, s4 = a4 * 5
  const b0 = q0, b1 = q1, b2 = q2, b3 = q3, b4 = q4, t1 = b1 * 5, t2 = b2 * 5, t3 = b3 * 5, t4 = b4 * 5
  let g0 = h0, g1 = h1, g2 = h2, g3 = h3, g4 = h4
  for (let i = 0; i < 10; i++) {
    // the four columns side by side, so that none waits for its own last step
    x0 = i32x4.add(x0, x4); x1 = i32x4.add(x1, x5); x2 = i32x4.add(x2, x6); x3 = i32x4.add(x3, x7)
    x12 = rotl16(v128.xor(x12, x0)); x13 = rotl16(v128.xor(x13, x1))
    x14 = rotl16(v128.xor(x14, x2)); x15 = rotl16(v128.xor(x15, x3))
    x8 = i32x4.add(x8, x12); x9 = i32x4.add(x9, x13); x10 = i32x4.add(x10, x14); x11 = i32x4.add(x11, x15)
    x4 = rotl(v128.xor(x4, x8), 12); x5 = rotl(v128.xor(x5, x9), 12)
    x6 = rotl(v128.xor(x6, x10), 12); x7 = rotl(v128.xor(x7, x11), 12)
    x0 = i32x4.add(x0, x4); x1 = i32x4.add(x1, x5); x2 = i32x4.add(x2, x6); x3 = i32x4.add(x3, x7)
    x12 = rotl8(v128.xor(x12, x0)); x13 = rotl8(v128.xor(x13, x1))
    x14 = rotl8(v128.xor(x14, x2)); x15 = rotl8(v128.xor(x15, x3))
    x8 = i32x4.add(x8, x12); x9 = i32x4.add(x9, x13); x10 = i32x4.add(x10, x14); x11 = i32x4.add(x11, x15)
    x4 = rotl(v128.xor(x4, x8), 7); x5 = rotl(v128.xor(x5, x9), 7)
    x6 = rotl(v128.xor(x6, x10), 7); x7 = rotl(v128.xor(x7, x11), 7)
    if (taken != 0 && i < 8) { // two blocks, as `takeLong` has them
      const two = taken + 32 * (i as usize)
      const lo = load<u64>(two), hi = load<u64>(two, 8)
      g0 += lo & M26
      g1 += (lo >> 26) & M26
      g2 += ((lo >> 52) | (hi << 12)) & M26
      g3 += (hi >> 14) & M26
      g4 += (hi >> 40) | WHOLE
      const lo2 = load<u64>(two, 16), hi2 = load<u64>(two, 24)
      const m0 = lo2 & M26, m1 = (lo2 >> 26) & M26, m2 = ((lo2 >> 52) | (hi2 << 12)) & M26
      const m3 = (hi2 >> 14) & M26, m4 = (hi2 >> 40) | WHOLE
      const d0 = g0 * b0 + g1 * t4 + g2 * t3 + g3 * t2 + g4 * t1 + (m0 * a0 + m1 * s4 + m2 * s3 + m3 * s2 + m4 * s1)
      const d1 = g0 * b1 + g1 * b0 + g2 * t4 + g3 * t3 + g4 * t2 + (m0 * a1 + m1 * a0 + m2 * s4 + m3 * s3 + m4 * s2)
      const d2 = g0 * b2 + g1 * b1 + g2 * b0 + g3 * t4 + g4 * t3 + (m0 * a2 + m1 * a1 + m2 * a0 + m3 * s4 + m4 * s3)
      const d3 = g0 * b3 + g1 * b2 + g2 * b1 + g3 * b0 + g4 * t4 + (m0 * a3 + m1 * a2 + m2 * a1 + m3 * a0 + m4 * s4)
      const d4 = g0 * b4 + g1 * b3 + g2 * b2 + g3 * b1 + g4 * b0 + (m0 * a4 + m1 * a3 + m2 * a2 + m3 * a1 + m4 * a0)
      // two chains of carries, so that neither waits for the other; 2^130 = 5
      const e1 = d1 + (d0 >> 26), e4 = d4 + (d3 >> 26)
      const e2 = d2 + (e1 >> 26), e0 = (d0 & M26) + (e4 >> 26) * 5
      const e3 = (d3 & M26) + (e2 >> 26)
      g0 = e0 & M26
      g1 = (e1 & M26) + (e0 >> 26)
      g2 = e2 & M26
      g3 = e3 & M26
      g4 = (e4 & M26) + (e3 >> 26)
    }
    // the four diagonals
    x0 = i32x4.add(x0, x5); x1 = i32x4.add(x1, x6); x2 = i32x4.add(x2, x7); x3 = i32x4.add(x3, x4)
    x15 = rotl16(v128.xor(x15, x0)); x12 = rotl16(v128.xor(x12, x1))
    x13 = rotl16(v128.xor(x13, x2)); x14 = rotl16(v128.xor(x14, x3))
    x10 = i32x4.add(x10, x15); x11 = i32x4.add(x11, x12); x8 = i32x4.add(x8, x13); x9 = i32x4.add(x9, x14)
    x5 = rotl(v128.xor(x5, x10), 12); x6 = rotl(v128.xor(x6, x11), 12)
    x7 = rotl(v128.xor(x7, x8), 12); x4 = rotl(v128.xor(x4, x9), 12)
    x0 = i32x4.add(x0, x5); x1 = i32x4.add(x1, x6); x2 = i32x4.add(x2, x7); x3 = i32x4.add(x3, x4)
    x15 = rotl8(v128.xor(x15, x0)); x12 = rotl8(v128.xor(x12, x1))
    x13 = rotl8(v128.xor(x13, x2)); x14 = rotl8(v128.xor(x14, x3))
    x10 = i32x4.add(x10, x15); x11 = i32x4.add(x11, x12); x8 = i32x4.add(x8, x13); x9 = i32x4.add(x9, x14)
    x5 = rotl(v128.xor(x5, x10), 7); x6 = rotl(v128.xor(x6, x11), 7)
    x7 = rotl(v128.xor(x7, x8), 7); x4 = rotl(v128.xor(x4, x9), 7)
  }
  if (taken != 0) setSum(g0, g1, g2, g3, g4)
  put(i32x4.add(x0, i0), i32x4.add(x1, i1), i32x4.add(x2, i2), i32x4.add(x3, i3), at)
  put(i32x4.add(x4, i4), i32x4.add(x5, i5), i32x4.add(x6, i6), i32x4.add(x7, i7), at + 16)
  put(i32x4.add(x8, i8), i32x4.add(x9, i9), i32x4.add(x10, i10), i32x4.add(x11, i11), at + 32)
  put(i32x4.add(x12, i12), i32x4.add(x13, i13), i32x4.add(x14, i14), i32x4.add(x15, i15), at + 48)
}

/** Four words of each of the four blocks, turned so that those of a block stand together. */
// @ts-ignore: decorator
@inline
function put(a: v128, b: v128, c: v128, d: v128, at: usize): void {
  const ab0 = v128.shuffle<u32>(a, b, 0, 4, 1, 5), ab1 = v128.shuffle<u32>(a, b, 2, 6, 3, 7)
  const cd0 = v128.shuffle<u32>(c, d, 0, 4, 1, 5), cd1 = v128.shuffle<u32>(c, d, 2, 6, 3, 7)
  v128.store(at, v128.xor(v128.load(at), v128.shuffle<u64>(ab0, cd0, 0, 2)))
  v128.store(at, v128.xor(v128.load(at, 64), v128.shuffle<u64>(ab0, cd0, 1, 3)), 64)
  v128.store(at, v128.xor(v128.load(at, 128), v128.shuffle<u64>(ab1, cd1, 0, 2)), 128)
  v128.store(at, v128.xor(v128.load(at, 192), v128.shuffle<u64>(ab1, cd1, 1, 3)), 192)
}

/** Blocks c to c + 3 to STREAM. */
export function makeStream(key: usize, c: u32, n0: u32, n1: u32, n2: u32): void {
  memory.fill(STREAM, 0, 256)
  xorBlocks(key, c, n0, n1, n2, STREAM)
}

/** XORs keystream that stands at `stream` into so many bytes. */
export function xorStream(stream: usize, at: usize, length: usize): void {
  let i: usize = 0
  for (; i + 16 <= length; i += 16) {
    v128.store(at + i, v128.xor(v128.load(at + i), v128.load(stream + i)))
  }
  for (; i < length; i++) store<u8>(at + i, load<u8>(at + i) ^ load<u8>(stream + i))
}

export function forgetStream(): void {
  memory.fill(STREAM, 0, 256)
}
