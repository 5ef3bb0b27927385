/** How big a transaction counts (BIP141 §Block size). */

import { encodeTransaction, type TransactionFields } from '@v2scope/messages'

const WITNESS_SCALE_FACTOR = 4

/** Weight = size without witnesses · 3 + whole size. */
export function weightOf(transaction: TransactionFields): number {
  const base = encodeTransaction(transaction, 'without witness').length
  return base * (WITNESS_SCALE_FACTOR - 1) + encodeTransaction(transaction).length
}

/** Weight in virtual bytes, rounded up: what fees are reckoned by. */
export const virtualSize = (transaction: TransactionFields): number =>
  Math.ceil(weightOf(transaction) / WITNESS_SCALE_FACTOR)
