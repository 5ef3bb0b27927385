import { once } from 'node:events'
import { connect } from 'node:net'
import { toHex } from '@v2scope/bip324'
import { DEMO_HEIGHT, DemoMiner } from '@v2scope/chain/demo'
import { inventoryKindName, type Message, MessageError } from '@v2scope/messages'
import { REGTEST_GENESIS, type ReceivedMessage } from '@v2scope/peer'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  dial,
  randomBytes,
  type TcpPeer,
  type TcpPeerOptions,
} from '../../../test/support/tcp-peer.js'
import { type DemoNode, startDemoNode } from '../src/demo-node.js'

/** One chain for all tests; none of them adds to it. */
const miner = new DemoMiner('v2scope')
let node: DemoNode
const peers: TcpPeer[] = []

async function call(options: TcpPeerOptions = {}): Promise<TcpPeer> {
  const peer = await dial(node.port, options)
  peers.push(peer)
  return peer
}

beforeEach(async () => {
  node = await startDemoNode({ port: 0, miner, blockEvery: 0, timeouts: { handshakeMs: 1500 } })
})
afterEach(async () => {
  for (const peer of peers.splice(0)) peer.close()
  await node.close()
})

const byteByByte = (bytes: Uint8Array) => Array.from(bytes, (byte) => Uint8Array.of(byte))
const decoded = (event: ReceivedMessage): Message => {
  if (event.decoded instanceof MessageError) throw event.decoded
  return event.decoded.message
}

describe('a v2 caller', () => {
  it.each([
    { garbageLength: 0, handshakeDecoys: 0 },
    { garbageLength: 4095, handshakeDecoys: 5 },
    { garbageLength: 37, handshakeDecoys: 1, fragment: byteByByte },
  ])(
    'is answered, whatever its garbage, decoys and fragmentation: $garbageLength, $handshakeDecoys',
    async (options) => {
      const peer = await call(options)
      const { sessionId } = await peer.next('established')
      await peer.next('ready')
      const [info] = node.peerInfo()
      expect(info).toMatchObject({
        session_id: toHex(sessionId),
        transport_protocol_type: 'v2',
        subver: '/v2scope:0.1.0/',
        version: 70016,
        inbound: true,
      })
      expect(info?.addr).toBe(`127.0.0.1:${peer.socket.localPort}`)
    },
  )

  it('gets an answer to each of 500 pings', async () => {
    const peer = await call()
    await peer.next('ready')
    for (let i = 0; i < 500; i++) {
      peer.do(() => peer.peer.ping())
      await peer.next('pong')
    }
    const counts = node.peerInfo()[0]?.bytesrecv_per_msg
    expect(counts?.ping).toBeGreaterThanOrEqual(500 * 29) // 20 + 1 + 8 bytes each, and one of its own
    expect(peer.peer.stats?.sent.rekeys).toBe(2)
  })

  it('gets headers up to the tip, and notfound for what nobody has', async () => {
    const peer = await call()
    await peer.next('ready')
    const locator = [REGTEST_GENESIS.hash]
    const stopHash = '0'.repeat(64)
    peer.do(() => peer.peer.send({ type: 'getheaders', version: 70016, locator, stopHash }))
    const answer = decoded(await peer.message('headers'))
    const headers = answer.type === 'headers' ? answer.headers : []
    expect(headers).toHaveLength(DEMO_HEIGHT)
    expect(headers.at(-1)?.hash).toBe(miner.chain.tip.header.hash)
    const kind = 1
    const inventory = [{ kind, kindName: inventoryKindName(kind), hash: 'ab'.repeat(32) }]
    peer.do(() => peer.peer.send({ type: 'getdata', inventory }))
    expect(decoded(await peer.message('notfound'))).toEqual({ type: 'notfound', inventory })
  })

  it('sees decoys on a schedule', async () => {
    const peer = await call()
    await peer.next('ready')
    await peer.next('decoy')
  })
})

it('answers a v1 caller in v1, and says so', async () => {
  const peer = await call({ transport: 'v1' })
  await peer.next('ready')
  peer.do(() => peer.peer.ping())
  await peer.next('pong')
  expect(node.peerInfo()[0]).toMatchObject({ transport_protocol_type: 'v1', session_id: '' })
})

it('serves many callers at once, each with a session of its own', async () => {
  const callers = await Promise.all(Array.from({ length: 20 }, () => call()))
  await Promise.all(callers.map((caller) => caller.next('ready')))
  const ids = callers.map((caller) => toHex(caller.peer.sessionId ?? new Uint8Array()))
  expect(new Set(ids).size).toBe(20)
  expect(
    node
      .peerInfo()
      .map((info) => info.session_id)
      .sort(),
  ).toEqual(ids.sort())
})

describe('a faulty caller is turned away, and others are served', () => {
  it.each([
    ['rubbish without end', randomBytes(64 + 4111)],
    [
      'a v1 header of another network',
      Uint8Array.of(0xf9, 0xbe, 0xb4, 0xd9, ...new TextEncoder().encode('version'), 0, 0, 0, 0, 0),
    ],
    ['a key and silence', randomBytes(64)],
    ['nothing at all', new Uint8Array(0)],
  ])('%s', async (_, bytes) => {
    const socket = connect(node.port, '127.0.0.1')
    socket.resume()
    socket.write(bytes)
    await once(socket, 'end') // the node closes
    socket.destroy()
    const peer = await call()
    await peer.next('ready')
  })

  it('one that vanishes in the middle of a packet', async () => {
    const peer = await call()
    await peer.next('ready')
    peer.socket.write(Uint8Array.of(1))
    peer.socket.resetAndDestroy()
    await (await call()).next('ready')
  })
})
