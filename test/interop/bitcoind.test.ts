import { Networks, type Role, toHex } from '@v2scope/bip324'
import { type Message, MessageError } from '@v2scope/messages'
import { PROTOCOL_VERSION, REGTEST_GENESIS } from '@v2scope/peer'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { type RealNode, startRealNode } from '../support/real-node.js'
import { describeRealNode } from '../support/requirements.js'
import { dial, listenOnce, type TcpPeer, type TcpPeerOptions } from '../support/tcp-peer.js'

interface PeerInfo {
  readonly addr: string
  readonly session_id: string
  readonly transport_protocol_type: string
  readonly inbound: boolean
  readonly bytesrecv_per_msg: Readonly<Record<string, number>>
  readonly bytessent_per_msg: Readonly<Record<string, number>>
}

const PING_SIZE = 20 + 1 + 8
const open: TcpPeer[] = []
let node: RealNode

afterEach(() => {
  for (const peer of open.splice(0)) peer.close()
})

async function call(options: TcpPeerOptions = {}): Promise<TcpPeer> {
  const peer = await dial(node.p2pPort, options)
  open.push(peer)
  return peer
}

/** Has bitcoind dial us, as the initiator. */
async function beCalled(options: TcpPeerOptions & { v2?: boolean } = {}): Promise<TcpPeer> {
  const listener = await listenOnce(options)
  await node.rpc('addnode', `127.0.0.1:${listener.port}`, 'onetry', options.v2 ?? true)
  const peer = await listener.called
  open.push(peer)
  return peer
}

const connected = (role: Role, options: TcpPeerOptions = {}) =>
  role === 'initiator' ? call(options) : beCalled(options)

/** bitcoind's own account of the connection; our local port is in its `addr`, whoever dialled. */
async function infoOf(peer: TcpPeer): Promise<PeerInfo | undefined> {
  const peers = await node.rpc<PeerInfo[]>('getpeerinfo')
  return peers.find((info) => info.addr === `127.0.0.1:${peer.socket.localPort}`)
}

function decoded(event: { decoded: { message: Message } | MessageError }): Message {
  if (event.decoded instanceof MessageError) throw event.decoded
  return event.decoded.message
}

async function ping(peer: TcpPeer, times: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    peer.do(() => peer.peer.ping())
    await peer.next('pong')
  }
}

describeRealNode('bitcoind, v2 on', () => {
  beforeAll(async () => {
    node = await startRealNode()
    await node.rpc('generatetoaddress', 300, 'bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt080')
  })
  afterAll(() => node?.stop())

  it.each(['initiator', 'responder'] as const)(
    'derives the session id that getpeerinfo prints, with us as the %s',
    async (role) => {
      const peer = await connected(role)
      const { sessionId } = await peer.next('established')
      await peer.next('ready')
      expect(await infoOf(peer)).toMatchObject({
        session_id: toHex(sessionId),
        transport_protocol_type: 'v2',
        inbound: role === 'initiator',
      })
    },
  )

  it.each(['initiator', 'responder'] as const)(
    'accepts 4095 bytes of garbage and handshake decoys from the %s, and none (H5, H6)',
    async (role) => {
      for (const options of [
        { garbageLength: 4095, handshakeDecoys: 7 },
        { garbageLength: 0, handshakeDecoys: 0 },
      ]) {
        const peer = await connected(role, options)
        await peer.next('ready')
        await ping(peer, 1)
      }
    },
  )

  it('gives 300 headers that chain from the genesis block', async () => {
    const peer = await call()
    await peer.next('ready')
    const locator = [REGTEST_GENESIS.hash]
    const stopHash = '0'.repeat(64)
    peer.do(() =>
      peer.peer.send({ type: 'getheaders', version: PROTOCOL_VERSION, locator, stopHash }),
    )
    const message = decoded(await peer.message('headers'))
    const headers = message.type === 'headers' ? message.headers : []
    expect(headers).toHaveLength(300)
    expect(headers.map((header) => header.previousBlock)).toEqual([
      REGTEST_GENESIS.hash,
      ...headers.slice(0, -1).map((header) => header.hash),
    ])
    expect(headers.at(-1)?.hash).toBe(await node.rpc('getbestblockhash'))
  })

  it('answers 500 pings, across rekeys, and counts their bytes as we do', async () => {
    const peer = await call()
    await peer.next('ready')
    await ping(peer, 1)
    const before = (await infoOf(peer))?.bytesrecv_per_msg.ping ?? 0
    await ping(peer, 500)
    const info = await infoOf(peer)
    expect((info?.bytesrecv_per_msg.ping ?? 0) - before).toBe(500 * PING_SIZE)
    expect(info?.bytesrecv_per_msg.ping).toBe(peer.peer.traffic.sentByType.get('ping'))
    expect(peer.peer.stats?.sent.rekeys).toBe(2)
    expect(peer.peer.stats?.received.rekeys).toBe(2)
  })

  it('ignores 1,000 decoys between messages', async () => {
    const peer = await call()
    await peer.next('ready')
    for (let i = 0; i < 1000; i++) peer.do(() => peer.peer.sendDecoy(i))
    await ping(peer, 1)
    expect(peer.peer.stats?.sent.decoys).toBe(1000)
    expect(await infoOf(peer)).toMatchObject({ transport_protocol_type: 'v2' })
  })

  it('is understood byte by byte', async () => {
    const fragment = (bytes: Uint8Array) => Array.from(bytes, (byte) => Uint8Array.of(byte))
    const peer = await call({ fragment, garbageLength: 100 })
    await peer.next('ready')
    await ping(peer, 3)
  })

  it('dials us in v1, and is answered in v1 (H2)', async () => {
    const peer = await beCalled({ v2: false })
    await peer.next('v1')
    await peer.next('ready')
    expect(await infoOf(peer)).toMatchObject({ transport_protocol_type: 'v1', session_id: '' })
  })

  it('of another network looks like garbage without end, and the words say what it may be (H5)', async () => {
    const peer = await call({ magic: Networks.signet.magic, timeouts: { handshakeMs: 300 } })
    await new Promise((resolve) => setTimeout(resolve, 400))
    peer.do(() => peer.peer.tick())
    const { failure } = await peer.next('failed')
    expect(['HANDSHAKE_TIMEOUT', 'CLOSED_IN_HANDSHAKE', 'GARBAGE_TERMINATOR_MISSING']).toContain(
      failure.code,
    )
    expect(failure.message).toMatch(/another network/)
  })
})

describeRealNode('bitcoind, v2 off', () => {
  beforeAll(async () => {
    node = await startRealNode({ v2: false })
  })
  afterAll(() => node?.stop())

  it('closes at once, having sent nothing, which is told as what it is (S2)', async () => {
    const peer = await call()
    const { failure } = await peer.next('failed')
    expect(failure).toMatchObject({ code: 'CLOSED_BEFORE_KEY', row: 'S2' })
    expect(failure.message).toMatch(/not encrypted/)
  })

  it('can be spoken to in v1, where the user wants that', async () => {
    const peer = await call({ transport: 'v1' })
    await peer.next('ready')
    await ping(peer, 1)
    expect(await infoOf(peer)).toMatchObject({ transport_protocol_type: 'v1' })
  })
})
