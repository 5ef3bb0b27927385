/** What each interference makes of a stream, compared with the same done to all of it at once; however it is cut (H8). */

import { VirtualWorld } from '@v2scope/recording/simulation'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { WireDeed } from '../src/faults/fault-standing.js'
import { FaultyDirection } from '../src/faults/faulty-direction.js'
import { Interferer } from '../src/faults/interferer.js'
import { ReceivedFollower } from '../src/faults/received-follower.js'
import type { Interference, Place } from '../src/index.js'
import { cut, keysDerived, madeStream } from './made-stream.js'

const GARBAGE = 30
const CONTENTS = [0, 5, 40, 9, 9, 9]
const STREAM = madeStream(
  Uint8Array.from({ length: GARBAGE }, (_, i) => i),
  CONTENTS,
)
const KEY_LEN = 64

/** Through a wire on which this is done. */
function through(
  faults: readonly { where: Place; what: Interference }[],
  pieces: readonly Uint8Array[],
) {
  const world = new VirtualWorld('wire')
  const out: { at: number; bytes: Uint8Array }[] = []
  const deeds: WireDeed[] = []
  const ends: string[] = []
  const follower = new ReceivedFollower('initiator', 'v2')
  let received = 0
  const direction = new FaultyDirection({
    world,
    follower,
    deliver: (bytes) => {
      out.push({ at: world.now(), bytes })
      const before = received
      received += bytes.length
      if (before < KEY_LEN && received >= KEY_LEN) direction.onEvent(keysDerived('initiator'))
    },
    onCut: () => ends.push('cut'),
    onPassed: () => {},
  })
  for (const { where, what } of faults) {
    const fault = { direction: 'received', where, what } as const
    direction.add(new Interferer(fault, (deed) => deeds.push(deed)))
  }
  for (const piece of pieces) direction.take(piece)
  direction.end(() => ends.push('end'))
  world.advanceTo(1_000_000)
  return { bytes: joined(out.map(({ bytes }) => bytes)), out, deeds, ends }
}

const joined = (pieces: readonly Uint8Array[]) => Uint8Array.from(pieces.flatMap((p) => [...p]))

/** Bytes [from, to) of the stream that a place is, and where what follows it ends. */
function extent(place: Place): { from: number; to: number; next: number } {
  const { parts, bytes } = STREAM
  if (place.at === 'byte') {
    return { from: place.offset, to: place.offset + 1, next: place.offset + 2 }
  }
  if (place.at === 'key') return { from: 0, to: 64, next: 64 + GARBAGE }
  if (place.at === 'garbage') return { from: 64, to: 64 + GARBAGE, next: 80 + GARBAGE }
  const begins = (packet: number) =>
    parts.find(({ part, packet: p }) => part === 'length field' && p === packet)?.at ?? bytes.length
  if (place.at === 'terminator') {
    return { from: 64 + GARBAGE, to: begins(0), next: begins(1) }
  }
  if (place.at !== 'packet') throw new Error('not of a stream that is whole')
  const { number } = place
  if (!place.part) return { from: begins(number), to: begins(number + 1), next: begins(number + 2) }
  const i = parts.findIndex(({ part, packet }) => part === place.part && packet === number)
  const ends = (index: number) => parts[index + 1]?.at ?? bytes.length
  const isEmptyNext = ends(i + 1) === ends(i)
  return { from: parts[i]?.at ?? 0, to: ends(i), next: ends(i + (isEmptyNext ? 2 : 1)) }
}

/** The same, done to all of the stream at once. */
function model(place: Place, what: Interference): Uint8Array {
  const { bytes, parts } = STREAM
  const { from, to, next } = extent(place)
  const s = (a: number, b?: number) => [...bytes.slice(a, b)]
  switch (what.kind) {
    case 'flip': {
      const flipped = bytes.slice()
      for (const bit of what.bits) {
        const at = from + Math.floor(bit / 8)
        if (at < flipped.length) flipped[at] = (flipped[at] ?? 0) ^ (1 << (bit % 8))
      }
      return flipped
    }
    case 'truncate':
      return bytes.slice(0, from + what.keep)
    case 'drop':
      return Uint8Array.from([...s(0, from), ...s(what.length ? from + what.length : to)])
    case 'duplicate':
      return Uint8Array.from([...s(0, to), ...s(from, to), ...s(to)])
    case 'reorder':
      return Uint8Array.from([...s(0, from), ...s(to, next), ...s(from, to), ...s(next)])
    case 'replay': {
      const packet = parts.findLast(({ at }) => at < to)?.packet ?? -1
      const ends = parts.flatMap((part, i) => {
        const isFurther = part.part === 'tag' && (part.packet ?? 0) > packet
        return isFurther ? [parts[i + 1]?.at ?? 0] : []
      })
      const end = what.after === 0 ? to : ends[what.after - 1]
      if (end === undefined) return bytes
      return Uint8Array.from([...s(0, end), ...s(from, to), ...s(end)])
    }
    case 'insert':
      return Uint8Array.from([...s(0, from), ...what.bytes, ...s(from)])
    case 'delay':
    case 'fragment':
      return bytes
  }
}

const parts = fc.constantFrom('length field', 'header', 'contents', 'tag')
const places: fc.Arbitrary<Place> = fc.oneof(
  fc.record({ at: fc.constant('byte' as const), offset: fc.nat(STREAM.bytes.length - 2) }),
  fc.constantFrom<Place>({ at: 'key' }, { at: 'garbage' }, { at: 'terminator' }),
  fc.record({ at: fc.constant('packet' as const), number: fc.nat(4) }),
  fc.record({
    at: fc.constant('packet' as const),
    number: fc.nat(4),
    part: parts,
  }) as fc.Arbitrary<Place>,
)
const interferences: fc.Arbitrary<Interference> = fc.oneof(
  fc.record({
    kind: fc.constant('flip' as const),
    bits: fc.uniqueArray(fc.nat(200), { minLength: 1, maxLength: 9 }),
  }),
  fc.record({ kind: fc.constant('truncate' as const), keep: fc.nat(60) }),
  fc.constantFrom<Interference>({ kind: 'drop' }, { kind: 'duplicate' }, { kind: 'reorder' }),
  fc.record({ kind: fc.constant('drop' as const), length: fc.integer({ min: 1, max: 90 }) }),
  fc.record({ kind: fc.constant('replay' as const), after: fc.nat(3) }),
  fc.record({
    kind: fc.constant('insert' as const),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 50 }),
  }),
  fc.record({ kind: fc.constant('delay' as const), ms: fc.nat(5000) }),
  fc.record({ kind: fc.constant('fragment' as const), size: fc.integer({ min: 1, max: 50 }) }),
)
const cuts = fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 6 })

/** Without its key, no one can tell where the garbage that follows it ends. */
const needsKeys = (place: Place, { kind }: Interference) =>
  place.at === 'key' && (kind === 'reorder' || kind === 'drop' || kind === 'truncate')

it('does to any place what the same does to the whole stream', () => {
  fc.assert(
    fc.property(places, interferences, cuts, (where, what, at) => {
      fc.pre(!needsKeys(where, what))
      const { bytes } = through([{ where, what }], cut(STREAM.bytes, at))
      expect(Buffer.from(bytes).toString('hex')).toBe(
        Buffer.from(model(where, what)).toString('hex'),
      )
    }),
    { numRuns: 1500 },
  )
})

const WHOLE = [STREAM.bytes]

it('passes everything on in the pieces in which it came, where there is no fault (H8)', () => {
  fc.assert(
    fc.property(cuts, (at) => {
      const pieces = cut(STREAM.bytes, at)
      const { out, ends } = through([], pieces)
      expect(out.map(({ bytes }) => bytes)).toEqual(pieces)
      expect(ends).toEqual(['end'])
    }),
  )
})

it('delays a place and all that follows it, and nothing before', () => {
  const { out } = through(
    [
      { where: { at: 'byte', offset: 10 }, what: { kind: 'delay', ms: 300 } },
      { where: { at: 'packet', number: 2 }, what: { kind: 'delay', ms: 50 } },
    ],
    WHOLE,
  )
  const { from } = extent({ at: 'packet', number: 2 })
  const times = out.flatMap(({ at, bytes }) => [...bytes].map(() => at))
  expect(times).toEqual(
    STREAM.bytes.reduce<number[]>((all, _, i) => {
      all.push(i < 10 ? 0 : i < from ? 300 : 350)
      return all
    }, []),
  )
})

it('cuts a place and all that follows it into pieces, one after the other', () => {
  const where: Place = { at: 'packet', number: 1 }
  const { out } = through([{ where, what: { kind: 'fragment', size: 4 } }], WHOLE)
  const { from } = extent(where)
  const before = out.filter(({ at }) => at === 0)
  expect(joined(before.map(({ bytes }) => bytes)).length).toBe(from)
  const rest = out.slice(before.length)
  expect(rest.every(({ bytes }, i) => bytes.length === 4 || i === rest.length - 1)).toBe(true)
  expect(new Set(rest.map(({ at }) => at)).size).toBe(rest.length)
})

it('ends the stream where it is truncated, once, and lets nothing follow', () => {
  const what = { kind: 'truncate', keep: 3 } as const
  const { bytes, ends } = through([{ where: { at: 'packet', number: 1 }, what }], WHOLE)
  expect(bytes.length).toBe(extent({ at: 'packet', number: 1 }).from + 3)
  expect(ends).toEqual(['cut'])
})

it.each([
  { kind: 'drop' },
  { kind: 'reorder' },
  { kind: 'duplicate' },
  { kind: 'insert', bytes: Uint8Array.of(1, 2, 3) },
  { kind: 'delay', ms: 100 },
  { kind: 'fragment', size: 1 },
] satisfies Interference[])('keeps no byte for ever where a key is lost: $kind', (what) => {
  fc.assert(
    fc.property(cuts, (at) => {
      const { bytes } = through([{ where: { at: 'key' }, what }], cut(STREAM.bytes, at))
      const missing = what.kind === 'drop' ? KEY_LEN : 0
      const more = { insert: 3, duplicate: KEY_LEN }[what.kind as string] ?? 0
      expect(bytes.length).toBe(STREAM.bytes.length - missing + more)
    }),
  )
})

it('does several things to one stream', () => {
  const flip = { kind: 'flip', bits: [0] } as const
  const { bytes, deeds } = through(
    [
      { where: { at: 'packet', number: 1 }, what: { kind: 'drop' } },
      { where: { at: 'packet', number: 2, part: 'tag' }, what: flip },
      { where: { at: 'packet', number: 2 }, what: { kind: 'duplicate' } },
    ],
    cut(STREAM.bytes, [13]),
  )
  const [one, two, three] = [1, 2, 3].map((number) => extent({ at: 'packet', number }).from)
  const tag = extent({ at: 'packet', number: 2, part: 'tag' }).from
  const expected = STREAM.bytes.slice()
  expected[tag] = (expected[tag] ?? 0) ^ 1
  const packet = expected.slice(two, three)
  expect(bytes).toEqual(joined([expected.slice(0, one), packet, packet, expected.slice(three)]))
  expect(new Set(deeds.map(({ packet: number }) => number))).toEqual(new Set([1, 2]))
})

it.each([
  ['flip', { kind: 'flip', bits: [9, 10] }, [1], [1]],
  ['drop', { kind: 'drop', length: 2 }, [0, 1], []],
  ['truncate', { kind: 'truncate', keep: 1 }, [1, 2], []],
  ['insert', { kind: 'insert', bytes: Uint8Array.of(7) }, [], [7]],
  ['delay', { kind: 'delay', ms: 5 }, [0, 1, 2], [0, 1, 2]],
] as const)('tells what it did, where, and to which bytes: %s', (kind, what, before, after) => {
  const where = { at: 'packet', number: 2, part: 'length field' } as const
  const { from } = extent(where)
  const { deeds } = through([{ where, what }], WHOLE)
  const deed = deeds.at(-1)
  expect(deed).toMatchObject({ direction: 'received', part: 'length field', packet: 2 })
  expect(deed?.offset).toBe(from + (before[0] ?? 0))
  expect([...(deed?.before ?? [])]).toEqual(before.map((i) => STREAM.bytes[from + i]))
  const flipped = (STREAM.bytes[from + 1] ?? 0) ^ 6
  const now = after.map((i) => STREAM.bytes[from + i])
  expect([...(deed?.after ?? [])]).toEqual(
    kind === 'flip' ? [flipped] : kind === 'insert' ? [7] : now,
  )
})
