/** Scripts in words: given to the reader, so that who needs no words loads nothing that makes them. */

import { showBytes } from './show.js'

export interface ScriptWords {
  /** Of an output. */
  readonly scriptPubKey: (script: Uint8Array) => string
  /** Of an input. */
  readonly scriptSig: (script: Uint8Array) => string
  /** Of the input of a coinbase. */
  readonly coinbaseScript: (script: Uint8Array) => string
}

/** The bytes alone. */
export const NO_WORDS: ScriptWords = {
  scriptPubKey: showBytes,
  scriptSig: showBytes,
  coinbaseScript: showBytes,
}
