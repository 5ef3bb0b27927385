/** Transactions that spend what anyone may spend. */

import { type TransactionFields, type TransactionOutput, toTransaction } from '@v2scope/messages'
import type { Chain } from './chain.js'
import type { PendingTransaction } from './mempool.js'
import type { OpenCoin } from './open-coins.js'
import { ANYONE_SCRIPT, ANYONE_WITNESS } from './script.js'
import { virtualSize } from './weight.js'

/** BIP125 §Summary: the highest sequence that says that it may be replaced. */
const REPLACEABLE_SEQUENCE = 0xfffffffd
const PER_THOUSAND = 1000n

export interface OpenSpendPlan {
  readonly coin: OpenCoin
  /** What to pay; the rest goes back to where anyone may spend it. */
  readonly payments: readonly TransactionOutput[]
  /** Satoshis for 1000 virtual bytes. */
  readonly feeRate: bigint
}

/** @throws {RangeError} if the coin is too small */
export function openSpend({ coin, payments, feeRate }: OpenSpendPlan): PendingTransaction {
  const paid = payments.reduce((sum, { amount }) => sum + amount, 0n)
  const input = {
    previousTxid: coin.txid,
    previousIndex: coin.index,
    scriptSig: new Uint8Array(0),
    sequence: REPLACEABLE_SEQUENCE,
    witness: ANYONE_WITNESS,
  }
  const withChange = (change: bigint): TransactionFields => ({
    version: 2,
    inputs: [input],
    outputs: [...payments, { amount: change, scriptPubKey: ANYONE_SCRIPT }],
    lockTime: 0,
  })
  const size = BigInt(virtualSize(withChange(0n)))
  const fee = (size * feeRate + PER_THOUSAND - 1n) / PER_THOUSAND
  if (coin.amount < paid + fee) throw new RangeError('the coin is too small for what is to be paid')
  const transaction = toTransaction(withChange(coin.amount - paid - fee))
  return { transaction, fee, feeRate }
}

/** The oldest coin of the chain that the next block may spend, that no transaction waits to spend, and that has this much. */
export function freeCoin(chain: Chain, atLeast: bigint): OpenCoin | undefined {
  for (const coin of chain.openCoins.spendable(chain.height + 1)) {
    if (coin.amount >= atLeast && !chain.mempool.spends(coin.txid, coin.index)) return coin
  }
  return undefined
}
