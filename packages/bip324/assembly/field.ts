/** SEC 2 §2.4.1: the rest of the field's arithmetic. As in products, no branch or address depends on a value. */

import { FE, M22, M26 } from './field-mul'

export function add(r: usize, a: usize, b: usize): void {
  v128.store(r, i64x2.add(v128.load(a), v128.load(b)))
  v128.store(r, i64x2.add(v128.load(a, 16), v128.load(b, 16)), 16)
  v128.store(r, i64x2.add(v128.load(a, 32), v128.load(b, 32)), 32)
  v128.store(r, i64x2.add(v128.load(a, 48), v128.load(b, 48)), 48)
  v128.store(r, i64x2.add(v128.load(a, 64), v128.load(b, 64)), 64)
}

/** a − b + 2(m + 1)p, where b's limbs are at most m times as large as they need to be: none falls below 0. */
export function sub(r: usize, a: usize, b: usize, m: u64): void {
  const k = i64x2.splat(2 * (m + 1))
  const low = i64x2.mul(k, i64x2(0x3fffc2f, 0x3ffffbf))
  const middle = i64x2.mul(k, i64x2(0x3ffffff, 0x3ffffff))
  const top = i64x2.mul(k, i64x2(0x3ffffff, 0x3fffff))
  v128.store(r, i64x2.add(v128.load(a), i64x2.sub(low, v128.load(b))))
  v128.store(r, i64x2.add(v128.load(a, 16), i64x2.sub(middle, v128.load(b, 16))), 16)
  v128.store(r, i64x2.add(v128.load(a, 32), i64x2.sub(middle, v128.load(b, 32))), 32)
  v128.store(r, i64x2.add(v128.load(a, 48), i64x2.sub(middle, v128.load(b, 48))), 48)
  v128.store(r, i64x2.add(v128.load(a, 64), i64x2.sub(top, v128.load(b, 64))), 64)
}

/** −a + 2(m + 1)p, m as in `sub`. */
export function negate(r: usize, a: usize, m: u64): void {
  sub(r, ZERO, a, m)
}

/** a · n, for an n of a few bits. */
export function times(r: usize, a: usize, n: u64): void {
  const k = i64x2.splat(n)
  for (let i: usize = 0; i < FE; i += 16) v128.store(r + i, i64x2.mul(v128.load(a + i), k))
}

export function copy(r: usize, a: usize): void {
  memory.copy(r, a, FE)
}

/** A whole number of a few bits. */
export function setInt(r: usize, n: u64): void {
  memory.fill(r, 0, FE)
  store<u64>(r, n)
}

const ZERO: usize = memory.data(80, 16)

/** Every limb to its range, and the value below p. */
export function normalize(r: usize): void {
  let t0 = load<u64>(r), t1 = load<u64>(r, 8), t2 = load<u64>(r, 16), t3 = load<u64>(r, 24)
  let t4 = load<u64>(r, 32), t5 = load<u64>(r, 40), t6 = load<u64>(r, 48), t7 = load<u64>(r, 56)
  let t8 = load<u64>(r, 64), t9 = load<u64>(r, 72)
  let x: u64 = 0
  // what is above 2^256 is folded back, 2^256 = 2^32 + 977: twice, because the first may carry once more;
  // then it is below 2^256, and 2^32 + 977 more are above that where it is p or more: folded a third time
  for (let i = 0; i < 3; i++) {
    x = t9 >> 22
    if (i == 2) {
      let c = t0 + 977
      c = t1 + 64 + (c >> 26)
      c = t2 + (c >> 26)
      c = t3 + (c >> 26)
      c = t4 + (c >> 26)
      c = t5 + (c >> 26)
      c = t6 + (c >> 26)
      c = t7 + (c >> 26)
      c = t8 + (c >> 26)
      x = (t9 + (c >> 26)) >> 22
    }
    t9 &= M22
    t0 += x * 977
    t1 += (x << 6) + (t0 >> 26); t0 &= M26
    t2 += t1 >> 26; t1 &= M26
    t3 += t2 >> 26; t2 &= M26
    t4 += t3 >> 26; t3 &= M26
    t5 += t4 >> 26; t4 &= M26
    t6 += t5 >> 26; t5 &= M26
    t7 += t6 >> 26; t6 &= M26
    t8 += t7 >> 26; t7 &= M26
    t9 += t8 >> 26; t8 &= M26
  }
  t9 &= M22
  store<u64>(r, t0); store<u64>(r, t1, 8); store<u64>(r, t2, 16); store<u64>(r, t3, 24)
  store<u64>(r, t4, 32); store<u64>(r, t5, 40); store<u64>(r, t6, 48); store<u64>(r, t7, 56)
  store<u64>(r, t8, 64); store<u64>(r, t9, 72)
}

/** Of an element that is normalized. */
export function isZero(a: usize): bool {
  let or: u64 = 0
  for (let i: usize = 0; i < FE; i += 8) or |= load<u64>(a + i)
  return or == 0
}

/** 32 bytes big-endian, taken mod p. */
export function fromBytes(r: usize, at: usize): void {
  const w0 = bswap<u64>(load<u64>(at, 24)), w1 = bswap<u64>(load<u64>(at, 16))
  const w2 = bswap<u64>(load<u64>(at, 8)), w3 = bswap<u64>(load<u64>(at))
  store<u64>(r, w0 & M26)
  store<u64>(r, (w0 >> 26) & M26, 8)
  store<u64>(r, ((w0 >> 52) | (w1 << 12)) & M26, 16)
  store<u64>(r, (w1 >> 14) & M26, 24)
  store<u64>(r, ((w1 >> 40) | (w2 << 24)) & M26, 32)
  store<u64>(r, (w2 >> 2) & M26, 40)
  store<u64>(r, (w2 >> 28) & M26, 48)
  store<u64>(r, ((w2 >> 54) | (w3 << 10)) & M26, 56)
  store<u64>(r, (w3 >> 16) & M26, 64)
  store<u64>(r, w3 >> 42, 72)
}

/** Normalizes it, and puts it at `at`: 32 bytes big-endian. */
export function toBytes(at: usize, a: usize): void {
  normalize(a)
  const t0 = load<u64>(a), t1 = load<u64>(a, 8), t2 = load<u64>(a, 16), t3 = load<u64>(a, 24)
  const t4 = load<u64>(a, 32), t5 = load<u64>(a, 40), t6 = load<u64>(a, 48), t7 = load<u64>(a, 56)
  const t8 = load<u64>(a, 64), t9 = load<u64>(a, 72)
  store<u64>(at, bswap<u64>(t0 | (t1 << 26) | (t2 << 52)), 24)
  store<u64>(at, bswap<u64>((t2 >> 12) | (t3 << 14) | (t4 << 40)), 16)
  store<u64>(at, bswap<u64>((t4 >> 24) | (t5 << 2) | (t6 << 28) | (t7 << 54)), 8)
  store<u64>(at, bswap<u64>((t7 >> 10) | (t8 << 16) | (t9 << 42)))
}
