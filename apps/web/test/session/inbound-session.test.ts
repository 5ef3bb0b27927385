// @vitest-environment node
import { Networks, toHex } from '@v2scope/bip324'
import { Peer } from '@v2scope/peer'
import { INBOUND, type SessionSettings } from '@v2scope/recording'
import { describe, expect, it } from 'vitest'

import {
  behindRelay,
  type FakeSocket,
  SETTINGS,
  seededRandom,
  TestWorker,
  TestWorld,
} from './test-world.js'

const LISTEN_URL = 'ws://bridge.test:8324/listen'
const ADDRESS = '127.0.0.1:41234'

const inboundSettings: SessionSettings = { ...SETTINGS, peer: INBOUND, role: 'responder' }

/** A page that waits for a node; `control` is the WebSocket of its port. */
function waiting(settings: Partial<SessionSettings> = {}, hold = false) {
  const world = new TestWorld()
  const worker = new TestWorker(world)
  const start = (session = 1, more: Partial<SessionSettings> = {}) =>
    worker.post({
      type: 'start',
      session,
      settings: { ...inboundSettings, ...settings, ...more },
      relayUrl: LISTEN_URL,
      hold,
    })
  start()
  const control = world.socket
  const say = (frame: object) => {
    control.say(JSON.stringify(frame))
    world.advance(20)
  }
  return { world, worker, start, control, say }
}

function listening(settings: Partial<SessionSettings> = {}, hold = false) {
  const page = waiting(settings, hold)
  page.say({ type: 'listening', address: ADDRESS })
  const dial = (id: string, remote = `127.0.0.1:5000${id}`) =>
    page.say({ type: 'inbound', id, remote })
  return { ...page, dial }
}

function node(world: TestWorld, options: { transport?: 'v1'; magic?: Uint8Array } = {}) {
  return new Peer({
    role: 'initiator',
    magic: Networks.regtest.magic,
    garbageLength: 100,
    random: seededRandom('node'),
    now: world.now,
    unixTime: world.unixTime,
    onEvent: () => {},
    ...options,
  })
}

const acceptUrls = (world: TestWorld) =>
  world.sockets.map(({ url }) => url).filter((url) => url.includes('/accept/'))

describe('a page that waits for a node', () => {
  it('has a port opened, and tells where it is', () => {
    const { control, worker, say } = waiting()
    expect(control).toMatchObject({ url: LISTEN_URL, protocols: ['v2scope.relay.1'] })
    expect(worker.status()).toMatchObject({ state: 'connecting' })
    say({ type: 'listening', address: ADDRESS })
    expect(worker.status()).toMatchObject({
      state: 'connecting',
      listening: { address: ADDRESS, waiting: [], missed: 0 },
    })
  })

  it('waits for as long as it takes: no time of ours runs', () => {
    const { world, worker } = listening()
    world.advance(24 * 3600 * 1000)
    expect(worker.status().state).toBe('connecting')
  })

  it('takes the first that dials, and is its responder', () => {
    const { world, worker, dial } = listening()
    dial('1')
    expect(acceptUrls(world)).toEqual(['ws://bridge.test:8324/accept/1'])
    const peer = node(world)
    const carry = behindRelay(world, peer)
    carry()
    world.advance(20)
    expect(worker.status()).toMatchObject({ state: 'ready', transport: 'v2' })
    expect(worker.status().sessionId).toBe(toHex(peer.sessionId ?? new Uint8Array()))
    expect(worker.items()[0]).toMatchObject({ kind: 'key', direction: 'sent' })
  })

  it('H2: answers at the first byte that is no v1 peer’s, and the trace has it in this order', () => {
    const { world, worker, dial } = listening({ garbage: 10 })
    dial('1')
    const peer = node(world)
    const [key] = peer.takeOutput()
    world.socket.say(JSON.stringify({ type: 'open' }))
    expect(world.socket.sent).toEqual([])
    world.socket.say(key?.bytes.slice(0, 1) ?? new Uint8Array())
    expect(world.socket.sent.map(({ length }) => length)).toEqual([64 + 10])
    world.socket.say(key?.bytes.slice(1) ?? new Uint8Array())
    world.advance(20)
    expect(worker.items().map(({ kind, direction }) => `${kind} ${direction}`)).toEqual([
      'key sent',
      'garbage sent',
      'key received',
      'terminator sent',
      'version packet sent',
    ])
  })

  it('with a v1 node: shows it as what it is', () => {
    const { world, worker, dial } = listening()
    dial('1')
    behindRelay(world, node(world, { transport: 'v1' }))()
    world.advance(20)
    expect(worker.status()).toMatchObject({ state: 'ready', transport: 'v1' })
    expect(worker.status().sessionId).toBeUndefined()
    expect(worker.items()[0]).toMatchObject({ kind: 'v1 message', label: 'version' })
  })

  it('H3: names the network of a v1 node of another', () => {
    const { world, worker, dial } = listening()
    dial('1')
    const { magic } = Networks.signet
    behindRelay(world, node(world, { transport: 'v1', magic }))()
    world.advance(20)
    expect(worker.status().failure).toMatchObject({ code: 'V1_OTHER_NETWORK', row: 'H3' })
    expect(worker.status().failure?.message).toContain('signet')
  })

  it('S4: gives a v2 node of another network 60 s from when it dialled', () => {
    const { world, worker, dial } = listening()
    world.advance(100_000)
    dial('1')
    behindRelay(world, node(world, { magic: Networks.signet.magic }))()
    world.advance(59_000)
    expect(worker.status()).toMatchObject({ state: 'handshake', phase: 'garbage' })
    world.advance(2000)
    const { failure } = worker.status()
    expect(failure).toMatchObject({ code: 'HANDSHAKE_TIMEOUT', v1MayWork: false })
  })

  it('holds what it would answer, from the first byte on', () => {
    const { world, worker, dial } = listening({ garbage: 10 }, true)
    dial('1')
    const peer = node(world)
    const carry = behindRelay(world, peer)
    carry()
    world.advance(20)
    const held = () => worker.status().hold?.first.map(({ item }) => item.kind)
    expect(held()).toEqual(['key', 'garbage', 'terminator', 'version packet'])
    expect(world.socket.sent).toEqual([])
    expect(worker.items().map(({ direction }) => direction)).toEqual(['received'])
    for (let i = 0; i < 4; i++) worker.post({ type: 'release' })
    carry()
    world.advance(20)
    expect(worker.status().transport).toBe('v2')
    expect(held()).toContain('message')
  })
})

describe('the port', () => {
  const ready = () => {
    const page = listening()
    page.dial('1')
    behindRelay(page.world, node(page.world))()
    page.world.advance(20)
    return page
  }
  const isOpen = (control: FakeSocket) => !control.isClosed

  it('stays while a session runs, and says who dials meanwhile', () => {
    const { worker, dial, say } = ready()
    dial('2')
    dial('3')
    expect(worker.status()).toMatchObject({
      state: 'ready',
      listening: { waiting: ['127.0.0.1:50002', '127.0.0.1:50003'], missed: 0 },
    })
    say({ type: 'gone', id: '2', reason: 'Nobody took it within 10 s' })
    expect(worker.status().listening).toMatchObject({ waiting: ['127.0.0.1:50003'], missed: 1 })
  })

  it('is the same for the next session, which takes who has waited longest', () => {
    const { world, worker, dial, start, control } = ready()
    dial('2')
    dial('3')
    start(2)
    world.advance(20)
    expect(isOpen(control)).toBe(true)
    expect(acceptUrls(world)).toHaveLength(2)
    expect(acceptUrls(world)[1]).toMatch(/accept\/2$/)
    expect(worker.status(1)).toMatchObject({ state: 'closed', closedBy: 'us' })
    expect(worker.status(2).listening).toMatchObject({
      address: ADDRESS,
      waiting: ['127.0.0.1:50003'],
    })
  })

  it('tells of who dials after the session is over', () => {
    const { world, worker, dial } = ready()
    world.socket.end(1000)
    dial('2')
    expect(worker.status()).toMatchObject({
      state: 'closed',
      listening: { waiting: ['127.0.0.1:50002'] },
    })
  })

  it('is waited at again where the one that dialled has gone before it was taken', () => {
    const { world, worker, dial } = listening()
    dial('1')
    world.socket.end(4410)
    expect(worker.status().state).toBe('connecting')
    dial('2')
    behindRelay(world, node(world))()
    world.advance(20)
    expect(worker.status().state).toBe('ready')
  })

  it('closes when waiting is stopped, but not when a session is', () => {
    const idle = listening()
    idle.worker.post({ type: 'stop' })
    expect(isOpen(idle.control)).toBe(false)
    expect(idle.worker.status().listening).toBeUndefined()
    const busy = ready()
    busy.worker.post({ type: 'stop' })
    expect(isOpen(busy.control)).toBe(true)
  })

  it('closes when another peer is chosen, or a recording is shown', async () => {
    const page = ready()
    page.worker.start({ peer: 'mine' }, 2)
    expect(isOpen(page.control)).toBe(false)
    const other = ready()
    const { file } = await other.worker.saved('wire')
    await other.worker.open(file, 2)
    expect(isOpen(other.control)).toBe(false)
  })

  it('is opened anew where it has been lost; the session goes on meanwhile', () => {
    const { world, worker, control, start } = ready()
    control.end(4506, 'over')
    world.advance(20)
    expect(worker.status().state).toBe('ready')
    expect(worker.status().listening).toBeUndefined()
    start(2)
    expect(world.socket.url).toBe(LISTEN_URL)
    expect(world.sockets).toHaveLength(3)
  })
})

describe('a port that is not to be had', () => {
  it.each([
    [4403, 'This bridge opens no ports for nodes to dial'],
    [4429, 'Another page is listening on port 9000'],
  ])('%i: in the words of the bridge', (code, reason) => {
    const { world, worker, control } = waiting()
    control.end(code, reason)
    world.advance(20)
    expect(worker.status().failure).toMatchObject({ code: `RELAY_${code}`, v1MayWork: false })
    expect(worker.status().failure?.message).toContain(reason)
  })

  it('where no bridge is', async () => {
    const { world, worker, control } = waiting()
    control.end(1006)
    await world.settle()
    world.advance(20)
    expect(world.asked).toEqual(['http://bridge.test:8324/readyz'])
    expect(worker.status().failure?.code).toBe('NO_BRIDGE')
  })

  it.each(['hello', '{}', '{"type":"inbound","id":1,"remote":"a"}', new Uint8Array(3)])(
    'where what answers is none: %s',
    (frame) => {
      const { world, worker, control } = waiting()
      control.say(frame)
      world.advance(20)
      expect(worker.status().failure?.code).toBe('RELAY_PROTOCOL')
      expect(control.isClosed).toBe(true)
    },
  )

  it('where the bridge says nothing for 30 s', () => {
    const { world, worker } = waiting()
    world.advance(31_000)
    expect(worker.status().failure?.code).toBe('RELAY_SILENT')
  })
})

describe('a recording of a session with a node that dialled', () => {
  it('begins when it dialled, and says that we were the responder', async () => {
    const { world, worker, dial } = listening()
    dial('1')
    const carry = behindRelay(world, node(world))
    carry()
    world.advance(20)
    const { file, name } = await worker.saved('secrets')
    expect(name).toContain('inbound')
    const opened = await worker.open(file, 2)
    expect(opened).toMatchObject({
      type: 'opened',
      settings: { peer: INBOUND, role: 'responder' },
      facts: { origin: 'live' },
    })
    world.advance(20)
    expect(worker.status(2)).toMatchObject({ sessionId: worker.status(1).sessionId })
    expect(worker.status(2).listening).toBeUndefined()
  })
})
