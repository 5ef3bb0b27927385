/** Where everything begins and ends in what we receive, however the stream is cut (H8). */

import { encodeV1Message, Networks } from '@v2scope/bip324'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ReceivedFollower } from '../src/faults/received-follower.js'
import type { Span } from '../src/faults/span.js'
import { cut, keysDerived, madeStream, TERMINATOR } from './made-stream.js'

const cuts = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 8 })

/** Garbage of beginnings of the terminator, and of other bytes. */
const garbage = fc
  .array(fc.oneof(fc.integer({ min: 1, max: 15 }), fc.constant(0)), { maxLength: 40 })
  .map((pieces) =>
    Uint8Array.from(
      pieces.flatMap((length) => (length > 0 ? [...TERMINATOR.subarray(0, length)] : [0x11])),
    ),
  )

/** As it is handed on: keys stand as soon as the 64 bytes of the peer's key have. */
function follow(pieces: readonly Uint8Array[], follower = new ReceivedFollower('initiator', 'v2')) {
  const spans: Span[] = []
  for (const piece of pieces) {
    for (const span of follower.take(piece)) {
      spans.push(span)
      if (span.part === 'key' && span.ends) follower.onEvent(keysDerived('initiator'))
    }
  }
  return [...spans, ...follower.flush()]
}

/** Spans of one part put together: where it is, and how long. */
function partsOf(spans: readonly Span[]) {
  const parts: { at: number; part: string; packet?: number; length: number }[] = []
  for (const { at, part, packet, bytes, begins } of spans) {
    const last = parts.at(-1)
    if (begins || !last) {
      parts.push({ at, part, length: bytes.length, ...(packet !== undefined && { packet }) })
    } else {
      expect({ part, packet }).toEqual({ part: last.part, packet: last.packet })
      last.length += bytes.length
    }
  }
  return parts
}

it('finds key, garbage, terminator and each part of each packet, wherever the stream is cut', () => {
  const packets = fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 12 })
  fc.assert(
    fc.property(garbage, packets, cuts, (given, lengths, at) => {
      const { bytes, parts } = madeStream(given, lengths)
      const found = partsOf(follow(cut(bytes, at)))
      const expected = parts.slice(0, -1).map((part, i) => ({
        ...part,
        length: (parts[i + 1]?.at ?? 0) - part.at,
      }))
      expect(found).toEqual(expected)
    }),
  )
})

it('follows the lengths across a rekey (C2)', () => {
  const lengths = Array.from({ length: 500 }, (_, i) => i % 40)
  const { bytes } = madeStream(new Uint8Array(0), lengths)
  const found = partsOf(follow(cut(bytes, [77])))
  expect(found.filter(({ part }) => part === 'contents').map(({ length }) => length)).toEqual(
    lengths,
  )
})

it('keeps no byte of garbage back but what may be the beginning of the terminator', () => {
  const follower = new ReceivedFollower('initiator', 'v2')
  const { bytes } = madeStream(Uint8Array.of(1, 2, 0xa0, 0xa1), [])
  const parts = follow([bytes.slice(0, 64), bytes.slice(64, 68)], follower)
  // the last two are told at the end, when nothing follows
  expect(parts.map(({ at, bytes: these }) => [at, these.length])).toEqual([
    [0, 64],
    [64, 2],
    [66, 2],
  ])
})

it('is lost, and passes everything on, where no terminator comes within 4111 bytes (H5)', () => {
  const bytes = new Uint8Array(64 + 5000)
  const spans = follow(cut(bytes, [1000]))
  expect(spans.map(({ bytes: these }) => these.length).reduce((a, b) => a + b)).toBe(bytes.length)
  expect(spans.at(-1)?.part).toBe('unknown')
})

it('keeps what follows the key until our keys stand, and tells it when they do', () => {
  const { bytes, parts } = madeStream(Uint8Array.of(1), [5])
  const follower = new ReceivedFollower('initiator', 'v2')
  expect([...follower.take(bytes)].map(({ part }) => part)).toEqual(['key'])
  expect(follower.needsKeys).toBe(true)
  follower.onEvent(keysDerived('initiator'))
  const rest = [...follower.take(new Uint8Array(0))]
  expect(rest.map(({ part }) => part)).toEqual(parts.slice(1, -1).map(({ part }) => part))
})

it.each(['initiator', 'responder'] as const)('follows v1 as the %s (H2)', (role) => {
  const messages = [new Uint8Array(100), new Uint8Array(0), new Uint8Array(8)]
  const wire = messages.map((payload, i) =>
    encodeV1Message(Networks.regtest.magic, i === 0 ? 'version' : 'ping', payload),
  )
  const bytes = Uint8Array.from(wire.flatMap((message) => [...message]))
  for (const at of [1, 7, 16, 500]) {
    const transport = role === 'initiator' ? 'v1' : 'v2'
    const spans = follow(cut(bytes, [at]), new ReceivedFollower(role, transport))
    const last = spans.filter(({ part, ends }) => part === 'v1 payload' && ends)
    expect(last.map(({ packet, at: from, bytes: these }) => [packet, from + these.length])).toEqual(
      [
        [0, 124],
        [1, 148],
        [2, 180],
      ],
    )
  }
})
