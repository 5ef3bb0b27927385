/**
 * SEC 2 §2.4.1: scalars, and their split by the curve's endomorphism λ·(x, y) = (βx, y) into two halves
 * of half the length. A scalar is 32-bit limbs, the lowest first, each in 8 bytes. No branch, and no
 * address, depends on a value.
 */

import { SCALAR_SCRATCH as SCRATCH } from './scratch'

const M32: u64 = 0xffffffff
/** Limbs of a half, and of what is computed mod 2^192. */
const HALF: usize = 6

const ORDER: usize = memory.data<u64>(
  [0xd0364141, 0xbfd25e8c, 0xaf48a03b, 0xbaaedce6, 0xfffffffe, 0xffffffff, 0xffffffff, 0xffffffff], 16)
const ONE_AND_LAMBDA: usize = memory.data<u64>(
  [0x1b23bd73, 0xdf02967c, 0x20816678, 0x122e22ea, 0x8812645a, 0xa5261c02, 0xc05c30e0, 0x5363ad4c], 16)
// short vectors (a1, b1), (a2, b2) of the lattice { (a, b): a + bλ = 0 mod n }; b2 = a1, and b1 is negative
const A1: usize = memory.data<u64>([0x9284eb15, 0xe86c90e4, 0xa7d46bcd, 0x3086d221, 0, 0], 16)
const MINUS_B1: usize = memory.data<u64>([0x0abfe4c3, 0x6f547fa9, 0x010e8828, 0xe4437ed6, 0, 0], 16)
const A2: usize = memory.data<u64>([0x9d44cfd8, 0x57c1108d, 0xa8e2f3f6, 0x14ca50f7, 1, 0], 16)
/** ⌊2^384 · b2 / n⌉ */
const G1: usize = memory.data<u64>(
  [0x45dbb031, 0xe893209a, 0x71e8ca7f, 0x3daa8a14, 0x9284eb15, 0xe86c90e4, 0xa7d46bcd, 0x3086d221], 16)
/** ⌊2^384 · −b1 / n⌉ */
const G2: usize = memory.data<u64>(
  [0x8ac47f71, 0x1571b4ae, 0x9df506c6, 0x221208ac, 0x0abfe4c4, 0x6f547fa9, 0x010e8828, 0xe4437ed6], 16)

const S: usize = SCRATCH, WIDE: usize = S + 9 * 8, C1: usize = WIDE + 17 * 8, C2: usize = C1 + HALF * 8
/** The halves, 2^129 added to each: six limbs, of which 130 bits count. */
export const FIRST_HALF: usize = C2 + HALF * 8
export const SECOND_HALF: usize = FIRST_HALF + HALF * 8

/**
 * (q − 1 − λ)/2 = s1 + λ·s2 mod n, both within ±2^129: so q = Σ ±2^i + λ·Σ ±2^i, where bit i of a half
 * says which of + and − (130 signs each: of fixed length, and no digit is 0).
 * @param at 32 bytes big-endian, below n
 */
export function splitScalar(at: usize): void {
  halve(at)
  mulShift(C1, G1)
  mulShift(C2, G2)
  memory.copy(FIRST_HALF, S, HALF * 8)
  addProduct(FIRST_HALF, C1, A1, M32)
  addProduct(FIRST_HALF, C2, A2, M32)
  memory.fill(SECOND_HALF, 0, HALF * 8)
  addProduct(SECOND_HALF, C1, MINUS_B1, 0)
  addProduct(SECOND_HALF, C2, A1, M32)
  lift(FIRST_HALF)
  lift(SECOND_HALF)
}

/** (q − 1 − λ)/2 mod n to S */
function halve(at: usize): void {
  let borrow: u64 = 0
  for (let i: usize = 0; i < 8; i++) {
    const limb = bswap<u32>(load<u32>(at + 28 - 4 * i)) as u64
    const d = limb - load<u64>(ONE_AND_LAMBDA + 8 * i) - borrow
    store<u64>(S + 8 * i, d & M32)
    borrow = d >> 63
  }
  addOrder(0 - borrow)
  addOrder(0 - (load<u64>(S) & 1))
  for (let i: usize = 0; i < 8; i++) {
    const next = load<u64>(S + 8 * i + 8)
    store<u64>(S + 8 * i, (load<u64>(S + 8 * i) >> 1) | ((next & 1) << 31))
  }
}

/** S + n where the mask is all ones; what is carried out stands in the ninth limb. */
function addOrder(mask: u64): void {
  let c: u64 = 0
  for (let i: usize = 0; i < 8; i++) {
    c += load<u64>(S + 8 * i) + (load<u64>(ORDER + 8 * i) & mask)
    store<u64>(S + 8 * i, c & M32)
    c >>= 32
  }
  store<u64>(S + 64, c)
}

/** ⌊S·k / 2^384⌉: four limbs and two of zeros */
function mulShift(r: usize, k: usize): void {
  memory.fill(WIDE, 0, 17 * 8)
  for (let i: usize = 0; i < 8; i++) {
    let c: u64 = 0
    const s = load<u64>(S + 8 * i)
    for (let j: usize = 0; j < 8; j++) {
      const at = WIDE + 8 * (i + j)
      c += load<u64>(at) + s * load<u64>(k + 8 * j)
      store<u64>(at, c & M32)
      c >>= 32
    }
    store<u64>(WIDE + 8 * (i + 8), c)
  }
  let c = load<u64>(WIDE + 8 * 11) >> 31
  for (let i: usize = 0; i < 5; i++) {
    c += load<u64>(WIDE + 8 * (i + 12))
    store<u64>(r + 8 * i, c & M32)
    c >>= 32
  }
  store<u64>(r + 40, 0)
}

/** r + a·b, or r − a·b where `flip` is all ones, mod 2^192: two's complement. */
function addProduct(r: usize, a: usize, b: usize, flip: u64): void {
  memory.fill(WIDE, 0, HALF * 8)
  for (let i: usize = 0; i < HALF; i++) {
    let c: u64 = 0
    for (let j: usize = 0; i + j < HALF; j++) {
      const at = WIDE + 8 * (i + j)
      c += load<u64>(at) + load<u64>(a + 8 * i) * load<u64>(b + 8 * j)
      store<u64>(at, c & M32)
      c >>= 32
    }
  }
  let c: u64 = flip & 1
  for (let i: usize = 0; i < HALF; i++) {
    c += load<u64>(r + 8 * i) + (load<u64>(WIDE + 8 * i) ^ flip)
    store<u64>(r + 8 * i, c & M32)
    c >>= 32
  }
}

/** v + 2^129 mod 2^192 */
function lift(v: usize): void {
  let c: u64 = 0
  for (let i: usize = 0; i < HALF; i++) {
    c += load<u64>(v + 8 * i) + (i == 4 ? 2 : 0)
    store<u64>(v + 8 * i, c & M32)
    c >>= 32
  }
}
