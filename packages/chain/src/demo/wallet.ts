/** The coins of the demo chain, and transactions that spend them. */

import { type Transaction, type TransactionOutput, toTransaction } from '@v2scope/messages'
import { COINBASE_MATURITY, isCoinbase } from '../open-coins.js'
import type { CoinKind } from './coin-kind.js'
import { Signing } from './signing.js'

/** BIP125's highest; it leaves the lock time in force (BIP65) and asks for no delay (BIP68). */
const SEQUENCE = 0xfffffffd
const EMPTY = new Uint8Array(0)

/** An output that the wallet knows how to spend. */
export interface Coin extends TransactionOutput {
  readonly txid: string
  readonly index: number
  readonly kind: CoinKind
  /** The lowest height of a block that may spend it. */
  readonly spendableAt: number
}

/** Who was in first is out first: so each kind of coin is spent in time. */
export class Wallet {
  #coins: Coin[] = []

  add(coin: Coin): void {
    this.#coins.push(coin)
  }

  /** Takes out the coins of one kind. */
  takeKind(kind: CoinKind): Coin[] {
    const taken = this.#coins.filter((coin) => coin.kind === kind)
    this.#coins = this.#coins.filter((coin) => coin.kind !== kind)
    return taken
  }

  /** Takes out the oldest ones that a block at `height` may spend: this many, and of this much. */
  take(height: number, count: number, atLeast: bigint): Coin[] {
    const taken = new Set<Coin>()
    let total = 0n
    for (const coin of this.#coins) {
      if (taken.size >= count && total >= atLeast) break
      if (coin.spendableAt > height) continue
      taken.add(coin)
      total += coin.amount
    }
    this.#coins = this.#coins.filter((coin) => !taken.has(coin))
    return [...taken]
  }
}

/** Signs. What the coins hold beyond the outputs is the fee. */
export function spend(
  coins: readonly Coin[],
  outputs: readonly TransactionOutput[],
  lockTime: number,
): Transaction {
  const inputs = coins.map(({ txid, index, kind }) => ({
    previousTxid: txid,
    previousIndex: index,
    scriptSig: EMPTY,
    sequence: kind.delay ?? SEQUENCE,
    witness: [],
  }))
  const draft = { version: 2, inputs, outputs, lockTime }
  const signing = new Signing(draft, coins)
  const unlocked = inputs.map((input, i) => ({ ...input, ...coins[i]?.kind.unlock(signing, i) }))
  return toTransaction({ ...draft, inputs: unlocked })
}

/** The first outputs of a transaction as coins of these kinds. @param height of its block */
export function coinsOf(
  transaction: Transaction,
  kinds: readonly CoinKind[],
  height: number,
): Coin[] {
  const wait = isCoinbase(transaction) ? COINBASE_MATURITY : 0
  return kinds.map((kind, index) => ({
    txid: transaction.txid,
    index,
    kind,
    scriptPubKey: kind.scriptPubKey,
    amount: transaction.outputs[index]?.amount ?? 0n,
    spendableAt: height + Math.max(wait, kind.delay ?? 0),
  }))
}
