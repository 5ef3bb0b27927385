/** Why some of what a misbehaving peer does matters, on nodes that know nothing of it; the rest is in `faults.test.ts`. */
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { concatBytes, toHex } from '@v2scope/bip324'
import { MisbehavingTransport, type TransportMisbehaviour } from '@v2scope/peer'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type DemoNode, startDemoNode } from '../../apps/demo-node/src/demo-node.js'
import { type RealNode, startRealNode } from '../support/real-node.js'
import { describeRealNode } from '../support/requirements.js'
import { dial, listenOnce, randomBytes, TcpPeer, type TcpPeerOptions } from '../support/tcp-peer.js'

const SOON = { timeout: 20_000, interval: 50 }
/** Where nothing is to come, it would have come by then; in ms. */
const SETTLED = 500
/** The demo node's, for a handshake; in ms. */
const PATIENCE = 1000
const MAGIC_LEN = 4

const open: TcpPeer[] = []
afterEach(() => {
  for (const peer of open.splice(0)) peer.close()
})

const misbehaving = (misbehaviour: TransportMisbehaviour): TcpPeerOptions => ({
  makeTransport: (options) =>
    new MisbehavingTransport(options, { misbehaviour, random: randomBytes }),
})

/** H2, scenario 12: a key that begins with the magic comes in three parts. */
async function answersAtTheFifthByte(port: number): Promise<void> {
  const held: Uint8Array[] = []
  let isHeld = true
  const fragment = (bytes: Uint8Array) => {
    if (!isHeld) return [bytes]
    held.push(bytes)
    return []
  }
  const peer = await dial(port, { ...misbehaving('early answer'), fragment })
  open.push(peer)
  const { socket } = peer
  const [key = new Uint8Array()] = held
  socket.write(key.subarray(0, MAGIC_LEN))
  await sleep(SETTLED)
  expect(socket.bytesRead).toBe(0)
  socket.write(key.subarray(MAGIC_LEN, MAGIC_LEN + 1))
  await expect.poll(() => socket.bytesRead, SOON).toBeGreaterThan(0)
  isHeld = false
  socket.write(concatBytes(...held).subarray(MAGIC_LEN + 1))
  await peer.next('ready')
}

describeRealNode('bitcoind', () => {
  let node: RealNode
  beforeAll(async () => {
    node = await startRealNode()
  })
  afterAll(() => node?.stop())

  it('is silent after the magic, and answers at the next byte, before the other 59 have come (H2)', () =>
    answersAtTheFifthByte(node.p2pPort))

  it('takes an early answer for a v1 header where it dials in v1: that is why a responder waits (H2)', async () => {
    const listener = await listenOnce(misbehaving('early answer'))
    await node.rpc('addnode', `127.0.0.1:${listener.port}`, 'onetry', false)
    open.push(await listener.called)
    await expect.poll(node.debugLog, SOON).toContain('Header error: Wrong MessageStart')
  })

  it('dials once more, in v1, whoever has hung up on its key (S2)', async () => {
    const server = createServer((socket) => {
      const peer = new TcpPeer(socket, { role: 'responder', transport: 'v1' })
      open.push(peer)
      void peer.next('failed').then(
        () => peer.close(),
        () => {},
      )
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    try {
      const address = server.address()
      if (address === null || typeof address === 'string') throw new Error('no TCP address')
      await node.rpc('addnode', `127.0.0.1:${address.port}`, 'onetry', true)
      const heard = () => open.map(({ events }) => events.map(({ type }) => type))
      await expect.poll(() => heard().at(1), SOON).toContain('ready')
      expect(heard()[0]).toEqual(['failed'])
    } finally {
      server.close()
    }
  })

  it('does not notice a key that is used twice: two ids, and the same 64 bytes for whoever listens (H9)', async () => {
    const keys: (string | undefined)[] = []
    const ids: string[] = []
    for (let n = 0; n < 2; n++) {
      const peer = await dial(node.p2pPort, {
        ...misbehaving('private key used twice'),
        withTrace: true,
      })
      open.push(peer)
      ids.push(toHex((await peer.next('established')).sessionId))
      await peer.next('ready')
      const key = peer.trace.find(({ type }) => type === 'key_sent')
      keys.push(key && toHex(key.bytes))
    }
    expect(keys[0]).toHaveLength(128)
    expect(keys[1]).toBe(keys[0])
    expect(ids[1]).not.toBe(ids[0])
    const peers = await node.rpc<{ readonly session_id: string }[]>('getpeerinfo')
    expect(peers.map(({ session_id }) => session_id)).toEqual(expect.arrayContaining(ids))
  })
})

describe('the demo node', () => {
  let demo: DemoNode
  beforeAll(async () => {
    demo = await startDemoNode({ port: 0, blockEvery: 0, timeouts: { handshakeMs: PATIENCE } })
  })
  afterAll(() => demo?.close())

  it('is silent after the magic, and answers at the next byte, before the other 59 have come (H2)', () =>
    answersAtTheFifthByte(demo.port))

  it.each(['wrong terminator', 'wrong network magic'] as const)(
    'hangs up on a %s when its patience has ended, and not before we could have been ready (S4)',
    async (misbehaviour) => {
      const peer = await dial(demo.port, misbehaving(misbehaviour))
      open.push(peer)
      const { failure } = await peer.next('failed')
      expect(failure.code).toMatch(/^CLOSED_IN_/)
      expect(peer.events.map(({ type }) => type)).not.toContain('ready')
    },
  )
})
