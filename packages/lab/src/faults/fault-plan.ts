/** A fault to be brought about in a session. */

import type { WireFault } from './wire-fault.js'

/** What only a peer with keys can do wrong. */
export type Misbehaviour =
  | 'wrong garbage'
  | 'no AAD'
  | 'wrong terminator'
  | 'garbage of 4096'
  | 'oversized packet'
  | 'reserved header bits'
  | 'version packet with contents'
  | 'wrong network magic'
  | 'v1 instead of v2'
  | 'early answer'
  | 'private key used twice'

/** @property place whose place the one who misbehaves takes; the peer's only where it is simulated */
export type FaultPlan =
  | { readonly on: 'wire'; readonly fault: WireFault }
  | { readonly on: 'peer'; readonly place: 'us' | 'peer'; readonly misbehaviour: Misbehaviour }
