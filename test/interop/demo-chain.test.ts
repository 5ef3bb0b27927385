import { addPayment } from '@v2scope/chain'
import { DEMO_HEIGHT, DemoMiner } from '@v2scope/chain/demo'
import { DEMO_USER_AGENT } from '@v2scope/peer'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type DemoNode, startDemoNode } from '../../apps/demo-node/src/demo-node.js'
import { OUTPUT_TYPES } from '../support/output-types.js'
import { type RealNode, startRealNode } from '../support/real-node.js'
import { describeRealNode } from '../support/requirements.js'
import { randomBytes } from '../support/tcp-peer.js'

interface ChainInfo {
  readonly blocks: number
  readonly headers: number
  readonly bestblockhash: string
  readonly initialblockdownload: boolean
}
interface PeerInfo {
  readonly transport_protocol_type: string
  readonly id: number
  readonly subver: string
  readonly bytesrecv_per_msg: Readonly<Record<string, number>>
}
interface BlockInfo {
  readonly tx: readonly {
    readonly vin: readonly {
      readonly prevout?: { readonly scriptPubKey: { readonly type: string } }
    }[]
    readonly vout: readonly { readonly scriptPubKey: { readonly type: string } }[]
  }[]
}

/** Checking 4 MB of blocks takes a moment. */
const SYNC = { timeout: 60_000, interval: 100 }
const SOON = { timeout: 20_000, interval: 50 }
/** `verifychain` and `getblock`: all blocks; with what they spend. */
const ALL_BLOCKS = 0
const LEVEL_RECONNECT = 4
const WITH_PREVOUTS = 3
const FEEFILTER_SIZE = 20 + 1 + 8

describeRealNode('bitcoind, with the demo node as its only peer', () => {
  let demo: DemoNode
  let node: RealNode

  const chainInfo = () => node.rpc<ChainInfo>('getblockchaininfo')
  const demoTip = () => {
    const { chain } = demo.chain
    return { blocks: chain.height, headers: chain.height, bestblockhash: chain.tip.header.hash }
  }
  const peers = () => node.rpc<PeerInfo[]>('getpeerinfo')
  const received = async (type: string) => (await peers())[0]?.bytesrecv_per_msg[type] ?? 0
  const followsTip = () => expect.poll(chainInfo, SYNC).toMatchObject(demoTip())

  /** Adds a payment, and waits until bitcoind has taken it into its mempool. */
  async function paid(): Promise<string> {
    // while it was behind it wanted no transactions, and said so by a feefilter
    const filters = () => demo.peerInfo()[0]?.bytesrecv_per_msg.feefilter
    await expect.poll(filters, SOON).toBeGreaterThanOrEqual(2 * FEEFILTER_SIZE)
    demo.chain.addPayment()
    const txid = demo.chain.chain.mempool.all().at(-1)?.transaction.txid ?? 'none'
    await expect.poll(() => node.rpc('getrawmempool'), SOON).toContain(txid)
    return txid
  }

  beforeAll(async () => {
    const miner = new DemoMiner('v2scope')
    demo = await startDemoNode({ port: 0, blockEvery: 0, miner })
    node = await startRealNode({ args: ['-assumevalid=0', '-blocksonly=0'] })
    await node.rpc('addnode', `127.0.0.1:${demo.port}`, 'onetry', true)
  })
  afterAll(async () => {
    await node?.stop()
    await demo?.close()
  })

  it('validates every block up to the tip, in v2', async () => {
    await expect.poll(chainInfo, SYNC).toMatchObject({ blocks: DEMO_HEIGHT, headers: DEMO_HEIGHT })
    expect(await chainInfo()).toMatchObject(demoTip())
    expect((await peers())[0]).toMatchObject({ transport_protocol_type: 'v2' })
    expect(await node.rpc('verifychain', LEVEL_RECONNECT, ALL_BLOCKS)).toBe(true)
  })

  it('names every type of output in it, and each but nulldata is spent', async () => {
    const created = new Set<string>()
    const spent = new Set<string>()
    for (let height = 1; height <= DEMO_HEIGHT; height++) {
      const hash = await node.rpc<string>('getblockhash', height)
      const { tx } = await node.rpc<BlockInfo>('getblock', hash, WITH_PREVOUTS)
      for (const { vin, vout } of tx) {
        for (const { scriptPubKey } of vout) created.add(scriptPubKey.type)
        for (const { prevout } of vin) if (prevout) spent.add(prevout.scriptPubKey.type)
      }
    }
    expect([...created].sort()).toEqual(OUTPUT_TYPES)
    expect(spent).toEqual(new Set([...created].filter((type) => type !== 'nulldata')))
  })

  it('hears of a block of today by headers, and is up to date then', async () => {
    expect(await chainInfo()).toMatchObject({ initialblockdownload: true })
    const before = await received('headers')
    demo.chain.addBlock()
    await followsTip()
    expect(await chainInfo()).toMatchObject({ initialblockdownload: false })
    expect(await received('headers')).toBeGreaterThan(before)
    expect(await received('inv')).toBe(0)
  })

  it('takes payments into its mempool, and the blocks with them as cmpctblock', async () => {
    for (let i = 0; i < 3; i++) {
      const txid = await paid()
      const before = await received('cmpctblock')
      demo.chain.addBlock()
      await followsTip()
      expect(await node.rpc('getrawmempool')).toEqual([])
      expect(demo.chain.chain.tip.transactions[1]?.txid).toBe(txid)
      if (i > 0) expect(await received('cmpctblock')).toBeGreaterThan(before)
    }
  })

  it('asks for what it misses of a compact block, and gets it', async () => {
    addPayment(demo.chain.chain, randomBytes) // and nobody is told
    const before = await received('blocktxn')
    demo.chain.addBlock()
    await followsTip()
    expect(await received('blocktxn')).toBeGreaterThan(before)
  })

  it('has been on the same connection all the time', async () => {
    const info = await peers()
    expect(info).toHaveLength(1)
    expect(info[0]).toMatchObject({ id: 0, subver: DEMO_USER_AGENT })
    expect(demo.peerInfo()).toHaveLength(1)
  })
})
