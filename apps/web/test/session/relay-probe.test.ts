// @vitest-environment node
import { Networks } from '@v2scope/bip324'
import { DemoPeer } from '@v2scope/peer'
import { describe, expect, it } from 'vitest'
import type { ProbeResult } from '../../src/session/probe-result.js'
import { PROBE_TIMEOUT_MS } from '../../src/session/relay-probe.js'
import { newStore } from './fake-port.js'
import {
  behindRelay,
  OPENING,
  PRESENT_CODE,
  RELAY_URL,
  seededRandom,
  TestWorker,
  TestWorld,
} from './test-world.js'

const { magic } = Networks.regtest

async function begin(code = PRESENT_CODE) {
  const world = new TestWorld()
  const worker = new TestWorker(world, code)
  worker.post({ type: 'probe', probe: 1, relayUrl: RELAY_URL, magic, ticket: 'a.b.c' })
  await world.settle()
  const results = () =>
    worker.messages.flatMap((message) => (message.type === 'probed' ? [message] : []))
  return { world, worker, results, result: (): ProbeResult | undefined => results()[0]?.result }
}

const demoPeer = (world: TestWorld) =>
  new DemoPeer({
    role: 'responder',
    magic,
    random: seededRandom('far end'),
    now: world.now,
    unixTime: world.unixTime,
    onEvent: () => {},
  }).peer

describe('a probe', () => {
  it('finds the node behind a relay of its own, and ends it', async () => {
    const { world, results } = await begin()
    expect(world.socket).toMatchObject({
      url: RELAY_URL,
      protocols: ['v2scope.relay.1', 'ticket.a.b.c'],
    })
    behindRelay(world, demoPeer(world))()
    expect(results()).toMatchObject([{ probe: 1, result: { kind: 'node', offersV2: true } }])
    expect(world.socket.isClosed).toBe(true)
    world.socket.end(1000)
    world.advance(60_000)
    expect(results()).toHaveLength(1)
  })

  it('says nothing before the relay is open, then one message, in the clear', async () => {
    const { world } = await begin()
    expect(world.socket.sent).toEqual([])
    world.socket.say(OPENING)
    expect(world.socket.sent).toHaveLength(1)
    expect(new TextDecoder().decode(world.socket.sent[0]?.subarray(4, 11))).toBe('version')
  })

  it.each([
    [1000, { kind: 'hung up', how: 'closed' }],
    [4503, { kind: 'hung up', how: 'reset' }],
    [4505, { kind: 'no way', code: 'RELAY_4505' }],
  ])('tells how a node ended it without a word: %i', async (code, expected) => {
    const { world, result } = await begin()
    world.socket.say(OPENING)
    world.socket.end(code)
    expect(result()).toMatchObject(expected)
  })

  it.each([
    [4502, 'refused'],
    [4408, 'did not answer'],
    [4403, 'not allowed'],
    [4429, 'busy'],
  ])('tells why there was no way: %i', async (code, reason) => {
    const { world, result } = await begin()
    world.socket.end(code, reason)
    expect(result()).toMatchObject({ kind: 'no way', code: `RELAY_${code}` })
    expect(JSON.stringify(result())).toContain(reason)
  })

  it('tells what else answers, even where it is short and ends', async () => {
    const { world, result } = await begin()
    world.socket.say(OPENING)
    world.socket.say(new TextEncoder().encode('SS'))
    world.socket.end(1000)
    expect(result()).toMatchObject({ kind: 'something else', begins: Uint8Array.of(83, 83) })
  })

  it.each([
    ['before the relay is open', false],
    ['when the node keeps silent', true],
  ])('is over after 10 s, %s', async (_, isOpen) => {
    const { world, results, result } = await begin()
    if (isOpen) world.socket.say(OPENING)
    world.advance(PROBE_TIMEOUT_MS - 1)
    expect(results()).toEqual([])
    world.advance(1)
    expect(result()).toEqual({ kind: 'no answer', isOpen })
    expect(world.socket.isClosed).toBe(true)
  })

  it('is over after 10 s, though bytes go on coming', async () => {
    const { world, result } = await begin()
    world.socket.say(OPENING)
    for (let i = 0; i < 20; i++) {
      world.socket.say(i === 0 ? magic : new Uint8Array(1))
      world.advance(500)
    }
    expect(result()).toEqual({ kind: 'no version' })
    expect(world.socket.isClosed).toBe(true)
  })

  it('gives way to the next one, and stops when nobody wants to know', async () => {
    const { world, worker, results } = await begin()
    worker.post({ type: 'probe', probe: 2, relayUrl: RELAY_URL, magic })
    await world.settle()
    expect(world.sockets.map(({ isClosed }) => isClosed)).toEqual([true, false])
    worker.post({ type: 'end_probe' })
    expect(world.sockets.map(({ isClosed }) => isClosed)).toEqual([true, true])
    world.advance(60_000)
    expect(results()).toEqual([])
  })

  it('leaves the session as it is, also where its code can’t be had', async () => {
    const { world, worker, result } = await begin({
      ...PRESENT_CODE,
      probe: () => Promise.reject(new TypeError('Failed to fetch')),
    })
    expect(result()).toMatchObject({ kind: 'no way', code: 'UNEXPECTED' })
    worker.start()
    world.advance(100)
    expect(worker.status().state).not.toBe('failed')
  })
})

describe('the store', () => {
  const found: ProbeResult = { kind: 'other network', network: 'signet' }

  it('has the latest probe, and what it found', async () => {
    const { actions, port, state } = newStore()
    actions.probe('mine', magic)
    expect(state().probe).toMatchObject({ peer: 'mine', magic, result: undefined })
    expect(port.posted.at(-1)).toEqual({
      type: 'probe',
      probe: 1,
      relayUrl: 'ws://bridge.test:8324/relay/mine',
      magic,
    })
    actions.probe('1.2.3.4:8333', magic)
    port.say({ type: 'probed', probe: 1, result: found })
    expect(state().probe?.result).toBeUndefined()
    port.say({ type: 'probed', probe: 2, result: found })
    expect(state().probe).toMatchObject({ peer: '1.2.3.4:8333', result: found })
  })

  it('forgets it when it is ended', () => {
    const { actions, port, state } = newStore()
    actions.probe('mine', magic)
    actions.endProbe()
    expect(port.posted.at(-1)).toEqual({ type: 'end_probe' })
    port.say({ type: 'probed', probe: 1, result: found })
    expect(state().probe).toBeUndefined()
  })
})
