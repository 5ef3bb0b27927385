/** The first transaction of a block. */

import { concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { Script } from '@scure/btc-signer/script.js'
import { type Transaction, type TransactionOutput, toTransaction } from '@v2scope/messages'
import { hashToWire, sha256d } from './hash.js'
import { merkleRoot } from './merkle-root.js'
import { dataScript } from './script.js'
import { subsidyAt } from './subsidy.js'

export const NO_HASH = '0'.repeat(64)
export const NO_INDEX = 0xffffffff
export const FINAL_SEQUENCE = 0xffffffff

/** Behind the height; a coinbase's scriptSig has at least 2 bytes. */
const TAG = utf8ToBytes('/v2scope/')
/** BIP141 §Commitment structure. */
const COMMITMENT_HEADER = hexToBytes('aa21a9ed')
const WITNESS_RESERVED_VALUE = new Uint8Array(32)
/** BIP141: the wtxid of the coinbase counts as zeros. */
const COINBASE_WTXID = NO_HASH

export interface CoinbasePlan {
  readonly height: number
  /** The others of the block. */
  readonly transactions: readonly Transaction[]
  /** In satoshis. */
  readonly fees: bigint
  /** A scriptPubKey. */
  readonly payTo: Uint8Array
}

/** A coinbase with its height (BIP34) and a commitment to the witnesses of the block (BIP141). */
export function makeCoinbase({ height, transactions, fees, payTo }: CoinbasePlan): Transaction {
  const reward = { amount: subsidyAt(height) + fees, scriptPubKey: payTo }
  const input = {
    previousTxid: NO_HASH,
    previousIndex: NO_INDEX,
    scriptSig: Script.encode([height, TAG]),
    sequence: FINAL_SEQUENCE,
    witness: [WITNESS_RESERVED_VALUE],
  }
  const outputs = [reward, witnessCommitment(transactions)]
  return toTransaction({ version: 2, inputs: [input], outputs, lockTime: 0 })
}

/** Commitment = SHA256d(root over wtxids ‖ reserved value). */
function witnessCommitment(transactions: readonly Transaction[]): TransactionOutput {
  const root = merkleRoot([COINBASE_WTXID, ...transactions.map(({ wtxid }) => wtxid)])
  const commitment = sha256d(concatBytes(hashToWire(root), WITNESS_RESERVED_VALUE))
  return { amount: 0n, scriptPubKey: dataScript(concatBytes(COMMITMENT_HEADER, commitment)) }
}
