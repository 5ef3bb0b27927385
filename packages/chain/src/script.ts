/** The scripts that need no key. */

import { sha256 } from '@noble/hashes/sha2.js'
import { Script } from '@scure/btc-signer/script.js'

/** A script that is true as it stands. */
export const TRUE_SCRIPT: Uint8Array = Script.encode([1])

/**
 * That script behind its hash (P2WSH, BIP141): anyone may spend what is paid to it, and nodes relay
 * such payments, as they would not with the script itself.
 */
export const ANYONE_SCRIPT: Uint8Array = Script.encode([0, sha256(TRUE_SCRIPT)])

/** What spends that. */
export const ANYONE_WITNESS: readonly Uint8Array[] = [TRUE_SCRIPT]

/** An output that only carries data. */
export const dataScript = (data: Uint8Array): Uint8Array => Script.encode(['RETURN', data])
