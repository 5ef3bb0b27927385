/** The large transactions of the demo chain, each at a height of its own. */

import { Script } from '@scure/btc-signer/script.js'
import type { Transaction, TransactionOutput } from '@v2scope/messages'
import type { RandomBytes } from '../random-number.js'
import type { CoinKind } from './coin-kind.js'
import type { Spender } from './spender.js'

/** Inputs or outputs. */
const FAN_SIZE = 120
/** Outputs: 100,000 bytes of them. */
const PAYOUT_SIZE = 3200
/** Satoshis for each. */
const PAYOUT = 1000n
const KEY_HASH_SIZE = 20
/** Satoshis; the coins of a large payment have this much at least. */
const ENOUGH = 2_000_000_000n

/** One coin or few, and `kinds.length` outputs of the same amount. */
export function fanOut(spender: Spender, height: number, kinds: readonly CoinKind[]): Transaction {
  const coins = spender.wallet.take(height, 1, ENOUGH)
  return spender.spend({ height, coins, kinds, shares: 'equal' })
}

/** To 120 outputs of all kinds. */
export const fanOutToAll = (spender: Spender, height: number): Transaction =>
  fanOut(
    spender,
    height,
    Array.from({ length: FAN_SIZE }, () => spender.nextKind()),
  )

/** From 120 coins of all kinds to one. */
export function fanIn(spender: Spender, height: number): Transaction {
  const coins = spender.wallet.take(height, FAN_SIZE, ENOUGH)
  return spender.spend({ height, coins, kinds: [spender.nextKind()] })
}

/** To 3,200 people whom nobody here knows: 100,000 bytes without a large witness. */
export function payout(spender: Spender, height: number, random: RandomBytes): Transaction {
  const coins = spender.wallet.take(height, 1, ENOUGH)
  const others: TransactionOutput[] = Array.from({ length: PAYOUT_SIZE }, () => ({
    amount: PAYOUT,
    scriptPubKey: Script.encode([0, random(KEY_HASH_SIZE)]),
  }))
  return spender.spend({ height, coins, kinds: [spender.nextKind()], others })
}

/** Pays to an output that takes a large script to spend. */
export function commit(spender: Spender, height: number, kind: CoinKind): Transaction {
  const coins = spender.wallet.take(height, 1, ENOUGH)
  return spender.spend({ height, coins, kinds: [kind, spender.nextKind()] })
}

/** Shows that script. */
export function reveal(spender: Spender, height: number, kind: CoinKind): Transaction {
  const coins = spender.wallet.takeKind(kind)
  return spender.spend({ height, coins, kinds: [spender.nextKind()] })
}
