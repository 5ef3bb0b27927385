/** Unspent outputs that anyone may spend: with them transactions are made without a key. */

import { bytesToHex } from '@noble/hashes/utils.js'
import type { Transaction } from '@v2scope/messages'
import { NO_HASH } from './coinbase.js'
import { ANYONE_SCRIPT } from './script.js'

/** Blocks that a coinbase's output must be deep before it is spent (COINBASE_MATURITY). */
export const COINBASE_MATURITY = 100

/** An unspent output that anyone may spend. */
export interface OpenCoin {
  /** Of the transaction, 64 hex digits, display order. */
  readonly txid: string
  readonly index: number
  /** Satoshis. */
  readonly amount: bigint
  /** The lowest height of a block that may spend it. */
  readonly spendableAt: number
}

const ANYONE = bytesToHex(ANYONE_SCRIPT)

const outpoint = (txid: string, index: number) => `${txid}:${index}`

export const isCoinbase = ({ inputs }: Transaction): boolean => inputs[0]?.previousTxid === NO_HASH

/** Those of a chain, oldest first. */
export class OpenCoins {
  readonly #coins = new Map<string, OpenCoin>()

  /** Takes the transactions of a block, in their order. */
  add(transactions: readonly Transaction[], height: number): void {
    for (const transaction of transactions) {
      for (const { previousTxid, previousIndex } of transaction.inputs) {
        this.#coins.delete(outpoint(previousTxid, previousIndex))
      }
      this.#addOutputs(transaction, height)
    }
  }

  /** Those that a block at `height` may spend. */
  *spendable(height: number): Generator<OpenCoin> {
    for (const coin of this.#coins.values()) if (coin.spendableAt <= height) yield coin
  }

  #addOutputs(transaction: Transaction, height: number): void {
    const { txid, outputs } = transaction
    const spendableAt = isCoinbase(transaction) ? height + COINBASE_MATURITY : height
    for (const [index, { amount, scriptPubKey }] of outputs.entries()) {
      if (bytesToHex(scriptPubKey) !== ANYONE) continue
      this.#coins.set(outpoint(txid, index), { txid, index, amount, spendableAt })
    }
  }
}
