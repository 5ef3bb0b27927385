/** A session from outside: the stream as it is, beside the same messages as v1. */

import type { ByteStatistics } from '../statistics/byte-statistics.js'
import type { SegmentSample } from './segments.js'

export interface Eavesdropping {
  /**
   * `v1`: nothing is encrypted, both streams are the same; `v2`; `detecting`: nothing is known yet.
   */
  readonly transport: 'v1' | 'v2' | 'detecting'
  /** Of the session, in ms from its start: when this was made. */
  readonly time: number
  readonly segments: SegmentSample
  readonly stream: StreamRows
  readonly savings: Savings
  /** Both directions in the order of the wire, the newest of it; undefined where there are no bytes. */
  readonly statistics: {
    readonly wire: ByteStatistics | undefined
    /** The messages in it, as v1; undefined where none is known. */
    readonly v1: ByteStatistics | undefined
  }
}

/** The beginning of the stream, and its end: what is between is left out where there is much. */
export interface StreamRows {
  readonly first: readonly StreamRow[]
  readonly newest: readonly StreamRow[]
  /** Rows between the two. */
  readonly leftOut: number
}

/** One thing on the wire, and the same as v1. */
export interface StreamRow {
  /** Of its event: the Session screen knows it by this. */
  readonly seq: number
  /** In ms from the start of the session. */
  readonly time: number
  readonly direction: 'sent' | 'received'
  /** As the list of packets names it; the observer does not know it. */
  readonly kind:
    | 'key'
    | 'garbage'
    | 'terminator'
    | 'decoy'
    | 'version packet'
    | 'message'
    | 'v1 message'
    | 'rejected'
    | 'unread bytes'
    | 'not understood'
  /** The message type, where it is a message; else as `kind`. */
  readonly label: string
  /** As it crossed the wire. */
  readonly wire: RowBytes
  /**
   * The same as v1, which in a v1 session is the same bytes; undefined where v1 has nothing of the
   * kind, or where what it is isn't known.
   */
  readonly v1: (RowBytes & { readonly spans: readonly TellingSpan[] }) | undefined
}

export interface RowBytes {
  /** The first, at most `ROW_BYTES`. */
  readonly bytes: Uint8Array
  /** How many there are in all. */
  readonly length: number
}

/** What is sent of one row, in bytes; the rest is counted. */
export const ROW_BYTES = 192

/** Bytes [start, end) of a row that tell something to who only looks. They do not overlap. */
export interface TellingSpan {
  readonly start: number
  readonly end: number
  readonly what: /** Of the network. */
    | 'magic'
    /** The message type in ASCII. */
    | 'command'
    /** How long the payload is. */
    | 'length'
    /** An IP address, and its port. */
    | 'address'
    /** Readable ASCII, such as a user agent. */
    | 'text'
    /** A hash that names a block or a transaction. */
    | 'hash'
  /** In words: `regtest`, `version`, `127.0.0.1:18444`, `/v2scope:0.1.0/`; undefined for a hash. */
  readonly text?: string
}

/**
 * Bytes on the wire of the whole session so far, by what they are. In a v1 session it is v2 that is
 * reckoned: the same messages with their short ids, without a handshake and decoys.
 */
export interface Savings {
  readonly rows: readonly SavingsRow[]
  readonly v2Bytes: number
  readonly v1Bytes: number
}

export interface SavingsRow {
  /**
   * - `handshake`: keys, garbage, terminators and version packets of both sides, 100 bytes a side
   *   beside the garbage; v1 has no such thing
   * - `decoy`: nor this
   * - `unread`: what can't be told apart, in a recording of the wire alone or after a failure
   */
  readonly kind: 'handshake' | 'decoy' | 'message' | 'rejected' | 'unread'
  /** The message type, where it is a message; else as `kind`. */
  readonly label: string
  readonly count: number
  readonly v2Bytes: number
  /** Undefined where v1 has nothing of the kind. */
  readonly v1Bytes: number | undefined
  /** Of the handshake: what of it is garbage. */
  readonly garbageBytes?: number
}
