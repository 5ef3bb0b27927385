/** tx: one transaction. */

import { showAmount } from './amount.js'
import { codecOf, type MessageCodec } from './message-codec.js'
import { showCount } from './show.js'
import { struct } from './struct.js'
import type { Transaction } from './transaction.js'
import { showTransactionIds, TRANSACTION } from './transaction-layout.js'

export interface TxMessage {
  readonly type: 'tx'
  readonly transaction: Transaction
}

const total = ({ outputs }: Transaction): bigint =>
  outputs.reduce((sum, { amount }) => sum + amount, 0n)

export const txCodec: MessageCodec<TxMessage> = codecOf(
  'tx',
  struct({ transaction: TRANSACTION }),
  ({ transaction }) =>
    [
      showTransactionIds(transaction),
      showCount('inputs', transaction.inputs.length),
      showCount('outputs', transaction.outputs.length),
      showAmount(total(transaction)),
    ].join(', '),
)
