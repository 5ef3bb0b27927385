/** A transaction (BIP144's form where it has witnesses). */

import { doubleSha256 } from './hash.js'
import { type TransactionForm, writeTransaction } from './transaction-layout.js'
import { PayloadWriter } from './writer.js'

/** What a transaction spends. */
export interface TransactionInput {
  /** 64 hex digits, display order; zeros in a coinbase. */
  readonly previousTxid: string
  /** Unsigned 32 bits; 0xffffffff in a coinbase. */
  readonly previousIndex: number
  readonly scriptSig: Uint8Array
  /** Unsigned 32 bits. */
  readonly sequence: number
  /** The items of the witness, in order; empty where there are none. */
  readonly witness: readonly Uint8Array[]
}

/** What a transaction creates. */
export interface TransactionOutput {
  /** Satoshis, a signed 64-bit number. */
  readonly amount: bigint
  readonly scriptPubKey: Uint8Array
}

/** A transaction, and what follows from it. */
export interface Transaction {
  /** Signed 32 bits. */
  readonly version: number
  readonly inputs: readonly TransactionInput[]
  readonly outputs: readonly TransactionOutput[]
  /** Unsigned 32 bits: a height below 500,000,000, seconds from 1970 from there on. */
  readonly lockTime: number
  /**
   * Whether it was written in BIP144's form, which is so exactly where an input has a witness. Not
   * encoded: it follows.
   */
  readonly hasWitness: boolean
  /** Double SHA-256 without witnesses, 64 hex digits, display order. Not encoded: it follows. */
  readonly txid: string
  /** Double SHA-256 of all of it, 64 hex digits, display order. Not encoded: it follows. */
  readonly wtxid: string
}

/** What has to be given to make a transaction; the rest of it follows. */
export type TransactionFields = Omit<Transaction, 'hasWitness' | 'txid' | 'wtxid'>

/**
 * A transaction's bytes.
 *
 * @param form `without witness` gives what the txid is the hash of.
 * @throws MessageError `BAD_VALUE` if a value is out of range, or if there are outputs but no
 * inputs, which has no form that can be read again.
 */
export function encodeTransaction(fields: TransactionFields, form?: TransactionForm): Uint8Array {
  const writer = new PayloadWriter()
  writeTransaction(writer, fields, form)
  return writer.finish()
}

/** A transaction with all that follows from its fields. @throws MessageError `BAD_VALUE` */
export function toTransaction(fields: TransactionFields): Transaction {
  const { version, inputs, outputs, lockTime } = fields
  const hasWitness = inputs.some(({ witness }) => witness.length > 0)
  const txid = doubleSha256(encodeTransaction(fields, 'without witness'))
  const wtxid = hasWitness ? doubleSha256(encodeTransaction(fields)) : txid
  return { version, inputs, outputs, lockTime, hasWitness, txid, wtxid }
}
