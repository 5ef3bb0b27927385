/** A kind of output of the demo chain, and how it is spent. */

import type { Signing } from './signing.js'

export interface Unlocking {
  readonly scriptSig?: Uint8Array
  readonly witness?: readonly Uint8Array[]
}

export interface CoinKind {
  /** For people: `pubkeyhash`, `scripthash of multisig`. */
  readonly name: string
  readonly scriptPubKey: Uint8Array
  /** Blocks that must lie between (BIP112). Default none. */
  readonly delay?: number
  /** What spends it as this input. */
  readonly unlock: (signing: Signing, index: number) => Unlocking
}
