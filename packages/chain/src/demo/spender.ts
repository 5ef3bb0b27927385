/** Makes the transactions of the demo chain: which coins pay, to which kinds of output. */

import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Transaction, TransactionOutput } from '@v2scope/messages'
import { type RandomBytes, randomBelow } from '../random-number.js'
import { dataScript } from '../script.js'
import type { CoinKind } from './coin-kind.js'
import { equalShares, randomShares } from './shares.js'
import { type Coin, coinsOf, spend, Wallet } from './wallet.js'

/** Satoshis. */
const SMALLEST_FEE = 2000
const FEE_RANGE = 20_000
/** What the coins of a payment have together at least. */
const ENOUGH = 200_000n
const MAX_COINS = 3
const MAX_OUTPUTS = 4
/** One in so many payments carries a note. */
const NOTE_EVERY = 6
const NOTE = { amount: 0n, scriptPubKey: dataScript(utf8ToBytes('made from a seed')) }

export interface Spending {
  /** Of the block that it is for. */
  readonly height: number
  readonly coins: readonly Coin[]
  /** Of the first outputs, which share what is left. */
  readonly kinds: readonly CoinKind[]
  /** Default: at random. */
  readonly shares?: 'equal'
  /** Further outputs, which nobody here can spend. */
  readonly others?: readonly TransactionOutput[]
}

const amountOf = (outputs: readonly TransactionOutput[]) =>
  outputs.reduce((sum, { amount }) => sum + amount, 0n)

export class Spender {
  readonly wallet = new Wallet()
  readonly #random: RandomBytes
  readonly #kinds: readonly CoinKind[]
  #turn = 0
  #fees = 0n

  /** @param kinds what outputs are made of, in turn */
  constructor(random: RandomBytes, kinds: readonly CoinKind[]) {
    this.#random = random
    this.#kinds = kinds
  }

  /** What was left to the miner since this was asked before, in satoshis. */
  takeFees(): bigint {
    const fees = this.#fees
    this.#fees = 0n
    return fees
  }

  nextKind(): CoinKind {
    const kind = this.#kinds[this.#turn % this.#kinds.length]
    if (!kind) throw new RangeError('there is no kind of output')
    this.#turn += 1
    return kind
  }

  /** Payments of an everyday size, up to `most`. */
  pay(height: number, most: number): Transaction[] {
    return Array.from({ length: randomBelow(this.#random, most + 1) }, () => {
      const coins = this.wallet.take(height, 1 + randomBelow(this.#random, MAX_COINS), ENOUGH)
      const outputs = 1 + randomBelow(this.#random, MAX_OUTPUTS)
      const kinds = Array.from({ length: outputs }, () => this.nextKind())
      const others = randomBelow(this.#random, NOTE_EVERY) === 0 ? [NOTE] : []
      return this.spend({ height, coins, kinds, others })
    })
  }

  /** Signs a transaction that leaves a fee; its outputs can be spent later. */
  spend({ height, coins, kinds, shares, others = [] }: Spending): Transaction {
    const fee = BigInt(SMALLEST_FEE + randomBelow(this.#random, FEE_RANGE))
    const rest = amountOf(coins) - amountOf(others) - fee
    const shared =
      shares === 'equal' ? equalShares(rest, kinds) : randomShares(this.#random, rest, kinds)
    const outputs = [...shared, ...others]
    const transaction = spend(coins, outputs, height - 1)
    this.#fees += amountOf(coins) - amountOf(outputs)
    for (const coin of coinsOf(transaction, kinds.slice(0, shared.length), height)) {
      this.wallet.add(coin)
    }
    return transaction
  }
}
