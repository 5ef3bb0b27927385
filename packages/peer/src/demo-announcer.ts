/** How one caller wants to hear of new blocks and transactions, and telling it so. */

import type { RandomBytes } from '@v2scope/bip324'
import { inventoryKindName, type Message, type Transaction } from '@v2scope/messages'
import type { ChainBlock } from './chain.js'
import { compactBlock } from './demo-blocks.js'

/** BIP152: version 2 names transactions by their wtxids; nobody uses 1 any more. */
const COMPACT_VERSION = 2n
const KIND_TX = 1
const KIND_BLOCK = 2
const KIND_WTX = 5

/** A transaction that is in no block yet. */
export interface AnnouncedTransaction {
  readonly transaction: Transaction
  /** Satoshis for 1000 virtual bytes. */
  readonly feeRate: bigint
}

export class DemoAnnouncer {
  readonly #random: RandomBytes
  readonly #send: (message: Message) => void
  #wantsHeaders = false
  #wantsCompact = false
  #wantsWtxids = false
  #leastFeeRate = 0n
  #knownHeight = 0

  constructor(random: RandomBytes, send: (message: Message) => void) {
    this.#random = random
    this.#send = send
  }

  /** Remembers what the caller says that it wants. */
  note(message: Message): void {
    if (message.type === 'sendheaders') this.#wantsHeaders = true
    if (message.type === 'wtxidrelay') this.#wantsWtxids = true
    if (message.type === 'feefilter') this.#leastFeeRate = message.feeRate
    if (message.type === 'sendcmpct' && message.version === COMPACT_VERSION) {
      this.#wantsCompact = message.highBandwidth
    }
  }

  /** The caller knows the headers up to this height. */
  knows(height: number): void {
    this.#knownHeight = Math.max(this.#knownHeight, height)
  }

  /** As cmpctblock or headers to who wants that and knows the block before; else as inv. */
  announceBlock(block: ChainBlock, height: number): void {
    const { header } = block
    const follows = this.#knownHeight >= height - 1
    if (follows && this.#wantsCompact) {
      this.#send(compactBlock(block, this.#random))
      this.knows(height)
    } else if (follows && this.#wantsHeaders) {
      this.#send({ type: 'headers', headers: [{ ...header, transactionCount: 0n }] })
      this.knows(height)
    } else {
      this.#inv(KIND_BLOCK, header.hash)
    }
  }

  /** To who wants transactions that pay this much. */
  announceTransaction({ transaction, feeRate }: AnnouncedTransaction): void {
    if (feeRate < this.#leastFeeRate) return
    if (this.#wantsWtxids) this.#inv(KIND_WTX, transaction.wtxid)
    else this.#inv(KIND_TX, transaction.txid)
  }

  #inv(kind: number, hash: string): void {
    const inventory = [{ kind, kindName: inventoryKindName(kind), hash }]
    this.#send({ type: 'inv', inventory })
  }
}
