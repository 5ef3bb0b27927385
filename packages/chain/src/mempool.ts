/** Transactions that are in no block yet. */

import type { Transaction } from '@v2scope/messages'

export interface PendingTransaction {
  readonly transaction: Transaction
  /** Satoshis. */
  readonly fee: bigint
  /** Satoshis for 1000 virtual bytes. */
  readonly feeRate: bigint
}

export class Mempool {
  readonly #byTxid = new Map<string, PendingTransaction>()
  readonly #byWtxid = new Map<string, PendingTransaction>()

  get size(): number {
    return this.#byTxid.size
  }

  /** In the order in which they came. */
  all(): PendingTransaction[] {
    return [...this.#byTxid.values()]
  }

  add(pending: PendingTransaction): void {
    this.#byTxid.set(pending.transaction.txid, pending)
    this.#byWtxid.set(pending.transaction.wtxid, pending)
  }

  /** By its txid or its wtxid. */
  get(hash: string): PendingTransaction | undefined {
    return this.#byTxid.get(hash) ?? this.#byWtxid.get(hash)
  }

  /** Whether one of them spends this output already. */
  spends(txid: string, index: number): boolean {
    return this.all().some(({ transaction }) =>
      transaction.inputs.some(
        ({ previousTxid, previousIndex }) => previousTxid === txid && previousIndex === index,
      ),
    )
  }

  /** Takes out what is in a block now. */
  remove(transactions: readonly Transaction[]): void {
    for (const { txid, wtxid } of transactions) {
      this.#byTxid.delete(txid)
      this.#byWtxid.delete(wtxid)
    }
  }
}
