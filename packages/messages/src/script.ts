/** What a scriptPubKey asks for, for people. */

import { type AddressNetwork, scriptAddress } from './script-address.js'
import { showScript } from './script-asm.js'
import { type ScriptType, scriptType } from './script-type.js'

/** MAX_SIZE of Bitcoin Core's serialize.h: no count and no length is above it. */
export const MAX_SERIALIZED_SIZE = 0x200_0000

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
export function showScriptPubKey(scriptPubKey: Uint8Array, network: AddressNetwork): string {
  const { type, address } = describeScript(scriptPubKey, network)
  return `${type} ${address ?? showScript(scriptPubKey)}`
}
