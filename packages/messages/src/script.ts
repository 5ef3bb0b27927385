/** Scripts for people: what a scriptPubKey asks for, and the words of each kind of script. */

import { type AddressNetwork, scriptAddress } from './script-address.js'
import { showScript } from './script-asm.js'
import { coinbaseHeight } from './script-coinbase.js'
import { type ScriptType, scriptType } from './script-type.js'
import type { ScriptWords } from './script-words.js'

export interface ScriptDescription {
  readonly type: ScriptType
  /** Absent where no address stands for such a script. */
  readonly address?: string
}

/** The type of a scriptPubKey, as Bitcoin Core's RPC names it, and its address. */
export function describeScript(
  scriptPubKey: Uint8Array,
  network: AddressNetwork,
): ScriptDescription {
  const type = scriptType(scriptPubKey)
  const address = scriptAddress(scriptPubKey, network)
  return address === undefined ? { type } : { type, address }
}

/** `witness_v0_keyhash bcrt1q…`; the script in words where it has no address. */
function showScriptPubKey(scriptPubKey: Uint8Array, network: AddressNetwork): string {
  const { type, address } = describeScript(scriptPubKey, network)
  return `${type} ${address ?? showScript(scriptPubKey)}`
}

function showCoinbaseScript(script: Uint8Array): string {
  const height = coinbaseHeight(script)
  return height === undefined ? showScript(script) : `height ${height}: ${showScript(script)}`
}

/** @param network Whose addresses are shown. */
export const scriptWords = (network: AddressNetwork): ScriptWords => ({
  scriptPubKey: (script) => showScriptPubKey(script, network),
  scriptSig: showScript,
  coinbaseScript: showCoinbaseScript,
})
