/** What an address can ask for that can't be had; the default is taken in its place. */

import type { NodeAddressProblem } from './node-address.js'

/** Each with what was written; the page says it in words. */
export type AddressProblem =
  | {
      readonly code: 'NOT_A_WHOLE_NUMBER'
      readonly name: string
      readonly value: string
      readonly most: number
    }
  | {
      readonly code: 'TOO_MUCH'
      readonly name: string
      readonly value: string
      readonly most: number
      readonly unit: AddressUnit
    }
  | { readonly code: 'ONLY_SIMULATED'; readonly name: 'role' | 'seed'; readonly value: string }
  | { readonly code: BadValue; readonly value: string }
  /** A peer that is HOST:PORT, and is not. */
  | { readonly code: 'BAD_NODE'; readonly value: string; readonly problem: NodeAddressProblem }
  | { readonly code: 'NO_SUCH_NETWORK'; readonly value: string; readonly known: readonly string[] }
  | { readonly code: 'MAGIC_MISSING' }
  /** What it was is not told: it may be a good one, cut off. */
  | { readonly code: 'BAD_TICKET' }
  | { readonly code: 'OTHER_MAGIC'; readonly network: string; readonly magic: string }
  | { readonly code: 'RECORDING_MISSING' }
  | { readonly code: 'NO_SUCH_PAGE'; readonly route: string }

/** What a number in an address counts. */
export type AddressUnit = 'bytes' | 'decoys' | 'seconds' | 'events'

/** What has a form of its own, and was written in another. */
type BadValue = 'BAD_SEED' | 'BAD_MAGIC' | 'BAD_ROLE' | 'BAD_HOLD' | 'BAD_FIELD' | 'BAD_BYTES'
