/** The fast core's packets are those of the reference, byte for byte (C1–C3, P1, P5). */

import { describe, expect, it } from 'vitest'
import { fastCore } from '../../src/fast/index.js'
import { type DirectionCipher, PacketCipher, type Rekey } from '../../src/index.js'
import { bytesOf } from '../support/random.js'
import { FAST, fast, reference } from './cores.js'

const NO_AAD = new Uint8Array(0)
const LONGEST = 4_000_013
const SIZES = [
  ...Array.from({ length: 1101 }, (_, size) => size),
  4079,
  4080,
  8191,
  100_000,
  LONGEST,
]

/** `toEqual` takes a second for a large array. */
const areEqual = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0

/** Opens a packet of the next number. */
function open(cipher: DirectionCipher, packet: Uint8Array, aad = NO_AAD) {
  const length = cipher.decryptLength(packet.subarray(0, 3))
  return { length, opened: cipher.decrypt(packet.subarray(3), aad) }
}

it('is one, whoever asks', () => {
  expect(fastCore()).toBe(FAST)
  expect(FAST.name).toBe('fast')
})

it('seals contents of each size as the reference does, and opens them', () => {
  const [ours, theirs, opener] = [reference(), fast(), fast()]
  for (const size of SIZES) {
    const contents = bytesOf(size)
    const ignore = size % 3 === 0
    const packet = ours.encrypt(contents, { ignore })
    expect(areEqual(theirs.encrypt(contents, { ignore }), packet), `sealed ${size}`).toBe(true)
    const { length, opened } = open(opener, packet)
    expect([length, opened?.ignore, opened?.header]).toEqual([size, ignore, ignore ? 0x80 : 0])
    expect(areEqual(opened?.contents ?? bytesOf(size + 1), contents), `opened ${size}`).toBe(true)
  }
})

it('keeps to the reference over 2,000 packets, and tells the same keys at each rekey', () => {
  const told: Record<'ours' | 'theirs' | 'opener', [string, Rekey][]> = {
    ours: [],
    theirs: [],
    opener: [],
  }
  const telling = (whose: keyof typeof told) => ({
    L: (rekey: Rekey) => told[whose].push(['L', rekey]),
    P: (rekey: Rekey) => told[whose].push(['P', rekey]),
  })
  const ours = reference(telling('ours'))
  const theirs = fast(telling('theirs'))
  const opener = fast(telling('opener'))
  for (let n = 0; n < 2000; n++) {
    const contents = bytesOf((n * 37) % 300, n)
    const packet = ours.encrypt(contents)
    expect([theirs.packetNumber, theirs.packetsUntilRekey]).toEqual([n, 224 - (n % 224)])
    expect(areEqual(theirs.encrypt(contents), packet), `packet ${n}`).toBe(true)
    expect(areEqual(open(opener, packet).opened?.contents ?? packet, contents)).toBe(true)
  }
  expect(told.ours).toHaveLength(2 * 8)
  expect(told.theirs).toEqual(told.ours)
  expect(told.opener).toEqual(told.ours)
})

it.each([...Array.from({ length: 201 }, (_, size) => size), 4095, 70_000])(
  'authenticates an AAD of %i bytes (H6)',
  (size) => {
    const aad = bytesOf(size, 'aad')
    const [ours, theirs, opener] = [reference(), fast(), fast()]
    for (const contents of [NO_AAD, bytesOf(15), bytesOf(16), bytesOf(700)]) {
      const packet = ours.encrypt(contents, { aad })
      expect(areEqual(theirs.encrypt(contents, { aad }), packet)).toBe(true)
      const other =
        size === 0 ? Uint8Array.of(0) : aad.map((byte, i) => (i === size - 1 ? ~byte : byte))
      const { opened } = open(opener, packet, other)
      expect(opened).toBeUndefined()
      expect(opener.decrypt(packet.subarray(3), aad)?.contents).toEqual(contents)
    }
  },
)

describe('into an array of the caller’s', () => {
  it('puts packets and contents at its front, and nothing behind them', () => {
    for (const cipher of [reference, fast]) {
      const [sealer, opener] = [cipher(), cipher()]
      const expected = reference()
      for (const size of [0, 1, 31, 32, 33, 300, 4079, 4080, 4096, 70_000]) {
        const contents = bytesOf(size)
        const output = new Uint8Array(size + 30).fill(0xee)
        const options = { ignore: size % 2 === 0 }
        expect(sealer.encryptInto(contents, output, options)).toBe(size + 20)
        expect(areEqual(output.subarray(0, size + 20), expected.encrypt(contents, options))).toBe(
          true,
        )
        expect(output.subarray(size + 20)).toEqual(new Uint8Array(10).fill(0xee))
        expect(opener.decryptLength(output.subarray(0, 3))).toBe(size)
        const opened = new Uint8Array(size + 5).fill(0xee)
        const header = opener.decryptInto(output.subarray(3, size + 20), opened)
        expect(header).toBe(options.ignore ? 0x80 : 0)
        expect(areEqual(opened.subarray(0, size), contents)).toBe(true)
        expect(opened.subarray(size)).toEqual(new Uint8Array(5).fill(0xee))
      }
    }
  })

  it('works where input and output overlap', () => {
    for (const cipher of [reference, fast]) {
      const shared = new Uint8Array(6000)
      const contents = bytesOf(5000)
      shared.set(contents, 10)
      cipher().encryptInto(shared.subarray(10, 5010), shared)
      expect(areEqual(shared.subarray(0, 5020), reference().encrypt(contents))).toBe(true)
      const opener = cipher()
      opener.decryptLength(shared.subarray(0, 3))
      expect(opener.decryptInto(shared.subarray(3, 5020), shared)).toBe(0)
      expect(areEqual(shared.subarray(0, 5000), contents)).toBe(true)
    }
  })

  it('refuses one that is too short, and has not moved on', () => {
    const local = expect.objectContaining({ name: 'LocalProtocolError', code: 'BAD_ARGUMENT' })
    for (const cipher of [reference(), fast()]) {
      expect(() => cipher.encryptInto(bytesOf(10), new Uint8Array(29))).toThrow(local)
      expect(() => cipher.decryptInto(bytesOf(30), new Uint8Array(12))).toThrow(local)
      expect(cipher.packetNumber).toBe(0)
      expect(areEqual(cipher.encrypt(bytesOf(10)), reference().encrypt(bytesOf(10)))).toBe(true)
    }
  })
})

it('writes nothing where a tag is wrong, and opens the right packet afterwards (P5)', () => {
  for (const size of [0, 1, 15, 16, 63, 64, 191, 192, 255, 256, 1000, 5000]) {
    const sealer = reference()
    const opener = fast()
    const packet = sealer.encrypt(bytesOf(size))
    opener.decryptLength(packet.subarray(0, 3))
    const sealed = packet.subarray(3)
    for (let bit = 0; bit < 8 * sealed.length; bit += size < 100 ? 1 : 41) {
      const wrong = sealed.slice()
      wrong[bit >> 3] = (wrong[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      const output = new Uint8Array(size).fill(0xee)
      const before = wrong.slice()
      expect(opener.decryptInto(wrong, output)).toBeUndefined()
      expect(areEqual(output, new Uint8Array(size).fill(0xee))).toBe(true)
      expect(opener.decryptInto(wrong, wrong)).toBeUndefined()
      expect(areEqual(wrong, before)).toBe(true)
    }
    expect(opener.packetNumber).toBe(0)
    expect(areEqual(opener.decrypt(sealed)?.contents ?? sealed, bytesOf(size))).toBe(true)
  }
})

it('opens nothing that is shorter than a header and a tag', () => {
  for (const cipher of [reference(), fast()]) {
    for (let size = 0; size < 17; size++) {
      expect(cipher.decrypt(new Uint8Array(size))).toBeUndefined()
      expect(cipher.decryptInto(new Uint8Array(size), new Uint8Array(0))).toBeUndefined()
    }
  }
})

it('lets whoever is told of a new key use the core at once', () => {
  const inner = { ours: reference(), theirs: fast() }
  const seen: Record<keyof typeof inner, Uint8Array[]> = { ours: [], theirs: [] }
  const telling = (whose: keyof typeof inner) => {
    const tell = () => seen[whose].push(inner[whose].encrypt(bytesOf(500)))
    return { L: tell, P: tell }
  }
  const [ours, theirs] = [reference(telling('ours')), fast(telling('theirs'))]
  for (let n = 0; n < 450; n++) {
    expect(areEqual(theirs.encrypt(bytesOf(100, n)), ours.encrypt(bytesOf(100, n)))).toBe(true)
  }
  expect(seen.ours).toHaveLength(4)
  expect(seen.theirs).toEqual(seen.ours)
})

// Of one sum in 2^70 or so, but whoever has the keys can look for one: h is the prime and little more, so that
// the last carry from limb 4 to limb 0 goes on through all of limb 1 to limb 2.
it.each([
  [
    'e351ef8b38ba2daa5ce5e878d35788584ea38179a31f8e2c3a7d53027ffff2e7',
    '6eb0ff8f20fc8b068add50cd4b5a1c90940e41b370ede04e7afc7dcf06989a',
  ],
  [
    'f45f547ccb7bd925916fa98cfc2799b454e3436d1769748bc0279f0bb0eee8c5',
    '14d627b6c7853a2c88a2958afd0bdb36c15b18af40ae48882b50361e97ade7',
  ],
])('has the tag of the reference where the last carry passes a whole limb', (keyP, contents) => {
  const key = Buffer.from(keyP, 'hex')
  const packet = new PacketCipher(key, key).encrypt(Buffer.from(contents, 'hex'))
  expect(FAST.directionCipher(key, key).encrypt(Buffer.from(contents, 'hex'))).toEqual(packet)
  expect(open(FAST.directionCipher(key, key), packet).opened).toBeDefined()
})
