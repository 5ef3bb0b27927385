/** The fast core's curve gives what the reference gives, and what others do (H9, K1, K5, K6). */

import { elligatorSwift } from '@scure/btc-signer/p2p.js'
import { describe, expect, it } from 'vitest'
import { fromHex, REFERENCE_CORE, toHex, type XswiftecCase } from '../../src/index.js'
import { liftX, mod, multiply, P, power } from '../support/curve.js'
import { bytesOf, seeded } from '../support/random.js'
import { FAST } from './cores.js'

const N = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n
/** λ·(x, y) = (βx, y): the endomorphism by which a scalar is split. */
const LAMBDA = 0x5363ad4cc05c30e0a5261c028812645a122e22ea20816678df02967c1b23bd72n
const G_X = 0x79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798n
const CASES: readonly XswiftecCase[] = [0, 1, 2, 3, 4, 5, 6, 7]

const bytes32 = (n: bigint) => fromHex(n.toString(16).padStart(64, '0'))
const integer = (bytes: Uint8Array) => BigInt(`0x${toHex(bytes)}`)
const ellswiftOf = (u: bigint, t: bigint) => fromHex(toHex(bytes32(u)) + toHex(bytes32(t)))

/** Both halves of the split at their ends, and what lies about the group's and the field's size. */
const EDGE_SCALARS = [
  ...Array.from({ length: 70 }, (_, i) => BigInt(i + 1)),
  ...Array.from({ length: 40 }, (_, i) => N - 1n - BigInt(i)),
  ...Array.from({ length: 40 }, (_, i) => mod(LAMBDA * BigInt(i + 1), N)),
  ...Array.from({ length: 40 }, (_, i) => N - mod(LAMBDA * BigInt(i + 1), N)),
  ...Array.from({ length: 20 }, (_, i) => mod(LAMBDA + BigInt(i - 10), N)),
  ...Array.from({ length: 20 }, (_, i) => mod(1n + LAMBDA * (1n + 2n * BigInt(i)), N)),
  ...Array.from({ length: 255 }, (_, i) => 1n << BigInt(i)),
  ...Array.from({ length: 255 }, (_, i) => (1n << BigInt(i + 1)) - 1n),
  (N - 1n) / 2n,
  (N + 1n) / 2n,
].filter((scalar) => scalar > 0n && scalar < N)

/** u and t that BIP324 speaks of, and those about the field's size. */
const EDGES = [0n, 1n, 2n, P - 2n, P - 1n, P, P + 1n, P + 2n, 2n ** 256n - 2n, 2n ** 256n - 1n]

const pairOf = (core: typeof FAST | typeof REFERENCE_CORE, key: Uint8Array, seed: string) =>
  core.ellswiftKeyPair(key, seeded(seed))

describe('a public key', () => {
  it('of a scalar at an edge is that of the reference (H9)', () => {
    for (const scalar of EDGE_SCALARS) {
      const key = bytes32(scalar)
      const { ellswift } = pairOf(FAST, key, `edge ${scalar}`)
      expect(toHex(ellswift)).toBe(toHex(pairOf(REFERENCE_CORE, key, `edge ${scalar}`).ellswift))
    }
  })

  it('of 1,000 random scalars too, from the same random bytes (K6)', () => {
    const [ours, theirs] = [seeded('keys'), seeded('keys')]
    for (let i = 0; i < 1000; i++) {
      const pair = FAST.ellswiftCreate(ours)
      expect(pair).toEqual(REFERENCE_CORE.ellswiftCreate(theirs))
    }
    expect(ours(8)).toEqual(theirs(8))
  })

  it('is refused for 0, N and more, and a source that gives nothing usable is told of', () => {
    for (const core of [REFERENCE_CORE, FAST]) {
      const bad = (code: string) => expect.objectContaining({ name: 'LocalProtocolError', code })
      for (const scalar of [0n, N, N + 1n, 2n ** 256n - 1n]) {
        expect(() => pairOf(core, bytes32(scalar), '')).toThrow(bad('BAD_PRIVATE_KEY'))
        expect(() => core.ellswiftEcdhXonly(bytesOf(64), bytes32(scalar))).toThrow(
          bad('BAD_PRIVATE_KEY'),
        )
      }
      expect(() => core.ellswiftCreate((n) => new Uint8Array(n))).toThrow(bad('BAD_RANDOM_SOURCE'))
      expect(() => core.ellswiftKeyPair(bytes32(1n), (n) => new Uint8Array(n))).toThrow(
        bad('BAD_RANDOM_SOURCE'),
      )
      expect(() => core.ellswiftDecode(bytesOf(63))).toThrow(bad('BAD_ARGUMENT'))
      expect(() => core.xelligatorswift(bytes32(5n), seeded(1))).toThrow(bad('X_NOT_ON_CURVE'))
      expect(() => core.xswiftecInv(bytes32(5n), bytes32(1n), 0)).toThrow(bad('X_NOT_ON_CURVE'))
      for (const u of [0n, P]) {
        expect(() => core.xswiftecInv(bytes32(G_X), bytes32(u), 0)).toThrow(bad('BAD_ARGUMENT'))
      }
    }
  })
})

describe('a decoding', () => {
  it('of u and t at every edge is that of the reference (K5)', () => {
    // t with u³ + t² + 7 = 0, which is doubled
    const special = Array.from({ length: 12 }, (_, i) => BigInt(i + 1)).flatMap((u) => {
      const square = mod(-(u ** 3n + 7n))
      const t = power(square, (P + 1n) / 4n)
      return mod(t * t) === square ? [ellswiftOf(u, t), ellswiftOf(u, P - t)] : []
    })
    expect(special.length).toBeGreaterThan(4)
    const random = [1n, 2n].map((i) => integer(bytesOf(32, `edge ${i}`)))
    const all = [...EDGES, ...random]
    const edges = all.flatMap((u) => all.map((t) => ellswiftOf(u, t)))
    for (const ellswift of [...special, ...edges]) {
      expect(toHex(FAST.ellswiftDecode(ellswift))).toBe(
        toHex(REFERENCE_CORE.ellswiftDecode(ellswift)),
      )
    }
  })

  it('of 3,000 random keys is that of the reference, and of another library (K5)', () => {
    const random = seeded('decode')
    for (let i = 0; i < 3000; i++) {
      const ellswift = random(64)
      const x = toHex(FAST.ellswiftDecode(ellswift))
      expect(x).toBe(toHex(elligatorSwift.decode(ellswift.slice())))
      if (i % 3 === 0) expect(x).toBe(toHex(REFERENCE_CORE.ellswiftDecode(ellswift)))
    }
  })
})

it('finds the same t, or none, in all eight cases of 500 random u, and of u at the edges (K6)', () => {
  const random = seeded('inverse')
  const edges = EDGES.filter((u) => mod(u) !== 0n && u < 2n ** 256n).map(bytes32)
  for (let i = 0; i < 500; i++) {
    const x = FAST.ellswiftDecode(random(64))
    const u = edges[i] ?? random(32)
    for (const which of CASES) {
      const t = FAST.xswiftecInv(x, u, which)
      expect(t).toEqual(REFERENCE_CORE.xswiftecInv(x, u, which))
    }
  }
  // u = x, where a case divides by their difference
  const x = bytes32(G_X)
  for (const which of CASES) {
    expect(FAST.xswiftecInv(x, x, which)).toEqual(REFERENCE_CORE.xswiftecInv(x, x, which))
  }
})

describe('ECDH', () => {
  it('with a scalar at an edge is that of the reference (K1)', () => {
    const theirs = bytesOf(64, 'theirs')
    for (const scalar of EDGE_SCALARS) {
      const key = bytes32(scalar)
      expect(toHex(FAST.ellswiftEcdhXonly(theirs, key))).toBe(
        toHex(REFERENCE_CORE.ellswiftEcdhXonly(theirs, key)),
      )
    }
  })

  it('with u and t at every edge is that of the definition (K1, K5)', () => {
    const key = 0xf00dn
    for (const u of EDGES) {
      for (const t of EDGES) {
        const ellswift = ellswiftOf(u, t)
        const point = liftX(integer(REFERENCE_CORE.ellswiftDecode(ellswift)))
        const expected = point && multiply(key, point).x
        expect(integer(FAST.ellswiftEcdhXonly(ellswift, bytes32(key)))).toBe(expected)
      }
    }
  })

  it('of 1,000 random keys is that of the reference (K1)', () => {
    const random = seeded('ecdh')
    for (let i = 0; i < 1000; i++) {
      const [theirs, key] = [random(64), random(32)]
      const x = toHex(FAST.ellswiftEcdhXonly(theirs, key))
      expect(x).toBe(toHex(REFERENCE_CORE.ellswiftEcdhXonly(theirs, key)))
    }
  })

  it('agrees with another library, 300 times, from both sides (K1)', () => {
    const random = seeded('agree')
    for (let i = 0; i < 300; i++) {
      const [a, b] = [FAST.ellswiftCreate(random), FAST.ellswiftCreate(random)]
      const x = toHex(FAST.ellswiftEcdhXonly(b.ellswift, a.privateKey))
      expect(x).toBe(toHex(FAST.ellswiftEcdhXonly(a.ellswift, b.privateKey)))
      expect(x).toBe(toHex(elligatorSwift.getSharedSecret(a.privateKey, b.ellswift)))
    }
  })
})
