/** Mallory: she answers us as the responder, and dials the peer as an initiator. */

import type { Role } from '@v2scope/bip324'

export interface MalloryPlan {
  /** `downgrade`: she ends what doesn't begin as v1, and passes v1 on. */
  readonly mode: 'between' | 'downgrade'
  /** Absent: she reads alone. */
  readonly change?: MalloryChange | undefined
}

/** What she changes in messages on their way. */
export type MalloryChange =
  /** Of our version message: the peer's `getpeerinfo` has it as `subver`. */
  | { readonly kind: 'user agent'; readonly text: string }
  /** Of our version message: `startingheight` of `getpeerinfo`. */
  | { readonly kind: 'start height'; readonly height: number }
  /** In satoshi per 1000 virtual bytes: our feefilter, or one more of hers; `minfeefilter` of `getpeerinfo`. */
  | { readonly kind: 'fee filter'; readonly feeRate: bigint }

export interface MalloryStanding {
  readonly mode: MalloryPlan['mode']
  readonly change?: MalloryChange
  /** Her connection with us, and hers with the peer. */
  readonly withUs: Leg
  readonly withPeer: Leg
  /** The latest of what she read, oldest first. */
  readonly read: readonly ReadMessage[]
  readonly readCount: number
  readonly changedCount: number
  /** In `downgrade`: connections that she has ended because they were not v1. */
  readonly refused: number
}

export interface Leg {
  /** Hers. */
  readonly role: Role
  readonly transport: 'detecting' | 'v1' | 'v2'
  /** 64 hex digits, once the transport is v2. */
  readonly sessionId?: string
  /** 128 hex digits: the keys of this connection, hers and the other's. */
  readonly ellswiftOurs?: string
  readonly ellswiftTheirs?: string
}

export interface ReadMessage {
  /** Counts them from 0. */
  readonly id: number
  /** In ms from the start of the session. */
  readonly time: number
  readonly direction: 'to peer' | 'to us'
  readonly messageType: string
  /** Of its payload. */
  readonly bytes: number
  readonly summary: string
  /** What she changed in it, as text. */
  readonly changed?: { readonly field: string; readonly before: string; readonly after: string }
}
