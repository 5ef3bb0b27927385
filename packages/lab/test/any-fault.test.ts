/** Any fault of the wire, in any session: it happens or it waits, and what came of it is told. */

import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Interference, Place } from '../src/index.js'
import { faultSession } from './fault-session.js'

const part = fc.constantFrom('length field', 'header', 'contents', 'tag')
const places: fc.Arbitrary<Place> = fc.oneof(
  fc.record({ at: fc.constant('byte' as const), offset: fc.nat(6000) }),
  fc.constantFrom<Place>({ at: 'key' }, { at: 'garbage' }, { at: 'terminator' }),
  fc.constantFrom<Place>({ at: 'next packet' }),
  fc.record({ at: fc.constant('next packet' as const), part }),
  fc.record({ at: fc.constant('packet' as const), number: fc.nat(40) }),
  fc.record({ at: fc.constant('packet' as const), number: fc.nat(40), part }),
)
const interferences: fc.Arbitrary<Interference> = fc.oneof(
  fc.record({
    kind: fc.constant('flip' as const),
    bits: fc.uniqueArray(fc.nat(500), { minLength: 1, maxLength: 9 }),
  }),
  fc.record({ kind: fc.constant('truncate' as const), keep: fc.nat(60) }),
  fc.constantFrom<Interference>({ kind: 'drop' }, { kind: 'duplicate' }, { kind: 'reorder' }),
  fc.record({ kind: fc.constant('drop' as const), length: fc.integer({ min: 1, max: 200 }) }),
  fc.record({ kind: fc.constant('replay' as const), after: fc.nat(3) }),
  fc.record({
    kind: fc.constant('insert' as const),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 5000 }),
  }),
  fc.record({ kind: fc.constant('delay' as const), ms: fc.nat(3000) }),
  fc.record({ kind: fc.constant('fragment' as const), size: fc.integer({ min: 1, max: 900 }) }),
)
/** One that knows v1 alone can't be dialled by a peer that speaks v2. */
const sides = fc.constantFrom(
  { role: 'initiator', transport: 'v2' } as const,
  { role: 'responder', transport: 'v2' } as const,
  { role: 'initiator', transport: 'v1' } as const,
)
const sessions = fc.record({
  seed: fc.string({ minLength: 1, maxLength: 8 }),
  side: sides,
  garbage: fc.constantFrom(0, 1, 100, 4095),
  decoys: fc.nat(3),
})

const HARMLESS: ReadonlySet<Interference['kind']> = new Set(['delay', 'fragment'])

it('is told of, whatever it is, and no session breaks by it', () => {
  fc.assert(
    fc.property(
      sessions,
      fc.constantFrom('sent' as const, 'received' as const),
      places,
      interferences,
      ({ seed, side, ...lengths }, direction, where, what) => {
        const settings = { ...side, ...lengths }
        const fault = { on: 'wire', fault: { direction, where, what } } as const
        const session = faultSession({ seed, settings, fault, until: 20_000 })
        const { state, outcome, happenedAt, done } = session.fault()
        expect(session.standing().failure?.code).not.toBe('UNEXPECTED')
        if (happenedAt === undefined) {
          expect(state).toBe('waiting')
          expect(session.fault().waitsFor).toBeDefined()
        } else {
          expect({ state, hasOutcome: outcome !== undefined }).toEqual({
            state: 'over',
            hasOutcome: true,
          })
          expect(done?.direction).toBe(direction)
        }
        if (HARMLESS.has(what.kind) && happenedAt !== undefined) {
          expect(outcome).toBe('nothing changes')
        }
      },
    ),
    { numRuns: 100 },
  )
}, 120_000)
