import { MAX_CONTENTS_LEN, toHex } from '@v2scope/bip324'
import type { PeerEvent } from '@v2scope/peer'
import { describe, expect, it } from 'vitest'
import type { MalloryChange } from '../src/index.js'
import { MOST_READ } from '../src/index.js'
import { mallorySession } from './mallory-session.js'

const BETWEEN = { mallory: { mode: 'between' } } as const
const DOWNGRADE = { mallory: { mode: 'downgrade' } } as const
const changing = (change: MalloryChange) => ({ mallory: { mode: 'between', change } }) as const

const MINUTE = 60_000

const messagesOf = (told: readonly PeerEvent[], type: string) =>
  told.flatMap((event) =>
    event.type === 'message' && event.messageType === type ? [event.payload] : [],
  )

describe('with Mallory in the middle', () => {
  it.each(['initiator', 'responder'] as const)(
    'both connections are encrypted, and the ids differ; we are the %s',
    (role) => {
      const session = mallorySession(BETWEEN, { role })
      session.introduced()
      const { state, transport, sessionId, peerReportedSessionId } = session.standing()
      expect({ state, transport }).toEqual({ state: 'ready', transport: 'v2' })
      expect(session.peer.transport).toBe('v2')
      expect(sessionId).toMatch(/^[0-9a-f]{64}$/)
      expect(peerReportedSessionId).toBe(toHex(session.peer.sessionId ?? new Uint8Array()))
      expect(peerReportedSessionId).not.toBe(sessionId)
      const { withUs, withPeer } = session.mallory
      expect(withUs).toMatchObject({
        role: role === 'initiator' ? 'responder' : 'initiator',
        transport: 'v2',
        sessionId,
      })
      expect(withPeer).toMatchObject({ role, transport: 'v2', sessionId: peerReportedSessionId })
    },
  )

  it('four keys are on the wires, and she knows which is whose', () => {
    const session = mallorySession(BETWEEN)
    session.introduced()
    const { withUs, withPeer } = session.mallory
    const keyOf = (type: 'key_sent' | 'key_received') => {
      const event = session.events.find((one) => one.type === type)
      return event && toHex(event.bytes)
    }
    expect(withUs.ellswiftTheirs).toBe(keyOf('key_sent'))
    expect(withUs.ellswiftOurs).toBe(keyOf('key_received'))
    const keys = [withUs, withPeer].flatMap((leg) => [leg.ellswiftOurs, leg.ellswiftTheirs])
    expect(new Set(keys).size).toBe(4)
    for (const key of keys) expect(key).toMatch(/^[0-9a-f]{128}$/)
  })

  it('everything works: the whole story of the seed happens, and she has read it', () => {
    const session = mallorySession(BETWEEN)
    session.pass(MINUTE)
    expect(session.standing()).toMatchObject({ state: 'ready' })
    expect(session.messages('sent')).toEqual(
      expect.arrayContaining(['version', 'verack', 'getheaders', 'getdata', 'ping']),
    )
    expect(session.messages('received')).toEqual(
      expect.arrayContaining(['version', 'verack', 'headers', 'block', 'pong', 'inv']),
    )
    const { read, readCount, changedCount } = session.mallory
    const types = (direction: string) =>
      read.flatMap((one) =>
        one.direction === direction && one.kind === 'message' ? [one.messageType] : [],
      )
    expect(types('to peer')).toEqual(session.messages('sent'))
    expect(types('to us')).toEqual(session.messages('received'))
    expect(read.find(({ messageType }) => messageType === 'version')?.summary).toMatch(/^v70016 /)
    expect({ readCount, changedCount }).toEqual({ readCount: read.length, changedCount: 0 })
    expect(read.map(({ id }) => id)).toEqual(read.map((_, i) => i))
  })

  it('decoys of either side are decoys on the other, those of the handshake too', () => {
    const session = mallorySession(BETWEEN, { decoys: 4 })
    session.introduced()
    session.run.run({ type: 'send_decoy', size: 321 })
    session.pass(10_000)
    const sizes = session.told.flatMap((event) => (event.type === 'decoy' ? [event.size] : []))
    expect(sizes.length).toBeGreaterThanOrEqual(5)
    expect(sizes).toContain(321)
    expect(session.standing().stats?.received.decoys).toBeGreaterThan(0)
    const decoys = (direction: string) =>
      session.mallory.read.filter((one) => one.kind === 'decoy' && one.direction === direction)
    expect(decoys('to peer').map(({ bytes }) => bytes)).toEqual(sizes)
    expect(decoys('to us')).toHaveLength(session.standing().stats?.received.decoys ?? -1)
  })

  it.each([
    ['a type that nobody knows (A6)', [0, 0x7a, 0x7a, ...new Array(10).fill(0), 1, 2, 3]],
    ['a proposed short id (A3)', [29, 5]],
    ['the long form of a type that has a short id', [0, ...Buffer.from('ping\0\0\0\0\0\0\0\0'), 7]],
  ])('%s passes as it is', (_, bytes) => {
    const session = mallorySession(BETWEEN)
    session.introduced()
    session.run.run({ type: 'send_contents', contents: Uint8Array.from(bytes) })
    session.pass(100)
    const last = session.told.findLast((event) => event.type === 'message')
    expect(last?.payload.length).toBe(bytes[0] === 0 ? bytes.length - 13 : bytes.length - 1)
    expect(session.standing().state).toBe('ready')
  })

  it.each([
    ['nothing at all', []],
    ['an unknown short id', [200, 1]],
    ['a type cut short', [0, 0x7a]],
  ])('what is no message passes as it is (A5): %s', (_, bytes) => {
    const session = mallorySession(BETWEEN)
    session.introduced()
    session.run.run({ type: 'send_contents', contents: Uint8Array.from(bytes) })
    session.pass(100)
    expect(session.told.filter((event) => event.type === 'rejected')).toHaveLength(1)
    expect(session.standing().state).toBe('ready')
    expect(session.mallory.read.filter(({ kind }) => kind === 'rejected')).toHaveLength(1)
  })

  it('it is for the peer to find a packet too large, not for her (P3)', () => {
    const session = mallorySession(BETWEEN)
    session.introduced()
    session.run.run({ type: 'send_decoy', size: MAX_CONTENTS_LEN })
    session.pass(1000)
    expect(session.told.at(-1)).toMatchObject({
      type: 'failed',
      failure: { code: 'PACKET_TOO_LARGE' },
    })
    expect(session.standing()).toMatchObject({ state: 'closed', closedBy: 'peer' })
  })

  it('no more than the latest of what she has read is kept', () => {
    const session = mallorySession(BETWEEN)
    session.introduced()
    for (let n = 0; n < MOST_READ; n++) session.run.run({ type: 'send_decoy', size: n })
    const { read, readCount } = session.mallory
    expect(read).toHaveLength(MOST_READ)
    expect(read.at(-1)).toMatchObject({ id: readCount - 1, kind: 'decoy', bytes: MOST_READ - 1 })
    expect(readCount).toBeGreaterThan(MOST_READ)
  })

  it('what is held stays held: the clock stands still, and she has heard nothing', () => {
    const session = mallorySession(BETWEEN, { garbage: 10 }, true)
    session.pass(5000)
    expect(session.simulation.isWaiting).toBe(true)
    expect(session.mallory.withUs).toEqual({ role: 'responder', transport: 'detecting' })
    session.run.run({ type: 'release', count: 2 })
    session.pass(5000)
    expect(session.simulation.isWaiting).toBe(true)
    expect(session.mallory.withUs.ellswiftTheirs).toBeDefined()
    session.run.run({ type: 'hold', isOn: false })
    session.pass(5000)
    expect(session.standing().state).toBe('ready')
  })

  it('the same seed gives the same session, hers included', () => {
    const [one, two] = [0, 1].map(() => {
      const session = mallorySession(BETWEEN)
      session.pass(20_000)
      return { mallory: session.mallory, events: session.events }
    })
    expect(one).toEqual(two)
  })
})

describe('what she changes', () => {
  it.each([
    [{ kind: 'user agent', text: '/Mallory:1.0/' }, { userAgent: '/Mallory:1.0/' }, 'user agent'],
    [{ kind: 'start height', height: 123_456 }, { startHeight: 123_456 }, 'start height'],
  ] as const)('arrives in our version message: %o', (change, expected, field) => {
    for (const role of ['initiator', 'responder'] as const) {
      const session = mallorySession(changing(change), { role })
      session.introduced()
      expect(session.peer.peerVersion).toMatchObject(expected)
      expect(session.standing().state).toBe('ready')
      const changed = session.mallory.read.filter((one) => one.changed)
      expect(changed).toMatchObject([
        { messageType: 'version', direction: 'to peer', changed: { field } },
      ])
      expect(session.mallory).toMatchObject({ changedCount: 1, change })
      // and nothing of what the peer says
      expect(session.standing().peerVersion?.userAgent).toBe('/v2scope-demo:0.1.0/')
    }
  })

  it('is a fee filter of ours, and one of hers right after our verack', () => {
    const session = mallorySession(changing({ kind: 'fee filter', feeRate: 4321n }))
    session.introduced()
    const hex = () => messagesOf(session.told, 'feefilter').map(toHex)
    expect(hex()).toEqual(['e110000000000000'])
    expect(session.messages('sent')).not.toContain('feefilter')
    session.run.run({
      type: 'send_message',
      messageType: 'feefilter',
      payload: Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0),
      form: 'long',
    })
    session.pass(100)
    expect(hex()).toEqual(['e110000000000000', 'e110000000000000'])
    const ours = session.mallory.read.filter(({ messageType }) => messageType === 'feefilter')
    expect(ours.filter(({ direction }) => direction === 'to peer')).toMatchObject([
      { isHers: true, summary: '4321 sat/kvB' },
      { changed: { field: 'fee rate', before: '1', after: '4321' } },
    ])
    expect(session.mallory.changedCount).toBe(2)
  })

  it('can be changed while it runs, and be nothing any more', () => {
    const session = mallorySession(BETWEEN)
    session.introduced()
    expect(messagesOf(session.told, 'feefilter')).toEqual([])
    const change = { kind: 'fee filter', feeRate: 7n } as const
    expect(session.lab.command({ type: 'change_messages', change })).toBeUndefined()
    session.pass(100)
    expect(messagesOf(session.told, 'feefilter').map(toHex)).toEqual(['0700000000000000'])
    expect(session.mallory.change).toEqual(change)
    expect(session.mallory).toMatchObject({ changedCount: 1, changedSince: 1 })
    // our version message has gone
    const late = { kind: 'start height', height: 9 } as const
    session.lab.command({ type: 'change_messages', change: late })
    expect(session.mallory).toMatchObject({ changedCount: 1, changedSince: 0 })
    session.lab.command({ type: 'change_messages', change: undefined })
    expect(session.mallory.change).toBeUndefined()
    session.run.run({ type: 'ping' })
    session.pass(1000)
    expect(session.standing().latencyMs).toBeDefined()
    expect(session.mallory.changedCount).toBe(1)
  })

  it('is a user agent as it is written, a backslash too, which a message shows as two', () => {
    const session = mallorySession(changing({ kind: 'user agent', text: '/a\\b/' }))
    session.introduced()
    expect(session.peer.peerVersion?.userAgent).toBe('/a\\\\b/')
  })

  it('is refused where no message can hold it, and where the session is over', () => {
    const session = mallorySession(BETWEEN)
    session.introduced()
    const refusal = (change: MalloryChange) =>
      session.lab.command({ type: 'change_messages', change })?.code
    expect(refusal({ kind: 'user agent', text: 'x'.repeat(257) })).toBe('TOO_LONG')
    expect(refusal({ kind: 'start height', height: 2 ** 31 })).toBe('BAD_VALUE')
    expect(refusal({ kind: 'fee filter', feeRate: 1n << 63n })).toBe('BAD_VALUE')
    expect(session.mallory.change).toBeUndefined()
    session.close()
    expect(refusal({ kind: 'start height', height: 1 })).toBe('SESSION_OVER')
  })

  it('is nothing where the plan asks for what no message can hold', () => {
    const session = mallorySession(changing({ kind: 'fee filter', feeRate: 1n << 63n }))
    session.introduced()
    expect(session.standing().state).toBe('ready')
    expect(session.mallory.change).toBeUndefined()
  })

  it('needs her: without her it is refused', () => {
    const session = mallorySession({})
    session.introduced()
    const change = { kind: 'start height', height: 1 } as const
    expect(session.lab.command({ type: 'change_messages', change })).toBeDefined()
    expect(session.standing().sessionId).toBe(session.standing().peerReportedSessionId)
  })
})

describe('the downgrade', () => {
  it('ends v2 on our 64 bytes, and v1 is offered (S2)', () => {
    const session = mallorySession(DOWNGRADE)
    session.introduced()
    expect(session.standing()).toMatchObject({
      state: 'failed',
      failure: { code: 'CLOSED_BEFORE_KEY', row: 'S2', v1MayWork: true },
    })
    expect(session.mallory).toMatchObject({ refused: 1, read: [], readCount: 0 })
    expect(session.told).toEqual([])
  })

  it('lets v1 pass, reads it and changes it, and nobody notices', () => {
    const text = '/Mallory:1.0/'
    const session = mallorySession(
      { mallory: { mode: 'downgrade', change: { kind: 'user agent', text } } },
      { transport: 'v1' },
    )
    session.pass(MINUTE)
    expect(session.standing()).toMatchObject({ state: 'ready', transport: 'v1' })
    expect(session.peer).toMatchObject({ state: 'ready', transport: 'v1' })
    expect(session.peer.peerVersion?.userAgent).toBe(text)
    // a wrong checksum would have been told
    expect(session.told.filter((event) => event.type === 'rejected')).toEqual([])
    expect(session.messages('received')).toContain('block')
    const { refused, changedCount, withUs, withPeer } = session.mallory
    expect({ refused, changedCount }).toEqual({ refused: 0, changedCount: 1 })
    expect(withUs).toEqual({ role: 'responder', transport: 'v1' })
    expect(withPeer).toEqual({ role: 'initiator', transport: 'v1' })
  })

  it('adds a fee filter of hers in v1 too', () => {
    const session = mallorySession(DOWNGRADE, { transport: 'v1' })
    session.introduced()
    const change = { kind: 'fee filter', feeRate: 9n } as const
    session.lab.command({ type: 'change_messages', change })
    session.pass(100)
    expect(messagesOf(session.told, 'feefilter').map(toHex)).toEqual(['0900000000000000'])
  })
})
