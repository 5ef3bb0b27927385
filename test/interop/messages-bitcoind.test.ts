import { toHex } from '@v2scope/bip324'
import { decodeMessage, type Message, shortTransactionId } from '@v2scope/messages'
import { PROTOCOL_VERSION } from '@v2scope/peer'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { OUTPUT_TYPES } from '../support/output-types.js'
import { type RealNode, startRealNode } from '../support/real-node.js'
import { describeRealNode } from '../support/requirements.js'
import {
  expectScripts,
  headerJson,
  type RpcBlock,
  type RpcHeader,
  type RpcTransaction,
  transactionJson,
} from '../support/rpc-json.js'
import { STANDARD_OUTPUTS, UNUSUAL_SCRIPTS } from '../support/scripts.js'
import { spend } from '../support/spend.js'
import { dial, type TcpPeer } from '../support/tcp-peer.js'

const ADDRESS_TYPES = ['legacy', 'p2sh-segwit', 'bech32', 'bech32m'] as const
const BLOCKS = 320
const SPENT_COINBASES = 200
const MATURITY = 100
const WITNESS_TX = 0x4000_0001
const WITNESS_BLOCK = 0x4000_0002
const FILTERED_BLOCK = 3
const COMPACT_BLOCK = 4
const MATCH_ALL = {
  type: 'filterload',
  filter: Uint8Array.of(0xff),
  hashFunctions: 1,
  tweak: 0,
  flags: 0,
} as const

type MessageOf<T extends Message['type']> = Extract<Message, { type: T }>

let node: RealNode
let peer: TcpPeer
/** Messages whose every field was found equal to what the RPC says. */
let agreed = 0

const send = (message: Message): void => peer.do(() => peer.peer.send(message))

async function receive<T extends Message['type']>(type: T) {
  const { payload } = await peer.message(type)
  const decoded = decodeMessage(type, payload, { network: 'regtest' })
  return { payload, ...decoded, message: decoded.message as MessageOf<T> }
}

/** The hashes of so many transactions that bitcoind has told us of. */
async function announced(count: number): Promise<Set<string>> {
  const hashes = new Set<string>()
  while (hashes.size < count) {
    const { message } = await receive('inv')
    // A new peer is told of the last block too.
    const items = message.inventory.filter(({ kindName }) => kindName !== 'block')
    for (const { hash } of items) hashes.add(hash)
    agreed += Math.sign(items.length)
  }
  return hashes
}

function ask<T extends Message['type']>(type: T, kind: number, hash: string) {
  send({ type: 'getdata', inventory: [{ kind, kindName: 'unknown', hash }] })
  return receive(type)
}

const blockAt = async (height: number): Promise<RpcBlock> =>
  node.rpc('getblock', await node.rpc('getblockhash', height), 2)

async function scriptOf(address: string): Promise<Uint8Array> {
  const { scriptPubKey } = await node.rpc<{ scriptPubKey: string }>('getaddressinfo', address)
  return Uint8Array.from(Buffer.from(scriptPubKey, 'hex'))
}

describeRealNode('what bitcoind sends, and what its RPC says of it', () => {
  beforeAll(async () => {
    node = await startRealNode({
      args: ['-peerbloomfilters=1', '-whitelist=noban,download@127.0.0.1', '-acceptnonstdtxn=1'],
    })
    await node.rpc('createwallet', 'test')
    for (const type of ADDRESS_TYPES) {
      const address = await node.rpc('getnewaddress', '', type)
      await node.rpc('generatetoaddress', BLOCKS / ADDRESS_TYPES.length, address)
    }
    // what it tells its peers of its height comes after the block itself
    await node.rpc('syncwithvalidationinterfacequeue')
    peer = await dial(node.p2pPort)
    await peer.next('ready')
  }, 120_000)
  afterAll(async () => {
    peer?.close()
    await node?.stop()
  })

  it('version: protocol, services, user agent and height', async () => {
    const event = peer.events.find((one) => one.type === 'version')
    if (event?.type !== 'version') throw new Error('no version message')
    const info = await node.rpc<Record<string, unknown>>('getnetworkinfo')
    expect({
      subversion: event.version.userAgent,
      protocolversion: event.version.version,
      localservices: event.version.services.toString(16).padStart(16, '0'),
      height: event.version.startHeight,
    }).toEqual({
      subversion: info.subversion,
      protocolversion: info.protocolversion,
      localservices: info.localservices,
      height: BLOCKS,
    })
    agreed += 1
  })

  it('tx and inv: transactions to every type of address, and with other outputs', async () => {
    const sent: RpcTransaction[] = []
    for (let i = 0; i < SPENT_COINBASES; i++) {
      const coinbase = (await blockAt(i + 1)).tx[0]
      if (coinbase === undefined) throw new Error('a block without coinbase')
      const type = ADDRESS_TYPES[i % ADDRESS_TYPES.length]
      const own = await scriptOf(await node.rpc('getnewaddress', '', type))
      const other = STANDARD_OUTPUTS[i % STANDARD_OUTPUTS.length] ?? own
      const hex = await spend(node, coinbase, [own, other])
      const txid = await node.rpc<string>('sendrawtransaction', hex, 0, 100)
      sent.push(await node.rpc<RpcTransaction>('getrawtransaction', txid, true))
    }
    const hashes = await announced(sent.length)
    for (const json of sent) {
      expect(hashes.has(json.hash) || hashes.has(json.txid)).toBe(true)
      const { message, payload, summary } = await ask('tx', WITNESS_TX, json.txid)
      expect(json).toMatchObject(transactionJson(message.transaction))
      expect(payload).toHaveLength(json.size)
      expect(summary).toContain(`txid ${json.txid}`)
      expectScripts('tx', payload, [json])
      agreed += 1
    }
  }, 60_000)

  it('block: with scripts of all types, and of none', async () => {
    const spent = BLOCKS - MATURITY
    for (let i = 0; i < UNUSUAL_SCRIPTS.length; i++) {
      const coinbase = (await blockAt(spent - i)).tx[0]
      if (coinbase === undefined) throw new Error('a block without coinbase')
      const scripts = UNUSUAL_SCRIPTS[i] ?? []
      const hex = await spend(node, coinbase, scripts)
      await node.rpc('generateblock', await node.rpc('getnewaddress'), [hex])
    }
    await node.rpc('generatetoaddress', 1, await node.rpc('getnewaddress'))
    const height = await node.rpc<number>('getblockcount')
    const types = new Set<string>()
    for (let i = 1; i <= height; i++) {
      const json = await blockAt(i)
      const { message, payload, summary } = await ask('block', WITNESS_BLOCK, json.hash)
      expect(json).toMatchObject(headerJson(message.header))
      expect(message.transactions).toHaveLength(json.nTx)
      expect(json.tx).toMatchObject(message.transactions.map(transactionJson))
      expect(payload).toHaveLength(json.size)
      expect(summary).toContain(json.hash)
      expectScripts('block', payload, json.tx)
      for (const { vout } of json.tx) for (const output of vout) types.add(output.scriptPubKey.type)
      agreed += 1
    }
    expect([...types].sort()).toEqual(OUTPUT_TYPES)
  }, 120_000)

  it('headers: each after the one before it', async () => {
    const height = await node.rpc<number>('getblockcount')
    let previous = await node.rpc<string>('getblockhash', 0)
    for (let i = 1; i <= height; i++) {
      const hash = await node.rpc<string>('getblockhash', i)
      const json = await node.rpc<RpcHeader>('getblockheader', hash)
      const request = { version: PROTOCOL_VERSION, locator: [previous], stopHash: hash }
      send({ type: 'getheaders', ...request })
      const { message } = await receive('headers')
      expect(message.headers).toHaveLength(1)
      for (const header of message.headers) expect(json).toMatchObject(headerJson(header))
      previous = hash
      agreed += 1
    }
  }, 60_000)

  it('cmpctblock and blocktxn: short ids of the very transactions', async () => {
    const coinbases = await Promise.all([201, 202, 203].map(blockAt))
    const script = await scriptOf(await node.rpc('getnewaddress'))
    for (const { tx } of coinbases) {
      const [coinbase] = tx
      if (coinbase === undefined) throw new Error('a block without coinbase')
      await node.rpc('sendrawtransaction', await spend(node, coinbase, [script]), 0)
    }
    await node.rpc('generatetoaddress', 1, await node.rpc('getnewaddress'))
    const json = await blockAt(await node.rpc('getblockcount'))
    expect(json.nTx).toBeGreaterThan(3)
    const { message } = await ask('cmpctblock', COMPACT_BLOCK, json.hash)
    expect(json).toMatchObject(headerJson(message.header))
    const prefilled = new Map(message.prefilled.map((one) => [one.index, one.transaction]))
    for (const [index, transaction] of prefilled) {
      expect(json.tx[index]).toMatchObject(transactionJson(transaction))
    }
    const left = json.tx.filter((_, i) => !prefilled.has(i))
    expect(message.shortIds).toEqual(left.map(({ hash }) => shortTransactionId(message, hash)))
    const indexes = [0, json.nTx - 2, json.nTx - 1]
    send({ type: 'getblocktxn', blockHash: json.hash, indexes })
    const answer = (await receive('blocktxn')).message
    expect(answer.blockHash).toBe(json.hash)
    expect(indexes.map((i) => json.tx[i])).toMatchObject(answer.transactions.map(transactionJson))
    agreed += 2
  }, 60_000)

  it('merkleblock: the bytes that gettxoutproof gives', async () => {
    send(MATCH_ALL)
    const height = await node.rpc<number>('getblockcount')
    for (let i = 1; i <= height; i++) {
      const json = await blockAt(i)
      const txids = json.tx.map(({ txid }) => txid)
      const { message, payload } = await ask('merkleblock', FILTERED_BLOCK, json.hash)
      expect(toHex(payload)).toBe(await node.rpc('gettxoutproof', txids, json.hash))
      expect(json).toMatchObject(headerJson(message.header))
      expect(message.transactionCount).toBe(json.nTx)
      expect(message.hashes.filter((hash) => txids.includes(hash))).toEqual(txids)
      agreed += 1
    }
  }, 60_000)

  it('agrees on more than a thousand messages', () => {
    expect(agreed).toBeGreaterThan(1000)
  })
})
