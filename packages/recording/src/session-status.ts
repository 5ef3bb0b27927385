/** How a session stands. */

import type { Phase, TransportKind, TransportStats, Waiting } from '@v2scope/bip324'

export type SessionState =
  | 'connecting'
  | 'handshake'
  | 'established'
  | 'ready'
  | 'failed'
  | 'closed'

/** What ended a session. `row` is empty where no row of the protocol is about it (the relay's codes). */
export interface SessionFailure {
  /** Of the transport, of the peer, of the relay (`RELAY_4502`), or of the page (`NO_BRIDGE`). */
  readonly code: string
  readonly row: string
  readonly message: string
  /** In the received stream, in bytes. */
  readonly offset?: number
  /** S2: a connection that is not encrypted may work. */
  readonly v1MayWork: boolean
  /** After which item of the wire (its `seq`); -1 before the first. */
  readonly afterSeq: number
}

/** What is true of a session at one moment, and is kept in its recording. */
export interface SessionStanding {
  readonly state: SessionState
  readonly phase: Phase
  readonly transport: TransportKind
  /** 64 hex digits, once the transport is v2 (S3). */
  readonly sessionId?: string
  readonly stats?: TransportStats
  /** What has begun to come in and isn't whole yet. */
  readonly waiting?: Waiting
  /** The last ping, in ms. */
  readonly latencyMs?: number
  readonly peerVersion?: {
    readonly userAgent: string
    readonly version: number
    readonly services: readonly string[]
    readonly startHeight: number
  }
  readonly failure?: SessionFailure
  /** Where the state is `closed`: whose doing it was. */
  readonly closedBy?: 'us' | 'peer'
  /** Addresses of the TCP connection behind the relay: the bridge's own, and the target's. */
  readonly local?: string
  readonly remote?: string
  /** Bytes of payload that had to be dropped, oldest first, to stay within the bound of memory. */
  readonly droppedBytes: number
  /** 64 hex digits: what a peer that could be asked said that its session id is. */
  readonly peerReportedSessionId?: string
}
