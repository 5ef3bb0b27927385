/** Signatures for one transaction, the same each time: RFC 6979, and BIP340 with zeros for the auxiliary data. */

import { concatBytes } from '@noble/hashes/utils.js'
import { Transaction as SignerTransaction } from '@scure/btc-signer'
import { signECDSA, signSchnorr, taprootTweakPrivKey } from '@scure/btc-signer/utils.js'
import {
  encodeTransaction,
  type TransactionFields,
  type TransactionOutput,
} from '@v2scope/messages'
import { sha256d } from '../hash.js'
import type { DemoKey } from './keys.js'

const SIGHASH_ALL = 1
/** BIP341: all of it, with no byte behind the signature. */
const SIGHASH_DEFAULT = 0
const AUX_RAND = new Uint8Array(32)
const NO_SCRIPT = new Uint8Array(0)

const sighashBytes = Uint8Array.of(SIGHASH_ALL, 0, 0, 0)

export class Signing {
  readonly #draft: TransactionFields
  readonly #spent: readonly TransactionOutput[]
  #signer: SignerTransaction | undefined

  /** @param spent what each input of the draft spends, in their order */
  constructor(draft: TransactionFields, spent: readonly TransactionOutput[]) {
    this.#draft = draft
    this.#spent = spent
  }

  /** Before BIP143: SHA256d(the transaction with this script alone in its inputs ‖ sighash type 4). */
  legacy(index: number, key: DemoKey, script: Uint8Array): Uint8Array {
    const inputs = this.#draft.inputs.map((input, i) => ({
      ...input,
      scriptSig: i === index ? script : NO_SCRIPT,
    }))
    const bytes = encodeTransaction({ ...this.#draft, inputs }, 'without witness')
    return ecdsa(sha256d(concatBytes(bytes, sighashBytes)), key)
  }

  /** BIP143. */
  segwit(index: number, key: DemoKey, script: Uint8Array): Uint8Array {
    const amount = this.#spent[index]?.amount ?? 0n
    return ecdsa(this.#prepared().preimageWitnessV0(index, script, SIGHASH_ALL, amount), key)
  }

  /** BIP341, by the key. @param merkleRoot of the scripts beside it, 32 bytes or none */
  taprootKey(index: number, key: DemoKey, merkleRoot: Uint8Array): Uint8Array {
    const message = this.#taproot(index, undefined)
    return signSchnorr(message, taprootTweakPrivKey(key.secret, merkleRoot), AUX_RAND)
  }

  /** BIP342, by a script. */
  taprootScript(index: number, key: DemoKey, leaf: Uint8Array): Uint8Array {
    return signSchnorr(this.#taproot(index, leaf), key.secret, AUX_RAND)
  }

  #taproot(index: number, leaf: Uint8Array | undefined): Uint8Array {
    const scripts = this.#spent.map(({ scriptPubKey }) => scriptPubKey)
    const amounts = this.#spent.map(({ amount }) => amount)
    const signer = this.#prepared()
    return signer.preimageWitnessV1(index, scripts, SIGHASH_DEFAULT, amounts, undefined, leaf)
  }

  #prepared(): SignerTransaction {
    this.#signer ??= signerTransaction(this.#draft)
    return this.#signer
  }
}

function signerTransaction({ version, lockTime, inputs, outputs }: TransactionFields) {
  // what it pays to is ours to choose, so also outputs that btc-signer takes for mistakes
  const lenient = { allowUnknownOutputs: true, disableScriptCheck: true }
  const signer = new SignerTransaction({ version, lockTime, ...lenient })
  for (const { previousTxid, previousIndex, sequence } of inputs) {
    signer.addInput({ txid: previousTxid, index: previousIndex, sequence }, true)
  }
  for (const { scriptPubKey, amount } of outputs) {
    signer.addOutput({ script: scriptPubKey, amount }, true)
  }
  return signer
}

/** DER with the least S (BIP66, BIP146), and the sighash type behind it. */
const ecdsa = (hash: Uint8Array, key: DemoKey): Uint8Array =>
  concatBytes(signECDSA(hash, key.secret), Uint8Array.of(SIGHASH_ALL))
