/** Statistics of bytes; see `ByteStatistics`. */

import { log2 } from '../numbers/exact.js'
import { normalTwoSided } from '../numbers/tails.js'
import type { ByteStatistics, Entropy, Runs, SerialCorrelation } from './byte-statistics.js'
import { chiSquare } from './chi-square.js'
import { telling } from './telling.js'

const VALUES = 256
const BITS = 8
/** Within so many standard deviations, 95 times in a hundred. */
const WITHIN_95 = 1.959963984540054

/** Undefined of no bytes. @param magic of the network, 4 bytes */
export function measureBytes(bytes: Uint8Array, magic: Uint8Array): ByteStatistics | undefined {
  if (bytes.length === 0) return undefined
  const counts = new Uint32Array(VALUES)
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1
  return {
    bytes: bytes.length,
    counts,
    entropy: entropyOf(counts, bytes.length),
    chiSquare: chiSquare(counts),
    runs: runsOf(bytes),
    serial: serialOf(bytes),
    telling: telling(bytes, magic),
  }
}

/** −Σ p log₂ p, p = count/n; random bytes fall short of 8 by (256 − 1)/(2 n ln 2) on average. */
function entropyOf(counts: Uint32Array, n: number): Entropy {
  let bits = 0
  for (const count of counts) if (count > 0) bits -= (count / n) * log2(count / n)
  return { bits, expected: Math.max(0, BITS - (VALUES - 1) / (2 * n * Math.LN2)) }
}

/** Of each byte: how many bits are 1, and how often one bit differs from the next. */
const ONES = Uint8Array.from({ length: VALUES }, (_, byte) => bitsOf(byte).filter(Boolean).length)
const CHANGES = Uint8Array.from(
  { length: VALUES },
  (_, byte) => bitsOf(byte).filter((bit, i, bits) => i > 0 && bit !== bits[i - 1]).length,
)

/** The highest first. */
function bitsOf(byte: number): number[] {
  return Array.from({ length: BITS }, (_, i) => (byte >> (BITS - 1 - i)) & 1)
}

/** μ = 2 n₁ n₀/n + 1, σ² = (μ − 1)(μ − 2)/(n − 1) */
function runsOf(bytes: Uint8Array): Runs {
  let ones = 0
  let runs = 1
  let before = (bytes[0] ?? 0) >> (BITS - 1)
  for (const byte of bytes) {
    ones += ONES[byte] ?? 0
    // its highest bit against the lowest of the one before
    runs += (CHANGES[byte] ?? 0) + ((byte >> (BITS - 1)) ^ (before & 1))
    before = byte
  }
  const bits = bytes.length * BITS
  const expected = (2 * ones * (bits - ones)) / bits + 1
  const variance = ((expected - 1) * (expected - 2)) / (bits - 1)
  const z = variance > 0 ? (runs - expected) / Math.sqrt(variance) : 0
  return { bits, ones, runs, expected, z, p: normalTwoSided(z) }
}

/** (n Σ xᵢxᵢ₊₁ − (Σ xᵢ)²)/(n Σ xᵢ² − (Σ xᵢ)²), the first after the last (Knuth, TAOCP 3.3.2 K). */
function serialOf(bytes: Uint8Array): SerialCorrelation {
  const n = bytes.length
  let [sum, squares, products] = [0, 0, 0]
  let before = bytes[n - 1] ?? 0
  for (const byte of bytes) {
    sum += byte
    squares += byte * byte
    products += before * byte
    before = byte
  }
  const spread = n * squares - sum * sum
  return {
    value: spread === 0 ? undefined : (n * products - sum * sum) / spread,
    bound: WITHIN_95 / Math.sqrt(n),
  }
}
