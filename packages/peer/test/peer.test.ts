import { ellswiftCreate, encodeV1Message, Networks, toHex, V2Transport } from '@v2scope/bip324'
import { encodeMessage, MessageError } from '@v2scope/messages'
import { describe, expect, it } from 'vitest'
import { Peer, PROTOCOL_VERSION, USER_AGENT } from '../src/index.js'
import { carry, connectedPair, newSide, seededRandom, TestClock } from './pair.js'

const MINUTE = 60_000

describe('version handshake', () => {
  it('ends with both sides ready and knowing each other', () => {
    const { a, b } = connectedPair(new TestClock())
    expect([a.peer.state, b.peer.state]).toEqual(['ready', 'ready'])
    expect(a.peer.peerVersion).toMatchObject({
      version: PROTOCOL_VERSION,
      userAgent: USER_AGENT,
      services: 2048n, // S1
      timestamp: 1_700_000_000n,
    })
    expect(toHex(a.peer.sessionId ?? new Uint8Array())).toBe(
      toHex(b.peer.sessionId ?? new Uint8Array()),
    )
    expect(a.types().filter((type) => type === 'ready')).toHaveLength(1)
  })

  it('asks for wtxid relay and addrv2 between version and verack', () => {
    const { a } = connectedPair(new TestClock())
    const types = a.events.flatMap((event) => (event.type === 'message' ? [event.messageType] : []))
    expect(types).toEqual(['version', 'wtxidrelay', 'sendaddrv2', 'verack'])
  })

  it('asks an older peer for nothing that it does not know', () => {
    const clock = new TestClock()
    const old = newSide(clock, { role: 'responder', transport: 'v1' })
    const ours = newSide(clock, { transport: 'v1' })
    const [version] = ours.peer.takeOutput()
    expect(version).toBeDefined()
    const payload = encodeMessage({
      type: 'version',
      version: 70015,
      services: 0n,
      timestamp: 0n,
      receiver: { services: 0n, address: '::', port: 0 },
      sender: { services: 0n, address: '::', port: 0 },
      nonce: 1n,
      userAgent: '/old/',
      startHeight: 7,
    })
    ours.peer.receive(encodeV1Message(Networks.regtest.magic, 'version', payload))
    const sent = ours.peer
      .takeOutput()
      .map(({ bytes }) => String.fromCharCode(...bytes.slice(4, 10)))
    expect(sent).toEqual(['verack'])
    old.peer.close()
  })

  it('takes a second version for what it is: a message, and no second handshake', () => {
    const { a, b } = connectedPair(new TestClock())
    const version = a.peer.peerVersion
    if (version) b.peer.send(version)
    expect(carry(a, b)).toBeGreaterThan(0)
    expect(a.types().filter((type) => type === 'version')).toHaveLength(1)
  })
})

describe('ping', () => {
  it('goes out by itself when ready, then every two minutes, and its latency is told', () => {
    const clock = new TestClock()
    const { a, b } = connectedPair(clock)
    a.peer.tick()
    clock.ms += 7
    carry(a, b)
    expect(a.events.at(-1)).toEqual({ type: 'pong', latencyMs: 7 })
    expect(a.peer.nextTick()).toBe(clock.ms - 7 + 2 * MINUTE)
    clock.ms += 2 * MINUTE
    a.peer.tick()
    carry(a, b)
    expect(a.types().filter((type) => type === 'pong')).toHaveLength(2)
  })

  it('is answered, and an answer to none of ours is not counted', () => {
    const { a, b } = connectedPair(new TestClock())
    b.peer.send({ type: 'pong', nonce: 1n })
    carry(a, b)
    expect(a.types()).not.toContain('pong')
  })
})

describe('timeouts (S4)', () => {
  it('ends a transport handshake after 60 s, in the words of what was missing', () => {
    const clock = new TestClock()
    const { peer, events } = newSide(clock)
    expect(peer.nextTick()).toBe(clock.ms + MINUTE)
    clock.ms += MINUTE - 1
    peer.tick()
    expect(events).toEqual([])
    clock.ms += 1
    peer.tick()
    expect(events).toMatchObject([{ type: 'failed', failure: { code: 'HANDSHAKE_TIMEOUT' } }])
    expect(peer.nextTick()).toBeUndefined()
  })

  it('ends a version handshake that does not come', () => {
    const clock = new TestClock()
    const ours = newSide(clock)
    const random = seededRandom('mute')
    const mute = new V2Transport({
      role: 'responder',
      magic: Networks.regtest.magic,
      keyPair: ellswiftCreate(random),
      garbage: random(3),
    })
    for (const { bytes } of ours.peer.takeOutput()) mute.receive(bytes)
    for (const { bytes } of mute.takeOutput()) ours.peer.receive(bytes)
    expect(ours.peer.transport).toBe('v2')
    clock.ms += MINUTE
    ours.peer.tick()
    expect(ours.events.at(-1)).toMatchObject({ failure: { code: 'VERSION_TIMEOUT', row: 'S4' } })
  })

  it('ends after 20 minutes of silence', () => {
    const clock = new TestClock()
    const { a } = connectedPair(clock, { timeouts: { pingEveryMs: 60 * MINUTE } })
    clock.ms += 20 * MINUTE
    a.peer.tick()
    expect(a.events.at(-1)).toMatchObject({ failure: { code: 'PEER_SILENT' } })
  })

  it('ends after 20 minutes without a pong, though bytes still come (P4)', () => {
    const clock = new TestClock()
    const { a, b } = connectedPair(clock)
    a.peer.tick() // a ping goes out, and is lost on the way
    a.peer.takeOutput()
    for (let minute = 0; minute < 20; minute++) {
      clock.ms += MINUTE
      b.peer.sendDecoy(5)
      for (const { bytes } of b.peer.takeOutput()) a.peer.receive(bytes)
      a.peer.tick()
      a.peer.takeOutput()
    }
    expect(a.events.at(-1)).toMatchObject({ failure: { code: 'PING_TIMEOUT' } })
  })
})

describe('the end', () => {
  it('is a close where the peer may close', () => {
    const { a } = connectedPair(new TestClock())
    a.peer.receiveEnd()
    expect(a.events.at(-1)).toEqual({ type: 'closed' })
    a.peer.receive(new Uint8Array(1000))
    expect(a.events.at(-1)).toEqual({ type: 'closed' })
  })

  it('is a failure before version and verack', () => {
    const { peer, events } = newSide(new TestClock())
    peer.receiveEnd()
    expect(events).toMatchObject([{ failure: { code: 'CLOSED_BEFORE_KEY', row: 'S2' } }])
  })

  it('delivers what came before a fault in the same bytes', () => {
    const { a, b } = connectedPair(new TestClock())
    b.peer.ping()
    b.peer.sendDecoy(5)
    const [ping, decoy] = b.peer.takeOutput().map(({ bytes }) => bytes)
    if (!ping || !decoy) throw new Error('two packets')
    decoy[10] = (decoy[10] ?? 0) ^ 1
    a.peer.receive(Uint8Array.of(...ping, ...decoy, 1, 2, 3))
    expect(a.types().slice(-2)).toEqual(['message', 'failed'])
  })
})

describe('decoys on a schedule', () => {
  it('go out at their times, with their size, until stopped', () => {
    const clock = new TestClock()
    const { a, b } = connectedPair(clock, { timeouts: { pingEveryMs: 60 * MINUTE } })
    a.peer.tick()
    carry(a, b)
    a.peer.scheduleDecoys({ everyMs: 100, size: 33 })
    expect(a.peer.nextTick()).toBe(clock.ms + 100)
    clock.ms += 250
    a.peer.tick()
    carry(a, b)
    expect(b.events.filter((event) => event.type === 'decoy')).toEqual([
      { type: 'decoy', size: 33 },
      { type: 'decoy', size: 33 },
    ])
    a.peer.scheduleDecoys(undefined)
    clock.ms += 1000
    a.peer.tick()
    expect(a.peer.takeOutput()).toEqual([])
  })

  it('do not exist in v1', () => {
    const { a } = connectedPair(new TestClock(), { transport: 'v1' })
    expect(a.peer.transport).toBe('v1')
    expect(() => a.peer.sendDecoy(1)).toThrow(expect.objectContaining({ code: 'NOT_V2' }))
  })
})

it('tells a message that it cannot decode, and goes on', () => {
  const { a, b } = connectedPair(new TestClock())
  b.peer.send({ type: 'unknown', messageType: 'ping', payload: Uint8Array.of(1) })
  b.peer.ping()
  carry(a, b)
  const last = a.events.filter((event) => event.type === 'message').slice(-2)
  expect(last[0]?.decoded).toBeInstanceOf(MessageError)
  expect(last[1]?.messageType).toBe('ping')
})

it('refuses a setting that the protocol does not allow, before anything is sent', () => {
  const options = { random: seededRandom('x'), now: () => 0, unixTime: () => 0, onEvent: () => {} }
  const magic = Networks.regtest.magic
  expect(() => new Peer({ role: 'initiator', magic, garbageLength: 4096, ...options })).toThrow(
    expect.objectContaining({ name: 'LocalProtocolError', code: 'GARBAGE_TOO_LONG' }),
  )
})
