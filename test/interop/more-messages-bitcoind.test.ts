/** Addresses, filters and settings that bitcoind sends, and what its RPC says of them. */
import { toHex } from '@v2scope/bip324'
import { decodeMessage, type Message } from '@v2scope/messages'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RealNode, startRealNode } from '../support/real-node.js'
import { describeRealNode } from '../support/requirements.js'
import { dial, type TcpPeer } from '../support/tcp-peer.js'

const BLOCKS = 30
const MINE_TO = 'bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt080'
/** BIP158's basic filters. */
const BASIC = 0
const ADDRESSES = 200
/** A Tor v3 service and an I2P destination, well-formed. */
const ONION = 'pg6mmjiyjmcrsslvykfwnntlaru7p5svn6y2ymmju6nubxndf4pscryd.onion'
const I2P = 'ukeu3k5oycgaauneqgtnvselmt4yemvoilkln7jpvamvfx7dnkdq.b32.i2p'

interface NodeAddress {
  readonly time: number
  readonly services: number
  readonly address: string
  readonly port: number
  readonly network: string
}
interface BlockFilter {
  readonly filter: string
  readonly header: string
}
type MessageOf<T extends Message['type']> = Extract<Message, { type: T }>

let node: RealNode
let peer: TcpPeer

const send = (message: Message): void => peer.do(() => peer.peer.send(message))

async function receive<T extends Message['type']>(type: T): Promise<MessageOf<T>> {
  const { payload } = await peer.message(type)
  return decodeMessage(type, payload).message as MessageOf<T>
}

/** The first message of this type, whether it came before or comes yet. */
async function once<T extends Message['type']>(type: T): Promise<MessageOf<T>> {
  const isIt = (event: TcpPeer['events'][number]) =>
    event.type === 'message' && event.messageType === type
  const seen = peer.events.find(isIt)
  if (seen?.type !== 'message') return receive(type)
  return decodeMessage(type, seen.payload).message as MessageOf<T>
}

const filterAt = async (height: number): Promise<BlockFilter & { readonly hash: string }> => {
  const hash = await node.rpc<string>('getblockhash', height)
  return { hash, ...(await node.rpc<BlockFilter>('getblockfilter', hash)) }
}

describeRealNode('what else bitcoind sends, and what its RPC says of it', () => {
  beforeAll(async () => {
    node = await startRealNode({
      args: [
        '-blockfilterindex=basic',
        '-peerblockfilters=1',
        '-txreconciliation=1',
        '-whitelist=noban,addr@127.0.0.1',
      ],
    })
    await node.rpc('generatetoaddress', BLOCKS, MINE_TO)
    for (let i = 1; i <= ADDRESSES; i++) {
      await node.rpc('addpeeraddress', `${i}.${i}.1.1`, 8000 + i)
      await node.rpc('addpeeraddress', `2a02:${i}::${i}`, 9000 + i)
    }
    await node.rpc('addpeeraddress', ONION, 8333)
    await node.rpc('addpeeraddress', I2P, 0)
    peer = await dial(node.p2pPort)
    await peer.next('ready')
  }, 120_000)
  afterAll(async () => {
    peer?.close()
    await node?.stop()
  })

  it('addrv2: network, address, port, services and time of each', async () => {
    const known = await node.rpc<NodeAddress[]>('getnodeaddresses', 0)
    const byAddress = new Map(known.map((one) => [`${one.address} ${one.port}`, one]))
    send({ type: 'getaddr' })
    const { addresses } = await receive('addrv2')
    expect(addresses.length).toBeGreaterThan(50)
    for (const { networkName, address, port, services, time } of addresses) {
      const told = byAddress.get(`${address} ${port}`)
      const network = networkName === 'torv3' ? 'onion' : networkName
      expect({ network, address, port, services: Number(services), time }).toEqual(told)
    }
    expect(new Set(addresses.map(({ networkName }) => networkName)).size).toBeGreaterThan(1)
  })

  it('feefilter, sendcmpct and sendtxrcncl say how it is set up', async () => {
    const { minrelaytxfee } = await node.rpc<{ minrelaytxfee: number }>('getmempoolinfo')
    expect((await once('feefilter')).feeRate).toBe(BigInt(Math.round(minrelaytxfee * 1e8)))
    expect(await once('sendcmpct')).toMatchObject({ highBandwidth: false, version: 2n })
    const [info] = await node.rpc<{ bip152_hb_to: boolean }[]>('getpeerinfo')
    expect(info?.bip152_hb_to).toBe(false)
    expect((await once('sendtxrcncl')).version).toBe(1)
  })

  it('cfilter, cfheaders and cfcheckpt: filters and their headers', async () => {
    const filters = await Promise.all(Array.from({ length: BLOCKS + 1 }, (_, i) => filterAt(i)))
    const [first, last] = [filters[0], filters.at(-1)]
    if (!first || !last) throw new Error('no filters')
    const range = { filterType: BASIC, stopHash: last.hash }
    send({ type: 'getcfilters', startHeight: 0, ...range })
    for (const { hash, filter } of filters) {
      const message = await receive('cfilter')
      expect(message).toMatchObject({ filterType: BASIC, blockHash: hash })
      expect(toHex(message.filter)).toBe(filter)
    }
    send({ type: 'getcfheaders', startHeight: 1, ...range })
    const headers = await receive('cfheaders')
    expect(headers).toMatchObject({ ...range, previousFilterHeader: first.header })
    expect(headers.filterHashes).toHaveLength(BLOCKS)
    send({ type: 'getcfcheckpt', ...range })
    expect(await receive('cfcheckpt')).toMatchObject({ ...range, filterHeaders: [] })
  })

  it('ping: each of ours comes back as the pong that has its nonce', async () => {
    for (const nonce of [0n, 1n, (1n << 64n) - 1n]) {
      send({ type: 'ping', nonce })
      const pong = await peer.next('message', ({ messageType, payload }) => {
        const answer = messageType === 'pong' ? decodeMessage('pong', payload).message : undefined
        return answer?.type === 'pong' && answer.nonce === nonce
      })
      expect(pong.payload).toHaveLength(8)
    }
  })
})
