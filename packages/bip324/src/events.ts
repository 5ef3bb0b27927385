/** What a transport tells whoever drives it. */

import type { MessageRejection } from './message-type.js'

export type TransportEvent =
  /** The peer's version packet has authenticated: the transport is v2 from here on (S3). */
  | {
      readonly type: 'established'
      /** 32 bytes, in the order that `getpeerinfo` prints them (S5). */
      readonly sessionId: Uint8Array
      /** What the peer's version packet held: to be ignored (H7). */
      readonly versionContents: Uint8Array
      readonly packet: number
    }
  | {
      readonly type: 'message'
      readonly messageType: string
      readonly payload: Uint8Array
      /** How its type was written; `v1` where the v1 framing delivers it. */
      readonly form: 'short' | 'long' | 'v1'
      /** The number of its packet in its direction, from 0. */
      readonly packet: number
    }
  | { readonly type: 'decoy'; readonly contents: Uint8Array; readonly packet: number }
  /** A packet that authenticated but holds no message (A5). The connection stays. */
  | {
      readonly type: 'rejected'
      readonly rejection: MessageRejection
      readonly contents: Uint8Array
      readonly packet: number
    }
  /** Bytes for the v1 framing, from the first that the peer sent (H2). */
  | { readonly type: 'v1'; readonly bytes: Uint8Array }

/** Something to put on the wire, whole and in order. */
export interface OutputChunk {
  readonly kind: 'key' | 'garbage' | 'terminator' | 'packet'
  readonly bytes: Uint8Array
}

/** Counters of one direction. Bytes are bytes on the wire. */
export interface DirectionStats {
  bytes: number
  packets: number
  messages: number
  decoys: number
  decoyBytes: number
  /** How often the keys of this direction have changed. */
  rekeys: number
  /** Packets that the present keys still serve, 224..1; 224 before there are keys. */
  packetsUntilRekey: number
}

export interface TransportStats {
  readonly sent: Readonly<DirectionStats>
  readonly received: Readonly<DirectionStats>
}
