/** Statistics of bytes, against python3 (`fractions` and `math`) and what is known of random bytes. */

import { randomBytes } from 'node:crypto'
import { fromHex } from '@v2scope/bip324'
import { describe, expect, it } from 'vitest'
import { measureBytes } from '../src/statistics/measure-bytes.js'

const MAGIC = fromHex('fabfb5da')

function measured(bytes: Uint8Array) {
  const statistics = measureBytes(bytes, MAGIC)
  if (!statistics) throw new Error('nothing was measured')
  return statistics
}

const ascii = (text: string) => new TextEncoder().encode(text)

/** x → (1103515245 x + 12345) mod 2³¹ from 1 on, bits 16 to 23 of each. */
function linearCongruential(length: number): Uint8Array {
  let x = 1n
  return Uint8Array.from({ length }, () => {
    x = (x * 1_103_515_245n + 12_345n) % 2n ** 31n
    return Number((x >> 16n) & 255n)
  })
}

describe('bytes that python3 has measured', () => {
  it('are as random as a linear congruential generator makes them', () => {
    const { bytes, entropy, chiSquare, runs, serial } = measured(linearCongruential(4096))
    expect(bytes).toBe(4096)
    expect(entropy.bits).toBeCloseTo(7.952861093228141, 12)
    // (256 − 1)/(2 · 4096 · ln 2) below 8
    expect(entropy.expected).toBeCloseTo(7.955092, 6)
    expect(chiSquare).toMatchObject({ value: 263, degrees: 255, isEnough: true })
    expect(runs).toMatchObject({ bits: 32_768, ones: 16_494, runs: 16_473 })
    expect(runs.expected).toBeCloseTo(16_384.261474609375, 9)
    expect(runs.z).toBeCloseTo(0.9804906129550537, 12)
    expect(runs.p).toBeCloseTo(0.326844001007925, 12)
    expect(serial.value).toBeCloseTo(0.01068387514134343, 14)
  })

  it('are text', () => {
    const text = 'In the clear everything can be read by everybody on the path. '.repeat(20)
    const { entropy, chiSquare, runs, serial, telling } = measured(ascii(text))
    expect(entropy.bits).toBeCloseTo(3.8202646567772276, 12)
    expect(chiSquare.value).toBeCloseTo(27_828.387096774193, 8)
    expect(chiSquare.isEnough).toBe(false)
    expect(chiSquare.p).toBe(0)
    expect(runs).toMatchObject({ ones: 4240, runs: 4881 })
    expect(runs.z).toBeCloseTo(0.502919012848168, 12)
    expect(serial.value).toBeCloseTo(-0.16034993833134303, 14)
    expect(telling.textBytes).toBe(text.length)
  })
})

describe('bytes of which it is known', () => {
  it('have no entropy where all are the same, and no correlation that could be reckoned', () => {
    const { entropy, chiSquare, runs, serial } = measured(new Uint8Array(2560))
    expect(entropy.bits).toBe(0)
    // one value of 256 has them all: 255 · n
    expect(chiSquare.value).toBe(255 * 2560)
    expect(runs.runs).toBe(1)
    expect(serial.value).toBeUndefined()
  })

  it('have eight bits where each value is as frequent, though they come in order', () => {
    const { entropy, chiSquare, serial } = measured(
      Uint8Array.from({ length: 2560 }, (_, i) => i % 256),
    )
    expect(entropy.bits).toBeCloseTo(8, 12)
    expect(chiSquare).toMatchObject({ value: 0, p: 1 })
    // which neither entropy nor χ² can show
    expect(serial.value ?? 0).toBeGreaterThan(0.9)
  })

  it('change at every bit, or at every other', () => {
    expect(measured(new Uint8Array(100).fill(0x55)).runs).toMatchObject({ ones: 400, runs: 800 })
    expect(measured(new Uint8Array(100).fill(0x33)).runs).toMatchObject({ ones: 400, runs: 400 })
  })

  it('are from the platform’s CSPRNG', () => {
    const { entropy, chiSquare, runs, serial, telling } = measured(randomBytes(300_000))
    expect(Math.abs(entropy.bits - entropy.expected)).toBeLessThan(1e-3)
    // once in a thousand million times
    expect(chiSquare.p).toBeGreaterThan(1e-9)
    expect(chiSquare.p).toBeLessThan(1 - 1e-9)
    expect(runs.p).toBeGreaterThan(1e-9)
    expect(Math.abs(serial.value ?? 1)).toBeLessThan(4 * serial.bound)
    expect(telling.commands).toBe(0)
  })

  it('are none', () => {
    expect(measureBytes(new Uint8Array(0), MAGIC)).toBeUndefined()
  })
})

describe('what jumps out', () => {
  it('is counted: magic, message types, text', () => {
    const bytes = Uint8Array.from([
      ...MAGIC,
      ...ascii('version\0\0\0\0\0'),
      ...[7, 7],
      ...MAGIC,
      // whose end is the end of another type
      ...ascii('sendaddrv2\0\0\0\0\0\0'),
      ...ascii('not a type\0\0'),
      ...ascii('verackx\0\0\0\0\0'),
      ...ascii('five!\0'),
      ...ascii('/Satoshi:29.1.0/'),
    ])
    expect(measured(bytes).telling).toEqual({
      magics: 2,
      commands: 2,
      textBytes: 'versionsendaddrv2not a typeverackx/Satoshi:29.1.0/'.length,
    })
  })
})
