/** What is said in a burst: messages of random contents, in the sizes that such messages have. */

import { type RandomBytes, toHex } from '@v2scope/bip324'
import {
  type BlockHeader,
  type HashedBlockHeader,
  type InventoryItem,
  inventoryKindName,
  type Message,
  type Transaction,
  toTransaction,
} from '@v2scope/messages'
import { PROTOCOL_VERSION, randomBelow, randomU64 } from '@v2scope/peer'

const HASH_LEN = 32
const NO_STOP = '0'.repeat(2 * HASH_LEN)
const KIND_WTX = 5
const KIND_WITNESS_BLOCK = 0x40000002
const SIGNATURE_LEN = 71
const KEY_LEN = 33
const SCRIPT_LEN = 22
/** Of a block, without the last transaction, in bytes: this much, doubled up to so many times. */
const LEAST_BLOCK = 12_000
const BLOCK_DOUBLINGS = 4
/** Blocks are put together from so many transactions, each of them many times. */
const POOL = 24
const MOST_HEADERS = 2000
const HEADER_DOUBLINGS = 11

export class BurstMessages {
  readonly #random: RandomBytes
  readonly #pool: readonly { readonly transaction: Transaction; readonly bytes: number }[]

  constructor(random: RandomBytes) {
    this.#random = random
    this.#pool = Array.from({ length: POOL }, () => this.#transaction())
  }

  ping(): Message {
    return { type: 'ping', nonce: randomU64(this.#random) }
  }

  /** Of 1 to `most`. */
  inv(most: number): Message {
    const length = 1 + this.below(most)
    return { type: 'inv', inventory: Array.from({ length }, () => this.#item(KIND_WTX)) }
  }

  getBlock(): Message {
    return { type: 'getdata', inventory: [this.#item(KIND_WITNESS_BLOCK)] }
  }

  /** A locator of ten hashes and one more for each doubling of the height behind them. */
  getHeaders(): Message {
    const locator = Array.from({ length: 10 + this.below(HEADER_DOUBLINGS) }, () => this.#hash())
    return { type: 'getheaders', version: PROTOCOL_VERSION, locator, stopHash: NO_STOP }
  }

  /** 1 to 2000: mostly few. */
  headers(): Message {
    const most = 2 ** (1 + this.below(HEADER_DOUBLINGS))
    const header: BlockHeader = { ...this.#header(), transactionCount: 0n }
    const length = Math.min(MOST_HEADERS, 1 + this.below(most))
    return { type: 'headers', headers: Array.from({ length }, () => header) }
  }

  tx(): Message {
    return { type: 'tx', transaction: this.#transaction().transaction }
  }

  /** 12 kB to some 200 kB. */
  block(): Message {
    const least = LEAST_BLOCK * 2 ** this.below(BLOCK_DOUBLINGS + 1)
    const transactions: Transaction[] = []
    for (let bytes = 0; bytes < least; ) {
      const one = this.#pool[this.below(POOL)] ?? this.#transaction()
      transactions.push(one.transaction)
      bytes += one.bytes
    }
    return { type: 'block', header: this.#header(), transactions }
  }

  below(limit: number): number {
    return randomBelow(this.#random, limit)
  }

  #hash(): string {
    return toHex(this.#random(HASH_LEN))
  }

  #item(kind: number): InventoryItem {
    return { kind, kindName: inventoryKindName(kind), hash: this.#hash() }
  }

  #header(): HashedBlockHeader {
    const [previousBlock, merkleRoot, hash] = [this.#hash(), this.#hash(), this.#hash()]
    const [time, nonce] = [this.below(2 ** 32), this.below(2 ** 32)]
    return { version: 4, previousBlock, merkleRoot, time, bits: 0x207fffff, nonce, hash }
  }

  /** Some inputs that a signature and a key spend, and some outputs. */
  #transaction() {
    const inputs = Array.from({ length: 1 + this.below(4) }, () => ({
      previousTxid: this.#hash(),
      previousIndex: this.below(8),
      scriptSig: new Uint8Array(0),
      sequence: 0xfffffffd,
      witness: [this.#random(SIGNATURE_LEN), this.#random(KEY_LEN)],
    }))
    const outputs = Array.from({ length: 1 + this.below(5) }, () => ({
      amount: BigInt(this.below(2 ** 31)),
      scriptPubKey: this.#random(SCRIPT_LEN),
    }))
    const transaction = toTransaction({ version: 2, inputs, outputs, lockTime: 0 })
    return { transaction, bytes: inputs.length * INPUT_BYTES + outputs.length * OUTPUT_BYTES }
  }
}

const INPUT_BYTES = 41 + 2 + SIGNATURE_LEN + KEY_LEN
const OUTPUT_BYTES = 9 + SCRIPT_LEN
