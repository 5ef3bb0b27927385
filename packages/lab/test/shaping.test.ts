import { describe, expect, it } from 'vitest'
import type { ShapingPlan } from '../src/index.js'
import type { TracePart } from '../src/shaping/shape-trace.js'
import { EVERY } from './shaped-side.js'
import { shapingSession } from './shaping-session.js'

const TICK = 50
const N = 400
const CBR: ShapingPlan = {
  shaping: { strategy: 'constant bit rate', tickMs: TICK, bytes: N },
  isBothWays: true,
}
const STORY = 60_000

/** Those of the handshake are told apart by their size, and are all before the first of the ticks. */
const fromFirstTick = (parts: readonly TracePart[]) =>
  parts.slice(parts.findIndex(({ bytes }, n) => bytes === N && parts[n + 1]?.bytes === N))

type ShapedSession = ReturnType<typeof shapingSession>

/** Pings of ours. */
function unanswered({ messages }: ShapedSession): number {
  const count = (direction: 'sent' | 'received', of: string) =>
    messages(direction).filter((type) => type === of).length
  expect(count('sent', 'ping')).toBeGreaterThan(0)
  return count('sent', 'ping') - count('received', 'pong')
}

describe('constant bit rate, both ways', () => {
  it('puts the same bytes on the wire at each tick, from the version packet to the end', () => {
    const session = shapingSession({ shaping: CBR })
    session.pass(STORY)
    expect(session.standing().state).toBe('ready')
    for (const side of ['ours', 'peers'] as const) {
      const ticks = fromFirstTick(session.wire[side])
      const [first] = ticks
      expect(ticks.length).toBeGreaterThan(1100)
      expect(ticks).toEqual(
        ticks.map((_, n) => ({ time: (first?.time ?? 0) + n * TICK, bytes: N })),
      )
      // key and garbage; terminator, decoys and version packet
      expect(session.wire[side].length - ticks.length).toBeLessThanOrEqual(2)
    }
  })

  it('carries all that the story has, both ways, across rekeys', () => {
    const session = shapingSession({ shaping: CBR })
    session.pass(STORY)
    const plain = shapingSession({})
    plain.pass(STORY)
    // a peer that polls does so as often as it may: what was said counts, not how often
    for (const direction of ['sent', 'received'] as const) {
      expect(new Set(session.messages(direction))).toEqual(new Set(plain.messages(direction)))
    }
    const { sent, received } = session.standing().stats ?? {}
    expect(sent?.rekeys).toBeGreaterThan(2)
    expect(received?.rekeys).toBeGreaterThan(2)
    expect(session.told.some(({ type }) => type === 'failed')).toBe(false)
    expect(session.standing().sessionId).toBe(session.standing().peerReportedSessionId)
  })

  it('counts what it costs: the ticks are all that is real and all that is not', () => {
    const session = shapingSession({ shaping: CBR }, { settings: { decoys: 0 } })
    session.pass(STORY)
    const { ours, peers } = session.shaping
    const ticks = fromFirstTick(session.wire.ours).length
    expect(ours.realBytes + ours.decoyBytes - ours.waitingBytes).toBe(ticks * N)
    expect(ours.packets).toBe(session.sent('message').length)
    expect(ours.decoys).toBe(session.sent('decoy').length)
    expect(ours.meanDelayMs).toBeGreaterThan(0)
    expect(ours.meanDelayMs).toBeLessThanOrEqual(ours.mostDelayMs)
    expect(peers?.packets).toBeGreaterThan(10)
    expect(peers?.decoyBytes).toBeGreaterThan(100 * N)
  })

  it('cuts a message of 4,000,000 bytes over ticks, and what follows it stays behind', () => {
    const session = shapingSession({
      shaping: { shaping: { strategy: 'constant bit rate', tickMs: 10, bytes: 20_000 } },
    })
    session.pass(1000)
    const payload = new Uint8Array(4_000_000)
    const command = { type: 'send_message', messageType: 'v2scope', form: 'long', payload } as const
    expect(session.run.run(command)).toBeUndefined()
    expect(session.run.run({ type: 'ping' })).toBeUndefined()
    expect(session.shaping.ours.waitingBytes).toBeGreaterThan(3_900_000)
    session.pass(3000)
    expect(session.standing().state).toBe('ready')
    expect(session.shaping.ours.mostDelayMs).toBeGreaterThanOrEqual(200 * 10)
    expect(session.peer.traffic.receivedByType.get('v2scope')).toBe(4_000_000 + 33)
    expect(unanswered(session)).toBe(0)
    expect(new Set(session.wire.ours.slice(3).map(({ bytes }) => bytes))).toEqual(new Set([20_000]))
  })
})

describe('shaping', () => {
  it.each(EVERY)('$strategy keeps a session up, both ways', (shaping) => {
    const session = shapingSession({ shaping: { shaping, isBothWays: true } })
    session.pass(STORY)
    expect(session.standing().state).toBe('ready')
    expect(session.shaping.ours.decoys).toBeGreaterThan(3)
    expect(session.shaping.peers?.decoys).toBeGreaterThan(3)
    expect(session.messages('received')).toEqual(expect.arrayContaining(['headers', 'pong']))
  })

  it('is of our direction alone unless the peer is to do so too', () => {
    const session = shapingSession({ shaping: { shaping: CBR.shaping } })
    session.pass(5000)
    expect(fromFirstTick(session.wire.ours).length).toBeGreaterThan(90)
    expect(session.wire.peers.length).toBeLessThan(40)
  })

  it('begins, changes and ends while a session runs, and what waits is not lost', () => {
    const session = shapingSession({})
    session.pass(2000)
    expect(session.lab.standing.shaping).toBeUndefined()
    for (const plan of [
      CBR,
      { shaping: { strategy: 'fixed rate', everyMs: 20, bytes: 30 } },
      { shaping: { strategy: 'constant bit rate', tickMs: 1000, bytes: 1 }, isBothWays: true },
      { shaping: { strategy: 'burst cover', most: 500 } },
      undefined,
    ] as const) {
      expect(session.shape(plan)).toBeUndefined()
      expect(session.shaping.plan).toEqual(plan)
      session.run.run({ type: 'ping' })
      session.pass(700)
    }
    expect(session.shaping.ours.waitingBytes).toBe(0)
    const before = session.wire.ours.length
    session.pass(500)
    // what the story has to say, and no more of the 25 decoys that there would be
    expect(session.wire.ours.length).toBeLessThan(before + 5)
    session.run.run({ type: 'ping' })
    session.pass(500)
    expect(unanswered(session)).toBe(0)
  })

  it('covers each real packet of a burst by a decoy in the same chunk', () => {
    const session = shapingSession({ shaping: { shaping: { strategy: 'burst cover', most: 300 } } })
    session.pass(3000)
    const { ours } = session.shaping
    expect(ours.decoys).toBe(ours.packets)
    const chunks = session.wire.ours.length
    session.run.run({ type: 'ping' })
    expect(session.wire.ours.length).toBe(chunks + 1)
    expect(session.wire.ours.at(-1)?.bytes).toBeGreaterThanOrEqual(29 + 29)
  })

  it('sends handshake decoys before the version packet, and only then', () => {
    const shaping = { strategy: 'handshake decoys', count: 7, most: 60 } as const
    const session = shapingSession({ shaping: { shaping, isBothWays: true } })
    session.pass(500)
    const kinds = session.events.flatMap((event) =>
      event.type === 'packet_sent' ? [event.kind] : [],
    )
    expect(kinds.slice(0, 8)).toEqual([...Array.from({ length: 7 }, () => 'decoy'), 'version'])
    expect(session.shaping.ours).toMatchObject({ decoys: 7 })
    expect(session.shaping.peers?.decoys).toBeGreaterThanOrEqual(7)
    const { code, text } = session.shape({ shaping }) ?? {}
    expect([code, text]).toEqual(['ONLY_FROM_THE_START', expect.any(String)])
  })

  it('is the same for the same seed', () => {
    const [one, two] = [1, 2].map(() => {
      const session = shapingSession({
        shaping: { shaping: { strategy: 'poisson', meanMs: 80, bytes: 90 }, isBothWays: true },
      })
      session.pass(5000)
      return session
    })
    expect(one?.wire).toEqual(two?.wire)
    expect(one?.events).toEqual(two?.events)
  })

  it('works as the responder too', () => {
    const session = shapingSession({ shaping: CBR }, { settings: { role: 'responder' } })
    session.pass(5000)
    expect(session.standing().state).toBe('ready')
    expect(fromFirstTick(session.wire.ours).every(({ bytes }) => bytes === N)).toBe(true)
  })
})

describe('shaping, and what else the Lab does', () => {
  it('is undone by Mallory, who passes on what she decrypts', () => {
    const session = shapingSession({ shaping: CBR, mallory: { mode: 'between' } })
    session.pass(5000)
    expect(session.standing().state).toBe('ready')
    expect(session.standing().sessionId).not.toBe(session.standing().peerReportedSessionId)
    expect(fromFirstTick(session.wire.peers).every(({ bytes }) => bytes === N)).toBe(true)
    expect(session.shaping.ours.packets).toBeGreaterThan(5)
  })

  it('ends with a session that the peer ends', () => {
    const session = shapingSession({
      shaping: CBR,
      fault: { on: 'peer', place: 'us', misbehaviour: 'oversized packet' },
    })
    session.pass(5000)
    expect(session.told).toContainEqual(expect.objectContaining({ type: 'failed' }))
    expect(session.standing().state).not.toBe('ready')
    const chunks = [session.wire.ours.length, session.wire.peers.length]
    session.pass(5000)
    expect([session.wire.ours.length, session.wire.peers.length]).toEqual(chunks)
  })

  it('refuses more, once 16 MiB wait', () => {
    const session = shapingSession({
      shaping: { shaping: { strategy: 'constant bit rate', tickMs: 10, bytes: 1000 } },
    })
    session.pass(1000)
    const send = () => session.run.run({ type: 'send_decoy', size: 3_000_000 })?.code
    expect(Array.from({ length: 7 }, send)).toEqual([...Array(6).fill(undefined), 'TOO_MUCH_WAITS'])
    expect(session.shape(undefined)).toBeUndefined()
    expect(session.shaping.ours.waitingBytes).toBe(0)
    expect(send()).toBeUndefined()
  })
})

describe('shaping, and Hold', () => {
  it('adds nothing while the reader holds, and the clock stands still once all that left has come', () => {
    const session = shapingSession({ shaping: CBR })
    session.pass(2000)
    session.run.run({ type: 'hold', isOn: true })
    session.run.run({ type: 'ping' })
    session.pass(STORY)
    expect(session.simulation.isWaiting).toBe(true)
    expect(session.simulation.now).toBeLessThan(3000)
    const { count } = session.run.hold
    const chunks = session.wire.ours.length
    session.pass(STORY)
    expect([session.run.hold.count, session.wire.ours.length]).toEqual([count, chunks])
    session.run.run({ type: 'hold', isOn: false })
    session.pass(2000)
    expect(unanswered(session)).toBe(0)
    expect(session.wire.ours.slice(-5).map(({ bytes }) => bytes)).toEqual([N, N, N, N, N])
  })

  it('lets a handshake be stepped through, piece by piece', () => {
    const session = shapingSession({ shaping: CBR }, { hold: true })
    for (let n = 0; n < 40 && session.standing().state !== 'ready'; n++) {
      session.pass(1000)
      session.run.run({ type: 'release' })
    }
    expect(session.standing().state).toBe('ready')
    expect(session.sent('decoy').length).toBe(0)
  })
})

describe('shaping is refused', () => {
  it.each([
    [{ strategy: 'fixed rate', everyMs: 9, bytes: 50 }, 'The time between two'],
    [{ strategy: 'fixed rate', everyMs: 100, bytes: 19 }, 'The bytes of a decoy'],
    [{ strategy: 'fixed rate', everyMs: Number.NaN, bytes: 50 }, 'The time between two'],
    [{ strategy: 'poisson', meanMs: 0, bytes: 50 }, 'The time between two'],
    [{ strategy: 'constant bit rate', tickMs: 50, bytes: 0 }, 'The bytes of a tick'],
    [{ strategy: 'constant bit rate', tickMs: 50, bytes: 1_000_001 }, 'The bytes of a tick'],
    [{ strategy: 'constant bit rate', tickMs: 50, bytes: 20.5 }, 'The bytes of a tick'],
    [{ strategy: 'constant bit rate', tickMs: 10, bytes: 1_000_000 }, 'The bytes of a second'],
    [{ strategy: 'mimic', model: [], name: '' }, 'The number of samples'],
    [{ strategy: 'mimic', model: [{ gapMs: 1, bytes: 9 }], name: '' }, 'The time to the next'],
    [{ strategy: 'burst cover', most: 19 }, 'The most bytes of a decoy'],
  ] as const)('for %j', (shaping, what) => {
    const session = shapingSession({})
    session.pass(1000)
    const refusal = session.shape({ shaping })
    expect(refusal?.code).toBe('BAD_ARGUMENT')
    expect(refusal?.text).toContain(what)
    expect(session.lab.standing.shaping).toBeUndefined()
    session.close()
    // and from the start: the session runs without
    const started = shapingSession({ shaping: { shaping } })
    started.pass(1000)
    expect(started.standing().state).toBe('ready')
    expect(started.shaping).toMatchObject({ plan: undefined, refusal })
  })

  it('in v1, which has no decoys', () => {
    const session = shapingSession({ shaping: CBR }, { settings: { transport: 'v1' } })
    session.pass(2000)
    expect(session.standing()).toMatchObject({ state: 'ready', transport: 'v1' })
    expect(session.shaping).toMatchObject({ plan: undefined, refusal: { code: 'NOT_V2' } })
    expect(session.shape(CBR)?.code).toBe('NOT_V2')
  })

  it('when the session is over', () => {
    const session = shapingSession({ shaping: CBR })
    session.pass(2000)
    session.close()
    expect(session.shape(undefined)?.code).toBe('SESSION_OVER')
    const chunks = session.wire.ours.length
    session.pass(2000)
    expect(session.wire.ours.length).toBe(chunks)
  })
})
