/** Hold: nothing of ours is on the wire, or told, before it is let go. */

import { decodeMessageType } from '@v2scope/bip324'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeRecording, encodeRecording } from '../src/file.js'
import type { HoldStatus, SessionSettings, TimedEvent } from '../src/index.js'
import { Simulation } from '../src/simulation.js'
import { type HeldSession, heldSession } from './held-session.js'
import { simulatedSettings } from './settings.js'

const MINUTE = 60_000

const label = (event: TimedEvent): string => {
  if (event.type === 'packet_sent') return event.kind
  if (event.type === 'v1_message') return event.messageType
  return event.type
}
function typeOfNext({ first: [next] }: HoldStatus): string | undefined {
  if (next === undefined) throw new Error('nothing is held')
  if (next.event.type !== 'packet_sent') return undefined
  const type = decodeMessageType(next.event.contents)
  return type.ok ? type.messageType : undefined
}
const labels = ({ first }: HoldStatus) => first.map(({ event }) => label(event))
const seqs = (events: readonly TimedEvent[]) => events.map(({ seq }) => seq)

/** Lets one piece go after the other until none is left, and checks at each what has reached the wire. */
function releaseAll(session: HeldSession): string[] {
  const released: string[] = []
  for (;;) {
    const { first, bytes } = session.run.hold
    const [next] = first
    if (!next) return released
    const before = session.sent().length
    session.pass(10_000)
    session.carry()
    expect(session.sent().length).toBe(before)
    session.run.run({ type: 'release' })
    expect(session.sent().subarray(before)).toEqual(next.event.bytes)
    expect(session.run.hold.bytes).toBe(bytes - next.event.bytes.length)
    released.push(label(next.event))
    session.carry()
  }
}

describe('a session that is held from the start', () => {
  it('sends nothing, and tells of nothing sent', () => {
    const session = heldSession()
    expect(session.sent()).toHaveLength(0)
    expect(session.types()).toEqual([])
    expect(labels(session.run.hold)).toEqual(['key_sent', 'garbage_sent'])
    expect(session.run.hold).toMatchObject({ isOn: true, count: 2, bytes: 164 })
  })

  it('goes through the whole handshake piece by piece, as initiator', () => {
    const session = heldSession({ settings: { decoys: 1 } })
    expect(releaseAll(session)).toEqual([
      'key_sent',
      'garbage_sent',
      'terminator_sent',
      'decoy',
      'version',
      'message',
      'message',
      'message',
      'message',
    ])
    expect(session.run.standing(0)).toMatchObject({ state: 'ready', transport: 'v2' })
    expect(session.theirs.state).toBe('ready')
    expect(session.theirs.sessionId).toBeDefined()
  })

  it('goes through it as responder: nothing goes out before the key is let go', () => {
    const session = heldSession({ settings: { role: 'responder' } })
    expect(labels(session.run.hold)).toEqual([
      'key_sent',
      'garbage_sent',
      'terminator_sent',
      'version',
    ])
    releaseAll(session)
    expect(session.run.standing(0).state).toBe('ready')
  })

  it('has nothing to wait for where there is no garbage', () => {
    const session = heldSession({ settings: { garbage: 0 } })
    expect(labels(session.run.hold)).toEqual(['key_sent'])
    session.run.run({ type: 'release' })
    expect(session.types()).toEqual(['key_sent', 'garbage_sent'])
  })

  it.each([
    ['stopped', 'closed'],
    ['hung up on', 'failed'],
  ])('has sent nothing of what was held, when it is %s', (how, state) => {
    const session = heldSession({ settings: { garbage: 100 } })
    session.run.run({ type: 'release' })
    if (how === 'stopped') session.run.stop()
    else session.end()
    expect(session.run.standing(0)).toMatchObject({ state, stats: { sent: { bytes: 64 } } })
    expect(session.run.hold.count).toBe(0)
  })

  it('holds the messages of v1', () => {
    const session = heldSession({ settings: { transport: 'v1' } })
    expect(labels(session.run.hold)).toEqual(['version'])
    expect(session.run.standing(0).stats?.sent.bytes).toBe(0)
    expect(releaseAll(session).slice(0, 4)).toEqual([
      'version',
      'wtxidrelay',
      'sendaddrv2',
      'verack',
    ])
    expect(session.run.standing(0).state).toBe('ready')
  })

  it('is not ready before our verack is on the wire', () => {
    const session = heldSession()
    const { run } = session
    while (labels(run.hold).length > 0 && session.theirs.state !== 'ready') {
      expect(run.standing(0).state).not.toBe('ready')
      expect(run.hold.peerWaitsSince).toBe(1_700_000_000_000)
      run.run({ type: 'release' })
      session.carry()
    }
    expect(run.standing(0).state).toBe('ready')
    expect(run.hold.peerWaitsSince).toBeUndefined()
  })
})

/** All that a session without Hold sends, and one that lets everything go in the end. */
const sessions: fc.Arbitrary<Partial<SessionSettings>> = fc.record({
  garbage: fc.constantFrom(0, 1, 300),
  decoys: fc.nat(2),
  role: fc.constantFrom('initiator', 'responder'),
  transport: fc.constantFrom('v2', 'v2', 'v2', 'v1'),
})

describe('what is let go', () => {
  it('is byte for byte what would have gone, in any fragmentation, with numbers that rise by one', () => {
    fc.assert(
      fc.property(
        sessions,
        fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 6 }),
        fc.array(fc.nat(3), { maxLength: 30 }),
        (settings, fragments, releases) => {
          const free = heldSession({ settings, hold: false })
          const held = heldSession({ settings, fragments })
          for (const count of releases) {
            const { bytes } = held.run.hold
            const onWire = held.sent().length
            expect(held.run.standing(0).stats?.sent.bytes ?? 0).toBe(onWire)
            held.run.run({ type: 'release', count })
            expect(held.sent().length + held.run.hold.bytes).toBe(onWire + bytes)
            held.carry()
          }
          for (let n = 0; n < 3; n++) {
            held.run.run({ type: 'hold', isOn: false })
            held.carry()
          }
          expect(held.sent()).toEqual(free.sent())
          expect(seqs(held.events)).toEqual(held.events.map((_, i) => i))
          expect(held.run.standing(0).stats).toEqual(free.run.standing(0).stats)
          expect(held.types()).toEqual(free.types())
        },
      ),
      { numRuns: 60 },
    )
  })

  it('is numbered and timed when it goes, with what it says right behind it', () => {
    const session = heldSession({ hold: false })
    session.run.run({ type: 'hold', isOn: true })
    session.run.run({ type: 'ping' })
    const guessed = session.run.hold.first[0]?.event
    session.pass(500)
    session.run.run({ type: 'release' })
    const [packet, message] = session.events.slice(-2)
    expect(packet).toMatchObject({ type: 'packet_sent', time: 500 })
    expect(message).toMatchObject({ type: 'message', messageType: 'ping', time: 500 })
    expect(message?.seq).toBe((packet?.seq ?? 0) + 1)
    expect(guessed?.seq).toBe(packet?.seq)
  })

  it('takes a change of keys with it', () => {
    const session = heldSession({ hold: false })
    session.run.run({ type: 'hold', isOn: true })
    const { packets = 0 } = session.run.standing(0).stats?.sent ?? {}
    for (let n = packets; n < 224; n++) session.run.run({ type: 'send_decoy', size: 0 })
    const isRekey = ({ type }: TimedEvent) => type === 'rekeyed'
    session.run.run({ type: 'release', count: 223 - packets })
    expect(session.events.some(isRekey)).toBe(false)
    expect(session.run.standing(0).stats?.sent).toMatchObject({ rekeys: 0, packetsUntilRekey: 1 })
    session.run.run({ type: 'release' })
    expect(session.events.filter(isRekey)).toHaveLength(2)
    expect(session.run.standing(0).stats?.sent).toMatchObject({ rekeys: 1, packetsUntilRekey: 224 })
  })

  it('makes a recording that opens as it was', () => {
    const session = heldSession({ settings: { role: 'responder', decoys: 2 } })
    for (let n = 0; n < 3; n++) session.run.run({ type: 'release' })
    session.carry()
    const recording = session.recording()
    const opened = decodeRecording(new TextEncoder().encode(encodeRecording(recording)))
    expect(opened.events).toEqual(recording.events)
    expect(opened.standing).toEqual(recording.standing)
  })
})

describe('while something is held', () => {
  it('no time of ours runs out, however long the reader takes', () => {
    const session = heldSession({ settings: { timeout: 60 } })
    session.pass(10 * MINUTE)
    expect(session.run.isOver).toBe(false)
    session.run.run({ type: 'hold', isOn: false })
    session.pass(59_000)
    expect(session.run.isOver).toBe(false)
    session.pass(1000)
    expect(session.run.standing(0).failure?.code).toBe('HANDSHAKE_TIMEOUT')
  })

  it('no ping of ours counts as unanswered, and its latency counts from its going', () => {
    const session = heldSession({ hold: false })
    session.pass(10) // the first ping has gone
    session.carry()
    session.run.run({ type: 'hold', isOn: true })
    session.run.run({ type: 'ping' })
    session.run.run({ type: 'send_decoy', size: 1 })
    session.pass(60 * MINUTE)
    expect(session.run.isOver).toBe(false)
    session.run.run({ type: 'release' })
    session.pass(25)
    session.carry()
    expect(session.run.standing(0).latencyMs).toBe(25)
  })

  it('decoys on a schedule are not made', () => {
    const session = heldSession({ hold: false })
    session.run.run({ type: 'schedule_decoys', schedule: { everyMs: 100, size: 10 } })
    session.run.run({ type: 'hold', isOn: true })
    session.pass(MINUTE)
    expect(session.run.hold.count).toBe(1)
    session.run.run({ type: 'release' })
    session.pass(MINUTE)
    expect(session.run.hold.count).toBe(1)
    session.run.run({ type: 'hold', isOn: false })
    session.pass(1000)
    expect(session.types().filter((type) => type === 'packet_sent').length).toBeGreaterThan(10)
  })

  it('no more is taken than can be kept', () => {
    const session = heldSession({ hold: false })
    session.run.run({ type: 'hold', isOn: true })
    const decoy = { type: 'send_decoy', size: 8 * 1024 * 1024 } as const
    expect(session.run.run(decoy)).toBeUndefined()
    expect(session.run.run(decoy)).toBeUndefined()
    expect(session.run.run(decoy)?.code).toBe('TOO_MUCH_HELD')
    expect(session.run.hold.count).toBe(2)
    session.theirs.ping()
    session.carry()
    expect(session.run.hold.count).toBe(2)
    session.run.run({ type: 'release' })
    session.theirs.ping()
    session.carry()
    expect(session.run.hold.count).toBe(2)
  })

  it('a peer that hangs up before it has our verack has not been ready', () => {
    const session = heldSession()
    while (typeOfNext(session.run.hold) !== 'verack') {
      session.run.run({ type: 'release' })
      session.carry()
    }
    session.end()
    expect(session.run.standing(0).failure?.code).toBe('CLOSED_IN_VERSION_HANDSHAKE')
  })

  it('an end drops it: it has not happened', () => {
    const session = heldSession()
    session.run.run({ type: 'release' })
    session.run.stop()
    expect(session.sent()).toHaveLength(64)
    expect(session.types()).toEqual(['key_sent'])
    expect(session.run.hold).toMatchObject({ count: 0, bytes: 0, first: [] })
    expect(session.run.run({ type: 'release' })?.code).toBe('SESSION_OVER')
  })
})

describe('a simulated session', () => {
  const held = () => {
    const events: TimedEvent[] = []
    const simulation = new Simulation({
      settings: simulatedSettings('held'),
      hold: true,
      onEvent: (event) => events.push(event),
      onChange: () => {},
    })
    simulation.start()
    return { simulation, events }
  }

  it('that is held waits for the reader, and is no longer its seed’s alone', () => {
    const { simulation, events } = held()
    expect(simulation.isTouched).toBe(true)
    simulation.advanceTo(10 * MINUTE)
    expect([simulation.now, simulation.next, simulation.isWaiting]).toEqual([0, undefined, true])
    expect(events.some(({ direction }) => direction === 'sent')).toBe(false)
  })

  it('goes on from there, and misses nothing of its story', () => {
    const { simulation, events } = held()
    for (let n = 0; n < 100 && simulation.run.standing(0).state !== 'ready'; n++) {
      simulation.command({ type: 'release' })
      simulation.advanceTo(simulation.now + 10 * MINUTE)
    }
    simulation.command({ type: 'hold', isOn: false })
    simulation.advanceTo(simulation.now + MINUTE)
    const sent = events.flatMap((event) =>
      event.type === 'message' && event.direction === 'sent' ? [event.messageType] : [],
    )
    expect(sent).toEqual(expect.arrayContaining(['getheaders', 'getdata', 'ping']))
  })
})
