// @vitest-environment node
import { ellswiftCreate, Networks } from '@v2scope/bip324'
import { DemoPeer, Peer } from '@v2scope/peer'
import type { SessionSettings } from '@v2scope/recording'
import { describe, expect, it } from 'vitest'
import {
  type HandshakePlan,
  MisbehavingPeer,
} from '../../../../packages/peer/src/misbehaving-peer.js'
import { endingOf } from '../../src/session/ending.js'
import { failures } from '../../src/words/en/failures.js'
import {
  behindRelay,
  OPENING,
  RELAY_URL,
  SETTINGS,
  seededRandom,
  TestWorker,
  TestWorld,
} from './test-world.js'

function begin(settings: Partial<SessionSettings> = {}) {
  const world = new TestWorld()
  const worker = new TestWorker(world)
  worker.start({ peer: 'mine', ...settings })
  return { world, worker }
}

const demoPeer = (world: TestWorld, magic = Networks.regtest.magic) =>
  new DemoPeer({
    role: 'responder',
    magic,
    random: seededRandom('far end'),
    now: world.now,
    unixTime: world.unixTime,
    onEvent: () => {},
  }).peer

function faultyPeer(faults: HandshakePlan & { magic?: Uint8Array; garbage?: Uint8Array }) {
  const keyPair = ellswiftCreate(seededRandom('faulty'))
  return new MisbehavingPeer({
    role: 'responder',
    magic: Networks.regtest.magic,
    keyPair,
    ...faults,
  })
}

function ready() {
  const { world, worker } = begin()
  const carry = behindRelay(world, demoPeer(world))
  carry()
  world.advance(20)
  return { world, worker, carry }
}

describe('a session over a relay', () => {
  it('offers the subprotocol, and waits for the relay to be open', () => {
    const { world, worker } = begin()
    expect(world.socket).toMatchObject({
      url: 'ws://bridge.test:8324/relay/mine',
      protocols: ['v2scope.relay.1'],
    })
    world.advance(5000)
    expect(worker.status()).toMatchObject({ state: 'connecting', transport: 'detecting' })
    expect(worker.items()).toEqual([])
    world.socket.say(OPENING)
    world.advance(20)
    expect(worker.status()).toMatchObject({
      state: 'handshake',
      local: '127.0.0.1:50001',
      remote: '127.0.0.1:18444',
    })
    expect(worker.items()[0]).toMatchObject({ kind: 'key', time: 0 })
  })

  it('shows the bridge its ticket beside the subprotocol, and nobody else', async () => {
    const world = new TestWorld()
    const worker = new TestWorker(world)
    const ticket = 'e30.e30.c2ln'
    const settings = { ...SETTINGS, peer: 'mine' }
    worker.post({ type: 'start', session: 1, settings, relayUrl: RELAY_URL, ticket })
    expect(world.socket.url).toBe(RELAY_URL)
    expect(world.socket.protocols).toEqual(['v2scope.relay.1', `ticket.${ticket}`])
    behindRelay(world, demoPeer(world))()
    world.advance(20)
    const { file } = await worker.saved('secrets')
    world.socket.end(4409, 'used up')
    world.advance(20)
    expect(await file.text()).not.toContain(ticket)
    expect(JSON.stringify(worker.messages)).not.toContain(ticket)
  })

  it('tells what the relay is bounded by, and what has crossed it', () => {
    const { world, worker } = begin({ garbage: 36 })
    const bounds = {
      bytesInAll: 1000,
      bytesPerSecond: 500,
      firstByte: 10,
      idle: 20,
      lifetime: null,
    }
    world.socket.say(JSON.stringify({ ...JSON.parse(OPENING), limits: bounds }))
    world.advance(20)
    const openedAt = world.unixTime() * 1000
    expect(worker.status().relay).toEqual({ bytes: 100, hasSent: true, openedAt, bounds })
    world.socket.say(new Uint8Array(10))
    world.advance(20)
    expect(worker.status().relay?.bytes).toBe(110)
  })

  it.each([
    ['none', {}],
    ['what is none', { limits: 'many' }],
  ])('tells of no bounds where the bridge tells %s', (_, more) => {
    const { world, worker } = begin()
    world.socket.say(JSON.stringify({ ...JSON.parse(OPENING), ...more }))
    world.advance(20)
    expect(worker.status().relay).toMatchObject({ hasSent: true })
    expect(worker.status().relay).not.toHaveProperty('bounds')
  })

  it('is ready once the peer has said verack', () => {
    const { worker } = ready()
    expect(worker.status()).toMatchObject({ state: 'ready', transport: 'v2' })
    expect(worker.status().peerReportedSessionId).toBeUndefined()
  })

  it('sends what belongs together as one frame: key and garbage', () => {
    const { world } = begin({ garbage: 50 })
    world.socket.say(OPENING)
    expect(world.socket.sent.map((bytes) => bytes.length)).toEqual([64 + 50])
  })

  it('sends no scheduled decoys while 4 MiB wait, and goes on afterwards', () => {
    const { world, worker, carry } = ready()
    worker.post({ type: 'schedule_decoys', schedule: { everyMs: 20, size: 10 } })
    world.socket.bufferedAmount = 5 * 1024 * 1024
    world.advance(2000)
    expect(world.socket.sent.length).toBeLessThanOrEqual(2)
    world.socket.bufferedAmount = 0
    world.advance(2000)
    expect(world.socket.sent.length).toBeGreaterThan(50)
    carry()
    expect(worker.status().state).toBe('ready')
  })

  it('closes the socket when it is stopped, and ignores what still comes', () => {
    const { world, worker } = ready()
    worker.post({ type: 'stop' })
    expect(world.socket.isClosed).toBe(true)
    const batches = worker.batches().length
    world.socket.say(new Uint8Array(100))
    world.socket.end(1006)
    world.advance(1000)
    expect(worker.batches().length).toBe(batches)
    expect(worker.status()).toMatchObject({ state: 'closed', closedBy: 'us' })
  })
})

describe('a peer that closes', () => {
  it.each([
    [1000, 'closed'],
    [4503, 'reset'],
  ])('%i after verack ends the session cleanly: %s', (code, ending) => {
    const { world, worker } = ready()
    world.socket.end(code, 'mine closed the connection')
    world.advance(20)
    expect(worker.status()).toMatchObject({ state: 'closed', closedBy: 'peer' })
    expect(worker.status().failure).toBeUndefined()
    expect(endingOf(worker.status())).toBe(ending)
  })

  it.each([1000, 4503])('S2 %i at once: v1 may work, and is not encrypted', (code) => {
    const { world, worker } = begin()
    world.socket.say(OPENING)
    world.socket.end(code)
    world.advance(20)
    const { failure, sessionId } = worker.status()
    expect(failure).toMatchObject({ code: 'CLOSED_BEFORE_KEY', row: 'S2', v1MayWork: true })
    expect(failures.advice(failure?.code ?? '')).toContain('NOT encrypted')
    expect(failure?.afterSeq).toBe(worker.items().at(-1)?.seq)
    expect(sessionId).toBeUndefined()
  })

  it('in the handshake: v1 is not offered', () => {
    const { world, worker } = begin()
    behindRelay(world, faultyPeer({ silentAfter: 'key' }))()
    world.socket.end(1000)
    world.advance(20)
    expect(worker.status().failure).toMatchObject({
      code: 'CLOSED_IN_HANDSHAKE',
      v1MayWork: false,
    })
  })

  it('before verack', () => {
    const { world, worker } = begin()
    behindRelay(world, faultyPeer({}))()
    world.socket.end(1000)
    world.advance(20)
    expect(worker.status().state).toBe('failed')
    expect(worker.status().failure?.code).toBe('CLOSED_IN_VERSION_HANDSHAKE')
  })

  it('within a packet', () => {
    const { world, worker } = ready()
    world.socket.say(new Uint8Array(2))
    world.socket.end(1000)
    world.advance(20)
    expect(worker.status().failure?.code).toBe('CLOSED_IN_PACKET')
    expect(worker.items().at(-1)).toMatchObject({ kind: 'not understood', wireBytes: 2 })
  })
})

describe('a peer that speaks v1 only', () => {
  /** As Bitcoin Core with -v2transport=0: a wrong magic ends the connection. */
  it('closes at our key; tried as v1 it is reached', () => {
    const { world, worker } = begin()
    world.socket.say(OPENING)
    world.socket.end(1000)
    worker.start({ peer: 'mine', transport: 'v1' }, 2)
    const peer = new Peer({
      role: 'responder',
      transport: 'v1',
      magic: Networks.regtest.magic,
      random: seededRandom('v1'),
      now: world.now,
      unixTime: world.unixTime,
      onEvent: () => {},
    })
    behindRelay(world, peer)()
    world.advance(20)
    expect(worker.status(2)).toMatchObject({ state: 'ready', transport: 'v1' })
    expect(worker.status(2).sessionId).toBeUndefined()
    world.socket.end(1000)
    world.advance(20)
    expect(worker.status(2)).toMatchObject({ state: 'closed', closedBy: 'peer' })
  })
})

describe('S4 a peer that says nothing', () => {
  it('fails 60 s after the relay was open', () => {
    const { world, worker } = begin()
    world.advance(20_000)
    world.socket.say(OPENING)
    world.advance(59_900)
    expect(worker.status().state).toBe('handshake')
    world.advance(200)
    expect(worker.status().failure).toMatchObject({ code: 'HANDSHAKE_TIMEOUT', row: 'S4' })
    expect(failures.advice(worker.status().failure?.code ?? '')).toContain(
      'choose the network the peer is on',
    )
    expect(world.socket.isClosed).toBe(true)
  })

  it('H5 of another network: the advice names it', () => {
    const { world, worker } = begin({ network: 'signet', magic: Networks.signet.magic })
    behindRelay(world, demoPeer(world))()
    world.advance(60_100)
    const { failure } = worker.status()
    expect(failure?.code).toBe('HANDSHAKE_TIMEOUT')
    expect(failure?.message).toContain('another network')
    expect(failures.advice(failure?.code ?? '')).toContain('choose the network the peer is on')
    expect(worker.items().at(-1)).toMatchObject({ kind: 'not understood' })
  })

  it('after its transport stands: the version is missed', () => {
    const { world, worker } = begin()
    behindRelay(world, faultyPeer({}))()
    world.advance(20)
    expect(worker.status()).toMatchObject({ state: 'established', transport: 'v2' })
    world.advance(60_000)
    expect(worker.status().failure?.code).toBe('VERSION_TIMEOUT')
    expect(worker.status().sessionId).toMatch(/^[0-9a-f]{64}$/)
  })

  it('a bridge that says nothing is given up after 30 s', () => {
    const { world, worker } = begin()
    world.advance(30_000)
    expect(worker.status().failure?.code).toBe('RELAY_SILENT')
    expect(world.socket.isClosed).toBe(true)
  })
})

describe('a peer that sends rubbish', () => {
  it('H5 without end: the terminator is missed at 4111 bytes, and every byte is shown', () => {
    const { world, worker } = begin()
    world.socket.say(OPENING)
    world.socket.say(seededRandom('rubbish')(10_000))
    world.advance(20)
    const { failure, stats } = worker.status()
    expect(failure).toMatchObject({ code: 'GARBAGE_TERMINATOR_MISSING', row: 'H5' })
    const received = worker.items().filter((i) => i.direction === 'received')
    expect(received.map((i) => i.kind)).toEqual(['key', 'not understood'])
    expect(received.reduce((n, i) => n + i.wireBytes, 0)).toBe(10_000)
    expect(stats?.received.bytes).toBe(10_000)
  })

  it('P5 a changed bit: fails, and what was shown stays to be asked for', () => {
    const { world, worker } = begin()
    const contents = new Uint8Array(40)
    behindRelay(
      world,
      faultyPeer({ packets: [{ contents: new Uint8Array() }, { contents, flipBits: [200] }] }),
    )()
    world.advance(20)
    const { failure } = worker.status()
    expect(failure).toMatchObject({ code: 'AUTHENTICATION_FAILED', row: 'P5', v1MayWork: false })
    const last = worker.items().at(-1)
    expect(last).toMatchObject({ kind: 'not understood', seq: failure?.afterSeq })
    for (const { seq } of worker.items()) expect(worker.detail(seq)).toBeDefined()
    expect(worker.detail(last?.seq ?? -1)?.event).toMatchObject({ type: 'failed', row: 'P5' })
  })

  it('a message of no known form is rejected, and the session goes on', () => {
    const { world, worker } = begin()
    const packets = [{ contents: new Uint8Array() }, { contents: Uint8Array.of(200) }]
    behindRelay(world, faultyPeer({ packets }))()
    world.advance(20)
    expect(worker.status().state).toBe('established')
    expect(worker.items().at(-2)).toMatchObject({ kind: 'rejected', summary: 'UNKNOWN_SHORT_ID' })
  })

  it('a known message that can not be decoded says where', () => {
    const { world, worker } = begin()
    const packets = [{ contents: new Uint8Array() }, { contents: Uint8Array.of(18, 1, 2, 3) }]
    behindRelay(world, faultyPeer({ packets }))()
    world.advance(20)
    const ping = worker.items().find((i) => i.label === 'ping')
    expect(ping?.summary).toContain('at byte 0')
    expect(worker.detail(ping?.seq ?? -1)?.decoded).toMatchObject({ offset: 0 })
  })
})
