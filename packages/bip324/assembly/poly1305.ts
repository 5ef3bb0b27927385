/** RFC 8439 §2.5: Poly1305, in five limbs of 26 bits; without branches on what is secret. */

export const M26: u64 = 0x3ffffff
/** Bit 128 of a whole block, in limb 4. */
export const WHOLE: u64 = 1 << 24
/** From so many bytes on, two blocks are done at once. */
const LONG: usize = 64

/** The block that is not whole. */
const LAST: usize = memory.data(16, 16)

// r, r² and h
export let r0: u64 = 0, r1: u64 = 0, r2: u64 = 0, r3: u64 = 0, r4: u64 = 0
export let q0: u64 = 0, q1: u64 = 0, q2: u64 = 0, q3: u64 = 0, q4: u64 = 0
/** Whether q is r² of the present r: said apart, so that no value of q decides anything. */
let hasSquare: bool = false
export let h0: u64 = 0, h1: u64 = 0, h2: u64 = 0, h3: u64 = 0, h4: u64 = 0

/** @param key 32 bytes: r, clamped here, and s */
export function begin(key: usize): void {
  r0 = (load<u32>(key) as u64) & 0x3ffffff
  r1 = ((load<u32>(key, 3) >> 2) as u64) & 0x3ffff03
  r2 = ((load<u32>(key, 6) >> 4) as u64) & 0x3ffc0ff
  r3 = ((load<u32>(key, 9) >> 6) as u64) & 0x3f03fff
  r4 = ((load<u32>(key, 12) >> 8) as u64) & 0x00fffff
  h0 = h1 = h2 = h3 = h4 = 0
  hasSquare = false
}

/** Takes bytes, filled up to whole blocks with zeros (§2.8). */
export function takePadded(at: usize, length: usize): void {
  const whole = length & ~15
  if (whole >= LONG) takeLong(at, whole)
  else takeBlocks(at, whole)
  if (length == whole) return
  store<u64>(LAST, 0)
  store<u64>(LAST, 0, 8)
  memory.copy(LAST, at + whole, length - whole)
  takeBlocks(LAST, 16)
}

/** Takes two lengths, as the end of what an AEAD authenticates has them. */
export function takeLengths(first: usize, second: usize): void {
  store<u64>(LAST, first)
  store<u64>(LAST, second, 8)
  takeBlocks(LAST, 16)
}

/** h = (h + m)·r, for each block m. */
function takeBlocks(from: usize, length: usize): void {
  const s1 = r1 * 5, s2 = r2 * 5, s3 = r3 * 5, s4 = r4 * 5
  let g0 = h0, g1 = h1, g2 = h2, g3 = h3, g4 = h4
  for (let at = from, end = from + length; at < end; at += 16) {
    const lo = load<u64>(at), hi = load<u64>(at, 8)
    g0 += lo & M26
    g1 += (lo >> 26) & M26
    g2 += ((lo >> 52) | (hi << 12)) & M26
    g3 += (hi >> 14) & M26
    g4 += (hi >> 40) | WHOLE
    const d0 = g0 * r0 + g1 * s4 + g2 * s3 + g3 * s2 + g4 * s1
    const d1 = g0 * r1 + g1 * r0 + g2 * s4 + g3 * s3 + g4 * s2
    const d2 = g0 * r2 + g1 * r1 + g2 * r0 + g3 * s4 + g4 * s3
    const d3 = g0 * r3 + g1 * r2 + g2 * r1 + g3 * r0 + g4 * s4
    const d4 = g0 * r4 + g1 * r3 + g2 * r2 + g3 * r1 + g4 * r0
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
  setSum(g0, g1, g2, g3, g4)
}

/** Two blocks at a time: h = (h + m)·r² + m'·r, with half as many carries. @param length a multiple of 16 */
function takeLong(from: usize, length: usize): void {
  square()
  const a0 = r0, a1 = r1, a2 = r2, a3 = r3, a4 = r4, s1 = a1 * 5, s2 = a2 * 5, s3 = a3 * 5, s4 = a4 * 5
  const b0 = q0, b1 = q1, b2 = q2, b3 = q3, b4 = q4, t1 = b1 * 5, t2 = b2 * 5, t3 = b3 * 5, t4 = b4 * 5
  let g0 = h0, g1 = h1, g2 = h2, g3 = h3, g4 = h4
  const end = from + length
  let at = from
  for (; at + 32 <= end; at += 32) {
    const lo = load<u64>(at), hi = load<u64>(at, 8)
    g0 += lo & M26
    g1 += (lo >> 26) & M26
    g2 += ((lo >> 52) | (hi << 12)) & M26
    g3 += (hi >> 14) & M26
    g4 += (hi >> 40) | WHOLE
    const lo2 = load<u64>(at, 16), hi2 = load<u64>(at, 24)
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
  setSum(g0, g1, g2, g3, g4)
  takeBlocks(at, end - at)
}

/** r² mod 2^130 − 5, unless it is there. */
export function square(): void {
  if (hasSquare) return
  hasSquare = true
  const s1 = r1 * 5, s2 = r2 * 5, s3 = r3 * 5, s4 = r4 * 5
  const d0 = r0 * r0 + r1 * s4 + r2 * s3 + r3 * s2 + r4 * s1
  const d1 = r0 * r1 + r1 * r0 + r2 * s4 + r3 * s3 + r4 * s2 + (d0 >> 26)
  const d2 = r0 * r2 + r1 * r1 + r2 * r0 + r3 * s4 + r4 * s3 + (d1 >> 26)
  const d3 = r0 * r3 + r1 * r2 + r2 * r1 + r3 * r0 + r4 * s4 + (d2 >> 26)
  const d4 = r0 * r4 + r1 * r3 + r2 * r2 + r3 * r1 + r4 * r0 + (d3 >> 26)
  const e0 = (d0 & M26) + (d4 >> 26) * 5
  q0 = e0 & M26
  q1 = (d1 & M26) + (e0 >> 26)
  q2 = d2 & M26
  q3 = d3 & M26
  q4 = d4 & M26
}

/** h, as a loop elsewhere has it now. */
// @ts-ignore: decorator
@inline
export function setSum(g0: u64, g1: u64, g2: u64, g3: u64, g4: u64): void {
  h0 = g0
  h1 = g1
  h2 = g2
  h3 = g3
  h4 = g4
}

/** h mod 2^130 − 5, plus s, to 16 bytes. @param key as `begin` had it */
export function finish(key: usize, out: usize): void {
  let c = h1 >> 26
  let a1 = h1 & M26
  let a2 = (h2 + c) & M26
  c = (h2 + c) >> 26
  let a3 = (h3 + c) & M26
  c = (h3 + c) >> 26
  let a4 = (h4 + c) & M26
  c = (h4 + c) >> 26
  const a0 = (h0 + c * 5) & M26
  // limb 4 may have been above its range, so this carry may go through limb 1: no limb may keep a 27th bit
  a1 += (h0 + c * 5) >> 26
  a2 += a1 >> 26
  a1 &= M26
  a3 += a2 >> 26
  a2 &= M26
  a4 += a3 >> 26
  a3 &= M26
  // h + 5 − 2^130: negative where h is below the prime; then h stays
  c = (a0 + 5) >> 26
  const b0 = (a0 + 5) & M26, b1 = (a1 + c) & M26
  c = (a1 + c) >> 26
  const b2 = (a2 + c) & M26
  c = (a2 + c) >> 26
  const b3 = (a3 + c) & M26
  c = (a3 + c) >> 26
  const b4 = a4 + c - (1 << 26)
  const keep: u64 = 0 - (b4 >> 63), take = ~keep
  const k0 = (a0 & keep) | (b0 & take), k1 = (a1 & keep) | (b1 & take), k2 = (a2 & keep) | (b2 & take)
  const k3 = (a3 & keep) | (b3 & take), k4 = (a4 & keep) | (b4 & take)
  const s = load<u64>(key, 16)
  const lo = (k0 | (k1 << 26) | (k2 << 52)) + s
  const hi = ((k2 >> 12) | (k3 << 14) | (k4 << 40)) + load<u64>(key, 24) + (lo < s ? 1 : 0)
  store<u64>(out, lo)
  store<u64>(out, hi, 8)
}

export function forgetSum(): void {
  r0 = r1 = r2 = r3 = r4 = 0
  q0 = q1 = q2 = q3 = q4 = 0
  h0 = h1 = h2 = h3 = h4 = 0
  memory.fill(LAST, 0, 16)
}
