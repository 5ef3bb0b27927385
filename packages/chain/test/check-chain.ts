/** The rules of a chain that need no script to be run, checked by Node's own SHA-256: no code of ours but the encoding. */

import { createHash } from 'node:crypto'
import { encodeTransaction, type Transaction } from '@v2scope/messages'
import type { Block, Chain } from '../src/index.js'

const COINBASE_MATURITY = 100
const HALVING_INTERVAL = 150
const MAX_BLOCK_WEIGHT = 4_000_000
const HEADER_SIZE = 80
const NO_HASH = '0'.repeat(64)
const COMMITMENT_START = '6a24aa21a9ed'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
const sha256d = (bytes: Uint8Array) => sha256(sha256(bytes))
const reversed = (hash: string) => Buffer.from(hash, 'hex').reverse()
const display = (bytes: Uint8Array) => Buffer.from(bytes).reverse().toString('hex')

interface Unspent {
  readonly amount: bigint
  readonly height: number
  readonly isCoinbase: boolean
}

function expectThat(isSo: boolean, what: string): void {
  if (!isSo) throw new Error(what)
}

function root(hashes: readonly string[]): string {
  let level = hashes.map(reversed)
  while (level.length > 1) {
    if (level.length % 2 === 1) level.push(level.at(-1) ?? Buffer.alloc(0))
    level = level.flatMap((left, i) =>
      i % 2 === 0 ? [sha256d(Buffer.concat([left, level[i + 1] ?? left]))] : [],
    )
  }
  return display(level[0] ?? Buffer.alloc(0))
}

function checkHeader({ header, transactions }: Block, before: readonly Block[]): void {
  const bytes = Buffer.alloc(HEADER_SIZE)
  bytes.writeInt32LE(header.version, 0)
  reversed(header.previousBlock).copy(bytes, 4)
  reversed(header.merkleRoot).copy(bytes, 36)
  bytes.writeUInt32LE(header.time, 68)
  bytes.writeUInt32LE(header.bits, 72)
  bytes.writeUInt32LE(header.nonce, 76)
  expectThat(display(sha256d(bytes)) === header.hash, 'the hash is that of the header')
  expectThat(header.bits === 0x207fffff && header.hash < '8', 'the proof of work of regtest')
  expectThat(header.previousBlock === before.at(-1)?.header.hash, 'follows the block before')
  expectThat(header.merkleRoot === root(transactions.map(({ txid }) => txid)), 'merkle root')
  const times = before.slice(-11).map((block) => block.header.time)
  const median = times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
  expectThat(header.time > median, 'later than the median of the last 11')
}

/** BIP34: the height in the least bytes, as a script pushes it. */
function heightPush(height: number): string {
  if (height <= 16) return (0x50 + height).toString(16)
  const bytes = [height & 0xff, (height >> 8) & 0xff, (height >> 16) & 0xff]
  while (bytes.at(-1) === 0) bytes.pop()
  if ((bytes.at(-1) ?? 0) & 0x80) bytes.push(0)
  return Buffer.from([bytes.length, ...bytes]).toString('hex')
}

function checkCoinbase({ transactions }: Block, height: number): void {
  const [coinbase, ...others] = transactions
  const input = coinbase?.inputs[0]
  if (!coinbase || !input) throw new Error('no coinbase')
  const isFirst = input.previousTxid === NO_HASH && input.previousIndex === 0xffffffff
  expectThat(isFirst && coinbase.inputs.length === 1, 'the first transaction is the coinbase')
  const script = Buffer.from(input.scriptSig).toString('hex')
  expectThat(script.startsWith(heightPush(height)), 'BIP34')
  expectThat(input.scriptSig.length >= 2 && input.scriptSig.length <= 100, '2..100 bytes')
  const scripts = coinbase.outputs.map((out) => Buffer.from(out.scriptPubKey).toString('hex'))
  const commitment = scripts.findLast((hex) => hex.startsWith(COMMITMENT_START))
  const witnessRoot = reversed(root([NO_HASH, ...others.map(({ wtxid }) => wtxid)]))
  const committed = sha256d(Buffer.concat([witnessRoot, input.witness[0] ?? Buffer.alloc(0)]))
  expectThat(commitment === COMMITMENT_START + committed.toString('hex'), 'BIP141 commitment')
}

/** What it spends more than it pays; a coinbase: below zero. */
function feeOf(transaction: Transaction, height: number, unspent: Map<string, Unspent>): bigint {
  let fee = 0n
  for (const { previousTxid, previousIndex } of transaction.inputs) {
    if (previousTxid === NO_HASH) continue
    const coin = unspent.get(`${previousTxid}:${previousIndex}`)
    if (!coin) throw new Error(`${transaction.txid} spends what isn't there`)
    const isMature = !coin.isCoinbase || height - coin.height >= COINBASE_MATURITY
    expectThat(isMature, 'a coinbase is spent after 100 blocks')
    unspent.delete(`${previousTxid}:${previousIndex}`)
    fee += coin.amount
  }
  const isCoinbase = transaction.inputs[0]?.previousTxid === NO_HASH
  for (const [index, { amount }] of transaction.outputs.entries()) {
    unspent.set(`${transaction.txid}:${index}`, { amount, height, isCoinbase })
    fee -= amount
  }
  expectThat(isCoinbase || fee >= 0n, 'pays no more than it spends')
  return fee
}

function checkTransaction(transaction: Transaction): void {
  const whole = encodeTransaction(transaction)
  const base = encodeTransaction(transaction, 'without witness')
  expectThat(display(sha256d(base)) === transaction.txid, 'txid')
  expectThat(display(sha256d(whole)) === transaction.wtxid, 'wtxid')
}

export function blockWeight({ transactions }: Block): number {
  const sizes = transactions.map(
    (transaction) =>
      3 * encodeTransaction(transaction, 'without witness').length +
      encodeTransaction(transaction).length,
  )
  return sizes.reduce((sum, size) => sum + size, 4 * (HEADER_SIZE + 3))
}

/** @throws {Error} that names the first rule that is broken */
export function checkChain(chain: Chain): void {
  const before: Block[] = []
  const unspent = new Map<string, Unspent>()
  for (let height = 0; height <= chain.height; height++) {
    const block = chain.blockAt(height)
    if (!block) throw new Error(`no block at ${height}`)
    if (height > 0) {
      checkHeader(block, before)
      checkCoinbase(block, height)
      block.transactions.map(checkTransaction)
      expectThat(blockWeight(block) <= MAX_BLOCK_WEIGHT, 'weight')
      const created = -block.transactions.reduce((sum, tx) => sum + feeOf(tx, height, unspent), 0n)
      const subsidy = 5_000_000_000n >> BigInt(Math.floor(height / HALVING_INTERVAL))
      expectThat(created <= subsidy, `creates ${created} at ${height}`)
    }
    before.push(block)
  }
}
