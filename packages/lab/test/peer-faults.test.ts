import { type Role, toHex } from '@v2scope/bip324'
import type { Failure, PeerEvent } from '@v2scope/peer'
import {
  RECORDING_LEVELS,
  type Recording,
  type SessionSettings,
  type TimedEvent,
} from '@v2scope/recording'
import { decodeRecording, encodeRecording, keepLevel } from '@v2scope/recording/file'
import { Simulation } from '@v2scope/recording/simulation'
import { describe, expect, it } from 'vitest'
import { simulatedSettings } from '../../recording/test/settings.js'
import { type CatalogueFault, FAULTS, type FaultPlan, Lab } from '../src/index.js'

/** More than a handshake takes, or a ping, and less than anybody's patience; in ms. */
const A_WHILE = 20_000
const S4_MS = 60_000

const PEER_FAULTS = FAULTS.filter(({ plan }) => plan.on === 'peer')

/** A session with a fault, and what both sides say of it. */
function sessionWith(fault: FaultPlan, seed: string, given: Partial<SessionSettings> = {}) {
  const settings = simulatedSettings(seed, given)
  const events: TimedEvent[] = []
  const said: { ours: PeerEvent[]; peers: PeerEvent[] } = { ours: [], peers: [] }
  const simulation = new Simulation({
    settings,
    layer: (world, onChange) =>
      new (class extends Lab {
        override onPeerEvent(event: PeerEvent): void {
          said.ours.push(event)
          super.onPeerEvent(event)
        }
        override onSimulatedPeerEvent(event: PeerEvent): void {
          said.peers.push(event)
          super.onSimulatedPeerEvent(event)
        }
      })({ plan: { fault }, settings, world, onChange }),
    onEvent: (event) => events.push(event),
    onChange: () => {},
  })
  simulation.start()
  simulation.advanceTo(A_WHILE)
  return { simulation, events, said }
}

const failureIn = (events: readonly PeerEvent[]): Failure | undefined => {
  const event = events.find(({ type }) => type === 'failed')
  return event?.type === 'failed' ? event.failure : undefined
}

/** Whether a ping that is sent now is answered. */
function isAnswered({ simulation, said }: ReturnType<typeof sessionWith>): boolean {
  const pongs = () => said.ours.filter(({ type }) => type === 'pong').length
  const before = pongs()
  if (simulation.command({ type: 'ping' })) return false
  simulation.advanceTo(simulation.now + A_WHILE)
  return pongs() > before
}

const expectedOf = (fault: CatalogueFault, role: Role) =>
  (role === 'responder' && fault.asResponder ? fault.asResponder : fault.expected).simulated

/** However much garbage we send, and however many decoys: the peer's are the seed's. */
const SETTINGS = [
  { seed: 'one', garbage: undefined, decoys: 0 },
  { seed: 'two', garbage: 0, decoys: 0 },
  { seed: 'three', garbage: 4095, decoys: 12 },
] as const

describe.each(['initiator', 'responder'] as const)('with us as the %s', (role) => {
  it.each(PEER_FAULTS)('$id comes to what the catalogue says, however much is sent', (fault) => {
    const { outcome, noticedBy, code, row } = expectedOf(fault, role)
    for (const { seed, ...settings } of SETTINGS) {
      const session = sessionWith(fault.plan, seed, { role, ...settings })
      const { simulation, said } = session
      const { state } = simulation.run.standing(0)
      if (outcome === 'fails at once') {
        const failure = failureIn(noticedBy === 'us' ? said.ours : said.peers)
        expect(failure).toMatchObject({ code, row })
        expect(simulation.run.isOver).toBe(true)
      } else {
        expect([failureIn(said.ours), failureIn(said.peers)]).toEqual([undefined, undefined])
        expect(isAnswered(session)).toBe(outcome === 'nothing changes')
        expect(state === 'ready').toBe(outcome === 'nothing changes')
      }
      if (outcome === 'stalls') {
        simulation.advanceTo(S4_MS + A_WHILE)
        expect(failureIn(said.ours)).toMatchObject({ row: 'S4' })
      }
    }
  })
})

const misbehaves = (
  misbehaviour: Extract<FaultPlan, { on: 'peer' }>['misbehaviour'],
  place: 'us' | 'peer' = 'us',
): FaultPlan => ({ on: 'peer', place, misbehaviour })

describe('what an observer sees, and we are told', () => {
  it('of a peer that knows no v2: it closes, having sent nothing, and v1 is offered (S2)', () => {
    const { simulation } = sessionWith(misbehaves('v1 instead of v2', 'peer'), 'a seed')
    expect(simulation.run.standing(0).failure).toMatchObject({
      code: 'CLOSED_BEFORE_KEY',
      row: 'S2',
      v1MayWork: true,
    })
  })

  it('of v1 by us: that nothing is encrypted', () => {
    const { simulation, events } = sessionWith(misbehaves('v1 instead of v2'), 'a seed')
    expect(simulation.run.standing(0)).toMatchObject({ state: 'ready', transport: 'v1' })
    expect(new Set(events.map(({ type }) => type))).toEqual(new Set(['v1_message']))
  })

  it('of a key that is used twice: the same 64 bytes, in sessions of different seeds (H9)', () => {
    const keys = ['one', 'another'].map((seed) => {
      const { events } = sessionWith(misbehaves('private key used twice'), seed)
      return toHex(events.find(({ type }) => type === 'key_sent')?.bytes ?? new Uint8Array())
    })
    expect(keys[0]).toHaveLength(128)
    expect(keys[0]).toBe(keys[1])
  })

  it('of a peer of another network: garbage without end, and the words say what it may be (H5, S4)', () => {
    const session = sessionWith(misbehaves('wrong network magic', 'peer'), 'a seed')
    session.simulation.advanceTo(S4_MS)
    expect(failureIn(session.said.ours)).toMatchObject({
      code: 'HANDSHAKE_TIMEOUT',
      message: expect.stringMatching(/another network/),
    })
  })

  it('is the same for the same seed', () => {
    for (const { plan } of PEER_FAULTS) {
      const [once, again] = ['a seed', 'a seed'].map((seed) => sessionWith(plan, seed).events)
      expect(again?.map(({ time, bytes }) => [time, bytes.length])).toEqual(
        once?.map(({ time, bytes }) => [time, bytes.length]),
      )
    }
  })
})

describe('a recording of it', () => {
  it.each(PEER_FAULTS)('is read back as it was: $id', ({ plan }) => {
    const { simulation, events } = sessionWith(plan, 'a seed', { decoys: 2 })
    const recording: Recording = {
      level: 'secrets',
      application: 'a test',
      origin: 'simulated',
      settings: simulatedSettings('a seed', { decoys: 2 }),
      events,
      standing: simulation.run.standing(0),
      time: simulation.now,
    }
    for (const level of RECORDING_LEVELS) {
      const kept = keepLevel(recording, level)
      const read = decodeRecording(encodeRecording(kept))
      // 4 MB of zeros are compared by hand
      expect(read.events.map(({ bytes }) => toHex(bytes.subarray(0, 100)))).toEqual(
        kept.events.map(({ bytes }) => toHex(bytes.subarray(0, 100))),
      )
      expect(read.events.map(({ type, bytes }) => [type, bytes.length])).toEqual(
        kept.events.map(({ type, bytes }) => [type, bytes.length]),
      )
    }
  })
})
