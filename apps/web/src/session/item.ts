/** What the page knows of each thing that went over the wire, or waits to. */

import type { HoldStatus } from '@v2scope/recording'

/** One thing that went over the wire: a step of the ladder, and for packets a row of the list. */
export interface WireItem {
  /** Of its event; `detail` asks by it. */
  readonly seq: number
  /** In ms from the start of the session. */
  readonly time: number
  readonly direction: 'sent' | 'received'
  readonly kind:
    | 'key'
    | 'garbage'
    | 'terminator'
    | 'decoy'
    | 'version packet'
    | 'message'
    | 'rejected'
    | 'v1 message'
    | 'not understood'
    /** Of a recording of the wire alone: what it is isn't known. */
    | 'unread bytes'
  /** The message type, where it is a message; else as `kind`. */
  readonly label: string
  /** Bytes on the wire. */
  readonly wireBytes: number
  /** Of the handshake: the first bytes on the wire in hex, at most 8 bytes. */
  readonly preview?: string
  /** Packets: bytes of contents, number in its direction, key epoch. */
  readonly contentsBytes?: number
  readonly number?: number
  readonly epoch?: number
  /** Of a garbage terminator found: bytes of garbage before it. */
  readonly offset?: number
  /** Of the first packet of a side: bytes of garbage that it vouches for. */
  readonly aadBytes?: number
  /** A decoded message in one line. */
  readonly summary?: string
  /** Of a message that asks for something: what is to come back, and how many of it. */
  readonly asks?: { readonly what: AnswerKind; readonly count: number }
  /** Of a message that answers: the `seq` of what asked, and how many of its wants it settles. */
  readonly answers?: { readonly seq: number; readonly count: number }
}

/**
 * What a message asks for.
 * - `block`: a block, whole, filtered or compact: silence where the peer doesn't have it
 * - `transaction`: a tx, or `notfound`
 */
export type AnswerKind =
  | 'pong'
  | 'headers'
  | 'inventory'
  | 'block'
  | 'transaction'
  | 'block and transaction'
  | 'block transactions'
  | 'addresses'
  | 'filters'
  | 'filter headers'
  | 'filter checkpoints'

/** Something that Hold keeps from the wire, numbered and timed as if it were let go now. */
export interface HeldItem {
  /** `held` asks by it. */
  readonly id: number
  readonly item: WireItem
}

export interface HoldView extends Omit<HoldStatus, 'first'> {
  /** The first of what is held, in the order in which it is to go. */
  readonly first: readonly HeldItem[]
}
