/** Whoever is measured opens what all are given, and what they seal is what all seal. */
import { describe, expect, it } from 'vitest'
import { KEY_CONTENDERS, PACKET_CONTENDERS, TRANSPORT_CONTENDERS } from '../contenders/all.js'
import { nodeNative } from '../contenders/node-native.js'
import { mustAgree, mustEqual } from '../contenders/same.js'
import { PACES } from '../measure/rounds.js'
import { measureGrowth } from '../parts/growth.js'
import { measurePackets } from '../parts/packets.js'
import { KEYS, makeStreams, packetsOf, SIZES, streamFor } from '../parts/streams.js'

const ALL = [...PACKET_CONTENDERS, nodeNative]
const LENGTH_FIELD = 3
const HASTE = { rounds: 1, roundMs: 0.01, warmMs: 0, streamBytes: 10_000 }

for (const contender of ALL)
  describe(`${contender.name}, ${contender.does}`, () => {
    it('seals as the stream has it, and opens it', async () => {
      const ciphers = await contender.load()
      // WebCrypto of this engine may lack it
      if (!ciphers) return expect(contender.name).toBe('WebCrypto')
      const packets = 450
      for (const size of [0, 32, 1_000]) {
        const streams = await makeStreams(size, packets)
        const stream = streamFor(contender, streams)
        const seal = await ciphers.sealer(KEYS)
        const length = stream.length / packets
        for (let n = 0; n < packets && contender.does === 'packets'; n++)
          expect(await seal(streams.contents)).toEqual(stream.slice(n * length, (n + 1) * length))
        const open = await ciphers.opener(KEYS)
        expect(await open(stream.slice(), size)).toBe(size * packets)
      }
    })

    it('does not open what has been changed', async () => {
      const ciphers = await contender.load()
      if (!ciphers) return expect(contender.name).toBe('WebCrypto')
      const streams = await makeStreams(100, 2)
      const bent = streamFor(contender, streams).slice()
      const at = bent.length / 2 + LENGTH_FIELD + 50
      bent[at] = (bent[at] ?? 0) ^ 1
      const open = async () => (await ciphers.opener(KEYS))(bent, 100)
      await expect(open()).rejects.toThrow()
    })
  })

it('gives 100 kB in more than an epoch, and 4 MB in several packets', () => {
  expect(packetsOf(100_000, PACES.full)).toBeGreaterThan(224)
  expect(packetsOf(4_000_000, PACES.full)).toBeGreaterThan(2)
  for (const { size } of SIZES) expect(packetsOf(size, PACES.quick)).toBeGreaterThan(1)
})

it('measures nobody who comes to other results', async () => {
  const [first, second] = await Promise.all(KEY_CONTENDERS.map(({ load }) => load()))
  if (!first || !second) throw new Error('there are too few')
  const magic = new Uint8Array(4)
  mustAgree('second', second, first, magic)
  const wrong = { ...second, ecdh: () => new Uint8Array(32) }
  expect(() => mustAgree('wrong', wrong, first, magic)).toThrow(/wrong: the shared secret/)
  expect(() => mustEqual('x', 'y', Uint8Array.of(1), Uint8Array.of(1, 2))).toThrow('x: y is 01')
  const broken = {
    name: 'broken',
    does: 'packets' as const,
    load: async () => ({ sealer: () => (bytes: Uint8Array) => bytes, opener: () => () => 0 }),
  }
  await expect(measurePackets([broken], 'node', HASTE)).rejects.toThrow(/broken: packet 0/)
})

it('measures how a transport grows, at each size', async () => {
  const growth = await measureGrowth(TRANSPORT_CONTENDERS, 'node', HASTE, 1_000)
  const ids = growth.map(({ id, points }) => [id, points.length])
  expect(ids.slice(0, 3)).toEqual([
    ['growth/packets', 1],
    ['growth/bytes', 8],
    ['growth/garbage', 6],
  ])
})
