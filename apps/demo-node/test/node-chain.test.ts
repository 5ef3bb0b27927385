import { type Block, lightChain } from '@v2scope/chain'
import { DEMO_HEIGHT, DemoMiner, FULL_BLOCK_HEIGHT } from '@v2scope/chain/demo'
import { inventoryKindName, type Message, MessageError } from '@v2scope/messages'
import { afterEach, describe, expect, it } from 'vitest'
import {
  dial,
  randomBytes,
  type TcpPeer,
  type TcpPeerOptions,
} from '../../../test/support/tcp-peer.js'
import { type DemoNode, startDemoNode } from '../src/demo-node.js'

const KIND_WITNESS_BLOCK = 0x40000002
const MIB = 1024 * 1024
const NO_STOP = '0'.repeat(64)
const SOON = { timeout: 20_000, interval: 100 }

/** Made beforehand, from another chain. */
class MadeMiner extends DemoMiner {
  override readonly chain = lightChain(randomBytes)
  override get isDone() {
    return true
  }
}

/** Not done before it is let go. */
class HeldMiner extends MadeMiner {
  isHeld = true
  override get isDone() {
    return !this.isHeld
  }
  override mine(): Block {
    return this.chain.tip
  }
}

let node: DemoNode
const peers: TcpPeer[] = []
afterEach(async () => {
  for (const peer of peers.splice(0)) peer.close()
  await node.close()
})

async function call(options: TcpPeerOptions = {}): Promise<TcpPeer> {
  const peer = await dial(node.port, options)
  peers.push(peer)
  await peer.next('ready')
  return peer
}

/** The node has seen our verack by then. */
async function pinged(peer: TcpPeer): Promise<void> {
  peer.do(() => peer.peer.ping())
  await peer.next('pong')
}

async function heard(peer: TcpPeer, type: string): Promise<Message> {
  const { decoded } = await peer.message(type)
  if (decoded instanceof MessageError) throw decoded
  return decoded.message
}

const askForHeaders = (peer: TcpPeer, locator: string[]) =>
  peer.do(() => peer.peer.send({ type: 'getheaders', version: 70016, locator, stopHash: NO_STOP }))

describe('a chain in the making', () => {
  it('keeps nobody from shaking hands, and requests wait until it is whole', async () => {
    const miner = new HeldMiner('')
    node = await startDemoNode({ port: 0, miner, blockEvery: 0 })
    const peer = await call()
    askForHeaders(peer, [NO_STOP])
    await pinged(peer)
    expect(peer.peer.traffic.receivedByType.has('headers')).toBe(false)
    miner.isHeld = false
    const answer = await heard(peer, 'headers')
    expect(answer.type === 'headers' && answer.headers).toHaveLength(miner.chain.height)
  })

  it('is made from its seed while callers are there', async () => {
    node = await startDemoNode({ port: 0, blockEvery: 0 })
    const peer = await call()
    askForHeaders(peer, [NO_STOP])
    const answer = await heard(peer, 'headers')
    expect(answer.type === 'headers' && answer.headers).toHaveLength(DEMO_HEIGHT)
  })
})

describe('a live chain', () => {
  it('has a block of today as soon as it is whole, and then one every so often', async () => {
    const miner = new MadeMiner('')
    node = await startDemoNode({ port: 0, miner, blockEvery: 1 })
    await expect.poll(() => miner.chain.height, SOON).toBeGreaterThanOrEqual(114)
    expect(Math.abs((miner.chain.blockAt(113)?.header.time ?? 0) - Date.now() / 1000)).toBeLessThan(
      60,
    )
  })

  it('tells every caller of payments, and of the block that they are in', async () => {
    const miner = new MadeMiner('')
    node = await startDemoNode({ port: 0, miner, blockEvery: 0 })
    const callers = await Promise.all([call(), call({ transport: 'v1' })])
    await Promise.all(callers.map(pinged))
    node.chain.addPayment()
    const [payment] = miner.chain.mempool.all()
    for (const peer of callers) {
      const inv = await heard(peer, 'inv')
      expect(inv).toMatchObject({ inventory: [{ hash: payment?.transaction.wtxid }] })
    }
    node.chain.addBlock()
    expect(miner.chain.tip.transactions[1]).toBe(payment?.transaction)
    for (const peer of callers) {
      const inv = await heard(peer, 'inv')
      expect(inv).toMatchObject({ inventory: [{ hash: miner.chain.tip.header.hash }] })
    }
  })

  it('makes no more than 100 payments that wait', async () => {
    const miner = new MadeMiner('')
    node = await startDemoNode({ port: 0, miner, blockEvery: 0 })
    for (let i = 0; i < 200; i++) node.chain.addBlock()
    for (let i = 0; i < 150; i++) node.chain.addPayment()
    expect(miner.chain.mempool.size).toBe(100)
  })
})

describe('who asks for much', () => {
  const BLOCKS = 12

  it('makes the node keep little of it while nothing is read, and gets all of it in order', async () => {
    const miner = new DemoMiner('v2scope')
    node = await startDemoNode({ port: 0, miner, blockEvery: 0 })
    await expect.poll(() => miner.isDone, SOON).toBe(true)
    const full = miner.chain.blockAt(FULL_BLOCK_HEIGHT)?.header.hash ?? NO_STOP
    const hashes = Array.from({ length: BLOCKS }, () => full)
    const last = miner.chain.tip.header.hash
    const peer = await call()
    const kind = KIND_WITNESS_BLOCK
    const inventory = [...hashes, last].map((hash) => ({
      kind,
      kindName: inventoryKindName(kind),
      hash,
    }))
    peer.socket.pause()
    peer.do(() => peer.peer.send({ type: 'getdata', inventory }))
    let before = 0
    const isStill = () => {
      const now = node.peerInfo()[0]?.bytessent ?? 0
      const still = now === before && now > MIB
      before = now
      return still
    }
    await expect.poll(isStill, { timeout: 20_000, interval: 500 }).toBe(true)
    expect(before).toBeLessThan(24 * MIB) // 48 MB were asked for
    peer.socket.resume()
    peer.do(() => peer.peer.ping())
    for (const hash of [...hashes, last]) {
      expect(await heard(peer, 'block')).toMatchObject({ header: { hash } })
    }
    expect(peer.events.some(({ type }) => type === 'pong')).toBe(true)
  })

  it('is not read from while tens of thousands of things wait, and is answered in the end', async () => {
    const miner = new HeldMiner('')
    node = await startDemoNode({ port: 0, miner, blockEvery: 0 })
    const peer = await call()
    const kind = KIND_WITNESS_BLOCK
    const inventory = Array.from({ length: 20_000 }, () => ({
      kind,
      kindName: inventoryKindName(kind),
      hash: NO_STOP,
    }))
    peer.do(() => peer.peer.send({ type: 'getdata', inventory }))
    await expect.poll(() => node.peerInfo()[0]?.bytesrecv_per_msg.getdata, SOON).toBeGreaterThan(0)
    peer.do(() => peer.peer.ping())
    await pinged(await call())
    expect(peer.events.map(({ type }) => type)).not.toContain('pong')
    miner.isHeld = false
    await peer.next('pong')
  })
})
