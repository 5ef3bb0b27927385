/** A fault from its plan to what came of it, in a simulated session. */

import { expect, it } from 'vitest'
import type { Interference, Place, WireFault } from '../src/index.js'
import { faultSession, LONG_MS } from './fault-session.js'

const FLIP: Interference = { kind: 'flip', bits: [0] }
const wire = (
  direction: WireFault['direction'],
  where: Place,
  what: Interference = FLIP,
): WireFault => ({
  direction,
  where,
  what,
})
const plan = (fault: WireFault) => ({ fault: { on: 'wire', fault } as const })

const HALF_AN_HOUR = 30 * 60_000

it('leaves a session as its seed makes it, where there is no fault', () => {
  const { lab, standing } = faultSession()
  expect(lab.standing.fault).toBeUndefined()
  expect(standing().state).toBe('ready')
})

it('waits for a packet that never comes, and says for which, and how many have passed', () => {
  const where = { at: 'packet', number: 1_000_000 } as const
  const session = faultSession(plan(wire('received', where)))
  const { state, waitsFor, outcome } = session.fault()
  expect({ state, outcome }).toEqual({ state: 'waiting', outcome: undefined })
  const { received } = session.standing().stats ?? {}
  expect(waitsFor).toEqual({
    thing: 'place',
    direction: 'received',
    where,
    bytes: received?.bytes,
    packets: received?.packets,
    isFar: true,
  })
  session.simulation.stop()
  expect(session.fault().state).toBe('waiting')
})

it.each([
  ['sent', 500],
  ['received', 500],
  ['sent', 223],
  ['received', 224],
] as const)('brings packet %s %i about, across the rekey (C1)', (direction, number) => {
  const { fault } = faultSession(plan(wire(direction, { at: 'packet', number, part: 'tag' })))
  expect(fault()).toMatchObject({
    outcome: 'fails at once',
    done: { packet: number, part: 'tag' },
    noticedBy: direction === 'sent' ? 'peer' : 'us',
    failure: { code: 'AUTHENTICATION_FAILED', row: 'P5' },
  })
})

it.each([
  ['a bit far behind the end of the packet', { kind: 'flip', bits: [5000] }],
  ['the bytes that are to pass before the end', { kind: 'truncate', keep: 5000 }],
] as const)('brings %s about', (_, what) => {
  const { fault } = faultSession(plan(wire('sent', { at: 'next packet' }, what)))
  expect(fault()).toMatchObject({ state: 'over', outcome: 'fails at once' })
})

it.each(['sent', 'received'] as const)('brings byte 20,000 about, %s', (direction) => {
  const { fault } = faultSession(plan(wire(direction, { at: 'byte', offset: 20_000 })))
  expect(fault()).toMatchObject({ state: 'over', done: { offset: 20_000 } })
})

it.each([
  ['byte 3', { at: 'byte', offset: 3 }],
  ['its key', { at: 'key' }],
  ['its garbage', { at: 'garbage' }],
  ['its terminator', { at: 'terminator' }],
  ['packet 0', { at: 'packet', number: 0 }],
  ['the tag of packet 1', { at: 'packet', number: 1, part: 'tag' }],
] satisfies [string, Place][])('refuses what comes too late, with words: %s', (_, where) => {
  const session = faultSession()
  for (const direction of ['sent', 'received'] as const) {
    const refusal = session.interfere(wire(direction, where))
    expect(refusal?.code).toBe('PLACE_PASSED')
    expect(refusal?.text).toContain(direction)
  }
  expect(session.lab.standing.fault).toBeUndefined()
  expect(session.standing().state).toBe('ready')
})

it.each([
  [{ at: 'byte', offset: -1 }, FLIP],
  [{ at: 'packet', number: 0.5 }, FLIP],
  [{ at: 'next packet' }, { kind: 'flip', bits: [] }],
  [{ at: 'next packet' }, { kind: 'flip', bits: [-1] }],
  [{ at: 'next packet' }, { kind: 'flip', bits: [4, 4] }],
  [{ at: 'next packet' }, { kind: 'truncate', keep: Number.NaN }],
  [{ at: 'next packet' }, { kind: 'drop', length: 0 }],
  [{ at: 'next packet' }, { kind: 'replay', after: -1 }],
  [{ at: 'next packet' }, { kind: 'insert', bytes: new Uint8Array(0) }],
  [{ at: 'next packet' }, { kind: 'delay', ms: Number.POSITIVE_INFINITY }],
  [{ at: 'next packet' }, { kind: 'fragment', size: 0 }],
] satisfies [Place, Interference][])('refuses what can’t be: %j %j', (where, what) => {
  const session = faultSession()
  expect(session.interfere(wire('sent', where, what))?.code).toBe('BAD_ARGUMENT')
  expect(session.lab.standing.fault).toBeUndefined()
})

it('says why a plan can’t be, and leaves the session as it is', () => {
  const session = faultSession(plan(wire('sent', { at: 'key' }, { kind: 'flip', bits: [] })))
  expect(session.fault()).toMatchObject({ state: 'over', problem: expect.stringContaining('bit') })
  expect(session.standing().state).toBe('ready')
  session.interfere(wire('sent', { at: 'next packet', part: 'tag' }))
  session.pass(LONG_MS)
  expect(session.lab.standing.faults?.map(({ outcome }) => outcome)).toEqual([
    undefined,
    'fails at once',
  ])
})

it('refuses to interfere with a session that is over', () => {
  const session = faultSession()
  session.simulation.stop()
  expect(session.interfere(wire('sent', { at: 'next packet' }))?.code).toBe('SESSION_OVER')
})

it.each([
  ['sent', 'peer'],
  ['received', 'us'],
] as const)('interferes with the next packet %s of a session that runs', (direction, noticedBy) => {
  const session = faultSession()
  expect(session.interfere(wire(direction, { at: 'next packet', part: 'tag' }))).toBeUndefined()
  session.pass(LONG_MS)
  expect(session.fault()).toMatchObject({ outcome: 'fails at once', noticedBy })
})

it('tells of each of several faults', () => {
  const session = faultSession(plan(wire('sent', { at: 'next packet' }, { kind: 'delay', ms: 5 })))
  expect(session.fault().outcome).toBe('nothing changes')
  session.interfere(wire('received', { at: 'next packet' }, { kind: 'fragment', size: 3 }))
  session.pass(LONG_MS)
  session.interfere(wire('sent', { at: 'next packet', part: 'header' }))
  session.pass(LONG_MS)
  expect(session.lab.standing.faults?.map(({ outcome }) => outcome)).toEqual([
    'nothing changes',
    'nothing changes',
    'fails at once',
  ])
})

it('does not take a long delay for a stall', () => {
  const delay: Interference = { kind: 'delay', ms: 9000 }
  for (const where of [{ at: 'key' }, { at: 'next packet' }] satisfies Place[]) {
    for (const direction of ['sent', 'received'] as const) {
      const { fault } = faultSession({ ...plan(wire(direction, where, delay)), until: 40_000 })
      expect(fault().outcome).toBe('nothing changes')
    }
  }
})

it('leaves a session that stalls open, and says whose patience ended (S4)', () => {
  const session = faultSession(
    plan(wire('received', { at: 'next packet' }, { kind: 'flip', bits: [20] })),
  )
  expect(session.fault()).toMatchObject({ state: 'over', outcome: 'stalls' })
  expect(session.fault().noticedBy).toBeUndefined()
  expect(session.standing().state).toBe('ready')
  session.pass(HALF_AN_HOUR)
  expect(session.fault()).toMatchObject({ outcome: 'stalls', failure: { row: 'S4' } })
  expect(session.simulation.run.isOver).toBe(true)
})

it('calls it a stall where our patience for the handshake is short (S4)', () => {
  const { fault, standing } = faultSession({
    ...plan(wire('sent', { at: 'terminator' })),
    settings: { timeout: 1 },
  })
  expect(fault()).toMatchObject({ outcome: 'stalls', noticedBy: 'us', failure: { row: 'S4' } })
  expect(standing().state).toBe('failed')
})

it('has no outcome where it is stopped before one is seen', () => {
  const session = faultSession({
    ...plan(wire('received', { at: 'next packet' }, { kind: 'flip', bits: [20] })),
    until: 1000,
  })
  expect(session.fault().state).toBe('watching')
  session.simulation.stop()
  const { state, outcome, noticedBy } = session.fault()
  expect({ state, outcome, noticedBy }).toEqual({ state: 'over' })
})

it('does not take for a stall what the reader holds', () => {
  const session = faultSession()
  session.simulation.command({ type: 'hold', isOn: true })
  session.interfere(wire('sent', { at: 'next packet', part: 'tag' }))
  session.pass(60_000)
  expect(session.fault().state).toBe('waiting')
  session.simulation.command({ type: 'ping' })
  session.simulation.command({ type: 'release' })
  session.pass(100)
  expect(session.fault()).toMatchObject({ outcome: 'fails at once', noticedBy: 'peer' })
})

it('counts the next packet of a plan from when version and verack have been exchanged', () => {
  for (const direction of ['sent', 'received'] as const) {
    const session = faultSession({ ...plan(wire(direction, { at: 'next packet' })), until: 30 })
    expect(session.fault().waitsFor).toEqual({ thing: 'ready' })
    session.pass(LONG_MS)
    const verack = session.events.find(
      (event) =>
        event.type === 'message' && event.messageType === 'verack' && event.direction === direction,
    )
    if (verack?.type !== 'message') throw new Error('no verack')
    expect(session.fault().done?.packet).toBeGreaterThan(verack.packet)
  }
})

it('waits for further packets to change places with, or to be replayed after', () => {
  const session = faultSession()
  session.simulation.command({ type: 'hold', isOn: true })
  session.interfere(wire('sent', { at: 'next packet' }, { kind: 'replay', after: 3 }))
  session.simulation.command({ type: 'ping' })
  session.simulation.command({ type: 'release' })
  expect(session.fault()).toMatchObject({
    state: 'waiting',
    waitsFor: { thing: 'packets', direction: 'sent', count: 3 },
  })
})

it('interferes with v1 as well: a changed payload is not noticed but by its checksum', () => {
  const session = faultSession({
    ...plan(wire('received', { at: 'packet', number: 3 }, { kind: 'fragment', size: 1 })),
    settings: { transport: 'v1' },
  })
  expect(session.fault()).toMatchObject({
    outcome: 'nothing changes',
    done: { part: 'v1 header', packet: 3 },
  })
})

it('says where in the stream that was received it failed', () => {
  const { fault } = faultSession(plan(wire('received', { at: 'packet', number: 9, part: 'tag' })))
  const { done, failure } = fault()
  expect(failure?.offset).toBeLessThan(done?.offset ?? 0)
  expect(done?.before.map((byte) => byte ^ 1)).toEqual(done?.after)
})
