/** Transactions of a node's own coins, with outputs that its RPC has no way to ask for. */
import { toHex } from '@v2scope/bip324'
import { encodeTransaction } from '@v2scope/messages'
import type { RealNode } from './real-node.js'
import type { RpcTransaction } from './rpc-json.js'

const FEE = 100_000n
const SATOSHIS_IN_BITCOIN = 1e8
/** Below every height at which it is spent. */
const LOCK_TIME = 17

/**
 * Spends a coinbase of the node's wallet into outputs of equal amounts.
 *
 * @returns The signed transaction in hex.
 */
export async function spend(
  node: RealNode,
  coinbase: RpcTransaction,
  scripts: readonly Uint8Array[],
): Promise<string> {
  const coins = BigInt(Math.round((coinbase.vout[0]?.value ?? 0) * SATOSHIS_IN_BITCOIN))
  const amount = (coins - FEE) / BigInt(scripts.length)
  const input = {
    previousTxid: coinbase.txid,
    previousIndex: 0,
    scriptSig: new Uint8Array(),
    sequence: 0xffff_fffd,
    witness: [],
  }
  const outputs = scripts.map((scriptPubKey) => ({ amount, scriptPubKey }))
  const raw = encodeTransaction({ version: 2, inputs: [input], outputs, lockTime: LOCK_TIME })
  const { hex } = await node.rpc<{ hex: string }>('signrawtransactionwithwallet', toHex(raw))
  return hex
}
