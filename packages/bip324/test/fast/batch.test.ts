/** Many packets opened in one call: the same as one by one (P1, P3, P5, H8). */

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { OpenedPackets } from '../../src/fast/index.js'
import { concatBytes } from '../../src/index.js'
import { cut, fragmentation } from '../support/fragments.js'
import { bytesOf } from '../support/random.js'
import { fast, reference } from './cores.js'

interface Opened {
  readonly header: number
  readonly contents: Uint8Array
}

/** What a stream holds, opened in batches as its pieces come; and why it ended. */
function inBatches(pieces: readonly Uint8Array[], maxContents?: number) {
  const cipher = fast()
  const batch = new OpenedPackets()
  const opened: Opened[] = []
  let rest: Uint8Array = new Uint8Array(0)
  for (const piece of pieces) {
    rest = concatBytes(rest, piece)
    do {
      const before = rest.slice()
      cipher.decryptAll(rest, batch, maxContents)
      for (let i = 0; i < batch.count; i++) {
        const at = batch.headers[i] ?? 0
        const contents = rest.slice(at + 1, at + 1 + (batch.lengths[i] ?? 0))
        opened.push({ header: rest[at] ?? 0, contents })
      }
      // what was not opened is as it came
      expect(Buffer.compare(rest.subarray(batch.taken), before.subarray(batch.taken))).toBe(0)
      rest = rest.subarray(batch.taken)
      expect(cipher.packetNumber).toBe(opened.length)
    } while (batch.end === 'more' && rest.length > 0)
    if (batch.end === 'too large' || batch.end === 'not authentic') break
  }
  return { opened, rest, end: batch.end, cipher }
}

/** The same by the reference, one by one. */
function oneByOne(stream: Uint8Array): Opened[] {
  const cipher = reference()
  const opened: Opened[] = []
  for (let at = 0; at < stream.length; ) {
    const end = at + 20 + cipher.decryptLength(stream.subarray(at, at + 3))
    const packet = cipher.decrypt(stream.subarray(at + 3, end))
    if (!packet) throw new Error('the reference opens what it has sealed')
    opened.push({ header: packet.header, contents: packet.contents })
    at = end
  }
  return opened
}

function streamOf(sizes: readonly number[]): Uint8Array {
  const cipher = reference()
  return concatBytes(
    ...sizes.map((size, i) => cipher.encrypt(bytesOf(size, i), { ignore: i % 3 === 0 })),
  )
}

it('opens the same in any fragmentation, across rekeys', () => {
  const sizes = fc.array(fc.oneof(fc.nat(60), fc.nat(600), fc.constant(70_000)), {
    minLength: 1,
    maxLength: 500,
  })
  fc.assert(
    fc.property(sizes, fragmentation, (lengths, pieces) => {
      const stream = streamOf(lengths.slice(0, pieces[0] === 1 ? 20 : 500))
      const expected = oneByOne(stream)
      // byte by byte only what is short: the rest is put together anew for each piece here
      const { opened, rest, end } = inBatches(
        cut(stream, stream.length > 50_000 ? pieces.map((size) => size + 20_000) : pieces),
      )
      expect(opened.length).toBe(expected.length)
      opened.forEach(({ header, contents }, i) => {
        expect(header).toBe(expected[i]?.header)
        expect(Buffer.compare(contents, expected[i]?.contents ?? stream)).toBe(0)
      })
      expect([rest.length, ['more', 'incomplete']]).toEqual([0, expect.arrayContaining([end])])
    }),
    { numRuns: 60 },
  )
})

it('stops where a new key begins', () => {
  const stream = streamOf(Array.from({ length: 300 }, () => 5))
  const [cipher, batch] = [fast(), new OpenedPackets()]
  cipher.decryptAll(stream, batch)
  expect(batch).toMatchObject({ count: 224, taken: 224 * 25, end: 'more' })
  cipher.decryptAll(stream.subarray(batch.taken), batch)
  expect(batch).toMatchObject({ count: 76, taken: 76 * 25, end: 'incomplete' })
})

it.each([0, 1, 2, 3, 19, 24])('leaves a packet of which only %i bytes are there', (there) => {
  const stream = streamOf([5, 5])
  const [cipher, batch] = [fast(), new OpenedPackets()]
  cipher.decryptAll(stream.subarray(0, 25 + there), batch)
  expect(batch).toMatchObject({ count: 1, taken: 25, end: 'incomplete' })
  cipher.decryptAll(stream.subarray(25), batch)
  expect(batch).toMatchObject({ count: 1, taken: 25, end: 'incomplete' })
})

it('opens packets longer than what it copies of short ones', () => {
  const stream = streamOf([5, 65_500, 65_536, 200_000, 3, 4_000_013])
  const { opened, rest } = inBatches([stream])
  expect(opened.map(({ contents }) => contents.length)).toEqual([
    5, 65_500, 65_536, 200_000, 3, 4_000_013,
  ])
  expect(rest).toHaveLength(0)
})

it('stops at a length that is too large, before it has come (P3)', () => {
  const stream = streamOf([100, 101, 7])
  const { opened, end, rest } = inBatches([stream.subarray(0, 123)], 100)
  expect([opened.length, end, rest.length]).toEqual([1, 'too large', 3])
})

it('stops at a wrong tag, with what is before it opened and all else as it was (P5)', () => {
  fc.assert(
    fc.property(fc.nat(9), fc.nat(8 * 29 - 1), (at, bit) => {
      const stream = streamOf(Array.from({ length: 10 }, () => 12))
      const place = at * 32 + 3 + (bit >> 3)
      stream[place] = (stream[place] ?? 0) ^ (1 << (bit & 7))
      const { opened, end, rest, cipher } = inBatches([stream])
      expect([opened.length, end, rest.length]).toEqual([at, 'not authentic', 32 * (10 - at)])
      // the cipher stands before it: the right one still opens
      rest[3 + (bit >> 3)] = (rest[3 + (bit >> 3)] ?? 0) ^ (1 << (bit & 7))
      expect(cipher.decryptLength(rest.subarray(0, 3))).toBe(12)
      expect(cipher.decrypt(rest.subarray(3, 32))?.contents).toEqual(bytesOf(12, at))
    }),
    { numRuns: 100 },
  )
})

it('is refused between a length and the rest of its packet, and after a wipe', () => {
  const [cipher, batch] = [fast(), new OpenedPackets()]
  const stream = streamOf([5, 6])
  cipher.decryptLength(stream.subarray(0, 3))
  expect(() => cipher.decryptAll(stream.subarray(3), batch)).toThrow(
    expect.objectContaining({ code: 'BAD_ARGUMENT' }),
  )
  cipher.decrypt(stream.subarray(3, 25))
  cipher.decryptAll(stream.subarray(25), batch)
  expect(batch.count).toBe(1)
  cipher.wipe()
  expect(() => cipher.decryptAll(stream, batch)).toThrow(
    expect.objectContaining({ code: 'ALREADY_ENDED' }),
  )
})
