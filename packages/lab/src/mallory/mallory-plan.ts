/** Mallory: she answers us as the responder, and dials the peer as an initiator. */

import type { RemoteErrorCode, Role } from '@v2scope/bip324'

export interface MalloryPlan {
  /** `downgrade`: she ends what doesn't begin as v1, and passes v1 on. */
  readonly mode: 'between' | 'downgrade'
  /** Absent: she reads alone. */
  readonly change?: MalloryChange | undefined
}

/** What she changes in messages on their way. */
export type MalloryChange =
  /** Of our version message, up to 256 printable characters of ASCII: `subver` of the peer's `getpeerinfo`. */
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
  /** The latest of what she read, oldest first; at most 200. */
  readonly read: readonly ReadMessage[]
  /** All that she has read, and what of it she changed or added. */
  readonly readCount: number
  readonly changedCount: number
  /** Of those, the ones since the change that is in force was asked for. */
  readonly changedSince: number
  /** In `downgrade`: connections that she has ended because they were not v1. */
  readonly refused: number
}

export interface Leg {
  /** Hers. */
  readonly role: Role
  readonly transport: 'detecting' | 'v1' | 'v2'
  /** 64 hex digits, once the transport is v2. */
  readonly sessionId?: string
  /** 128 hex digits, once they are on the wire: the keys of this connection, hers and the other's. */
  readonly ellswiftOurs?: string
  readonly ellswiftTheirs?: string
  /** What the other did wrong, so that she ended both. */
  readonly failure?: { readonly code: RemoteErrorCode; readonly row: string }
}

export interface ReadMessage {
  /** Counts them from 0. */
  readonly id: number
  /** In ms from the start of the session. */
  readonly time: number
  readonly direction: 'to peer' | 'to us'
  /** A decoy is none for her; `rejected` holds no message (A5). */
  readonly kind: 'message' | 'decoy' | 'rejected'
  /** Empty unless it is a message. */
  readonly messageType: string
  /** Of its payload; of the contents where it is no message. */
  readonly bytes: number
  /** One line of names of fields and values; empty where there are none, or they can't be read. */
  readonly summary: string
  /** What she changed in it, as text: the field has the name that the message's fields have. */
  readonly changed?: { readonly field: string; readonly before: string; readonly after: string }
  /** She made it: nobody else has sent it. */
  readonly isHers?: true
}
