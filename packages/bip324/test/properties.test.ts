/** What holds for any bytes: closed errors, nothing unauthenticated, nothing lost (H8, P4, P5). */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concatBytes, encodeContents, encodeV1Message, Networks, type Role } from '../src/index.js'
import { Observed } from './support/feeding.js'
import { cut, fragmentation } from './support/fragments.js'
import { bytesOf, keyPairOf } from './support/random.js'
import { opposite, output, ROLES, sessionWith, transportOf } from './support/sessions.js'
import { expectSameBytes, expectSoundTrace, recorder, v1Bytes, wireOf } from './support/traces.js'

/** What an honest peer says in this session, from its key to its last message. */
function honestStream(role: Role): { stream: Uint8Array; contents: readonly Uint8Array[] } {
  const decoys = [bytesOf(30), bytesOf(0)]
  const transport = transportOf(role, { garbage: bytesOf(25), decoys })
  transport.receive(keyPairOf(role === 'initiator' ? 2 : 1).ellswift)
  const messages = [encodeContents('ping', bytesOf(8)), Uint8Array.of(0), bytesOf(40)]
  for (const message of messages) transport.send(message)
  transport.send(bytesOf(12), { decoy: true })
  transport.send(encodeContents('pong', bytesOf(8)))
  const last = encodeContents('pong', bytesOf(8))
  const contents = [...decoys, new Uint8Array(0), ...messages, bytesOf(12), last]
  return { stream: output(transport), contents }
}

const HONEST = { initiator: honestStream('initiator'), responder: honestStream('responder') }

const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
const edit = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), place, value: fc.integer({ min: 1, max: 255 }) }),
  fc.record({ kind: fc.constant('insert' as const), place, value: fc.nat(255) }),
  fc.record({ kind: fc.constant('drop' as const), place, value: fc.nat(40) }),
  fc.record({ kind: fc.constant('repeat' as const), place, value: fc.nat(40) }),
  fc.record({ kind: fc.constant('cut off' as const), place, value: fc.nat() }),
)
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never

function apply(stream: Uint8Array, { kind, place, value }: Edit): Uint8Array {
  const at = Math.floor(place * stream.length)
  const [head, tail] = [stream.slice(0, at), stream.slice(at)]
  switch (kind) {
    case 'flip':
      return stream.map((byte, i) => (i === at ? byte ^ value : byte))
    case 'insert':
      return concatBytes(head, Uint8Array.of(value), tail)
    case 'drop':
      return concatBytes(head, tail.subarray(value))
    case 'repeat':
      return concatBytes(head, tail.subarray(0, value), tail)
    case 'cut off':
      return head
  }
}

const random = fc.uint8Array({ maxLength: 6000, size: 'max' })
const v1 = fc
  .tuple(fc.constantFrom(...Object.values(Networks)), fc.uint8Array({ maxLength: 200 }))
  .map(([{ magic }, tail]) => concatBytes(encodeV1Message(magic, 'version', bytesOf(20)), tail))

/** What events hold, as it was in their packets. */
const contentsOf = (observed: Observed) =>
  observed.events.map((event) => {
    if (event.type === 'established') return event.versionContents
    if (event.type === 'decoy' || event.type === 'rejected') return event.contents
    if (event.type === 'v1') return event.bytes
    return encodeContents(
      event.messageType,
      event.payload,
      event.form === 'long' ? 'long' : undefined,
    )
  })

describe.each(ROLES)('as %s', (role) => {
  const { stream: honest, contents: sent } = HONEST[opposite(role)]

  /** A stream in pieces, then its end: everything that was received is in the trace, once. */
  function follow(stream: Uint8Array, sizes: readonly number[], end: 'end' | 'expire') {
    const { events, trace } = recorder()
    const transport = transportOf(role, { garbage: bytesOf(6), trace })
    const observed = new Observed(transport).feed(...cut(stream, sizes))
    const before = wireOf(events, 'received')
    if (transport.transport === 'v1') {
      expectSameBytes(v1Bytes(observed.events), observed.received)
    } else {
      expectSameBytes(before, observed.received.subarray(0, before.length))
      if (observed.code) expectSameBytes(before, observed.received)
      const code = observed[end]().code
      if (code) expectSameBytes(wireOf(events, 'received'), observed.received)
    }
    expectSameBytes(wireOf(events, 'sent'), output(transport))
    expectSoundTrace(events)
    if (transport.transport !== 'v2') expect(transport.sessionId).toBeUndefined()
    return { observed, transport, events }
  }
  const ends = fc.constantFrom('end' as const, 'expire' as const)

  it('delivers all of an honest stream in any fragmentation (H8)', () => {
    fc.assert(
      fc.property(fragmentation, ends, (sizes, end) => {
        const { observed } = follow(honest, sizes, end)
        expect([observed.code, contentsOf(observed)]).toEqual([undefined, sent])
      }),
      { numRuns: 40 },
    )
  })

  it('delivers the beginning of what was sent, and no other byte, of a changed stream (P5)', () => {
    const edits = fc.array(edit, { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(edits, fragmentation, ends, (changes, sizes, end) => {
        const { observed, transport } = follow(changes.reduce(apply, honest), sizes, end)
        if (transport.transport === 'v1') return
        const delivered = contentsOf(observed)
        expect(delivered).toEqual(sent.slice(0, delivered.length))
      }),
      { numRuns: 250 },
    )
  })

  it('delivers nothing of random bytes, and nothing but bytes of v1', () => {
    fc.assert(
      fc.property(fc.oneof(random, v1), fragmentation, ends, (stream, sizes, end) => {
        const { observed } = follow(stream, sizes, end)
        for (const { type } of observed.events) expect(type).toBe('v1')
      }),
      { numRuns: 120 },
    )
  })

  it('delivers nothing of random bytes behind a right handshake (P4)', () => {
    fc.assert(
      fc.property(random, fragmentation, (bytes, sizes) => {
        const { events, trace } = recorder()
        const session = sessionWith(role, { garbage: bytesOf(9) }, { trace }, sizes)
        session.peer.sendRaw(bytes)
        const { observed } = session.run()
        expect(observed.heard).toEqual(['established'])
        if (observed.end().code) expectSameBytes(wireOf(events, 'received'), observed.received)
        expectSoundTrace(events)
      }),
      { numRuns: 60 },
    )
  })

  it('makes the same of bytes whatever their fragmentation (H8)', () => {
    const stream = fc.oneof(
      v1,
      random,
      fc.array(edit, { maxLength: 2 }).map((changes) => changes.reduce(apply, honest)),
    )
    fc.assert(
      fc.property(stream, fragmentation, fragmentation, (bytes, some, others) => {
        const once = follow(bytes, some, 'end').observed
        const again = follow(bytes, others, 'end').observed
        if (v1Bytes(once.events).length > 0) return
        expect(again.events).toEqual(once.events)
        expect([again.code, again.error?.offset]).toEqual([once.code, once.error?.offset])
      }),
      { numRuns: 60 },
    )
  })
})

it('is the same with and without a trace', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 2 }), fragmentation, (changes, sizes) => {
      const stream = changes.reduce(apply, HONEST.initiator.stream)
      const [traced, quiet] = [recorder().trace, undefined].map((trace) => {
        const transport = transportOf('responder', trace ? { trace } : {})
        const observed = new Observed(transport).feed(...cut(stream, sizes))
        return { heard: observed.events, code: observed.code, output: output(transport) }
      })
      expect(traced).toEqual(quiet)
    }),
    { numRuns: 40 },
  )
})
