/** What the page and its worker say to each other. All of it is structured-cloneable. */

import type {
  EcdhComputed,
  KeyEvent,
  KeysDerived,
  NetworkName,
  Phase,
  Rekeyed,
  Role,
  TransportKind,
  TransportStats,
  Waiting,
} from '@v2scope/bip324'
import type { FieldSpan } from '@v2scope/messages'
import type { Failure, SessionEvent } from '@v2scope/peer'

/** The peer that lives in the worker itself; any other name is a target of the bridge. */
export const SIMULATED = 'simulated'

export interface SessionSettings {
  /** `simulated`, or the name of a target, such as `demo`. */
  readonly peer: string
  readonly network: NetworkName | 'custom'
  /** 4 bytes. */
  readonly magic: Uint8Array
  /** Bytes of garbage, 0..4095; undefined: random. */
  readonly garbage: number | undefined
  /** Decoys before our version packet. */
  readonly decoys: number
  /** Seconds from connecting to the peer's verack; S4's 60 if absent. */
  readonly timeout?: number
  /** Ours. `responder` only where the peer is simulated. */
  readonly role: Role
  /** v1, which is not encrypted, only where the user asked for it (S2). */
  readonly transport: 'v2' | 'v1'
}

/** An event and when it happened, in ms from the start of the session. */
export type TimedEvent = SessionEvent & { readonly time: number }

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
  /** The message type, where it is a message; else as `kind`. */
  readonly label: string
  /** Bytes on the wire. */
  readonly wireBytes: number
  /** The first bytes on the wire in hex, at most 8 bytes. */
  readonly preview: string
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
}

/** What ended a session. `row` is empty where no row of the protocol is about it (the relay's codes). */
export interface SessionFailure extends Omit<Failure, 'code'> {
  /** Of the transport, of the peer, of the relay (`RELAY_4502`), or of the page (`NO_BRIDGE`). */
  readonly code: string
  /** What to do, in one or two sentences. */
  readonly advice: string
  /** S2: a connection that is not encrypted may work. */
  readonly v1MayWork: boolean
  /** After which item of the wire; -1 before the first. */
  readonly afterSeq: number
}

export type SessionState =
  | 'connecting'
  | 'handshake'
  | 'established'
  | 'ready'
  | 'failed'
  | 'closed'

/** Why something that was asked for did not happen. The session goes on. */
export interface SessionNotice {
  /** Counts the notices of a session from 1: the same words twice are two notices. */
  readonly id: number
  /** Of `LocalErrorCode`, or `NOT_READY`, `SESSION_OVER`, `UNEXPECTED`. */
  readonly code: string
  readonly text: string
}

/** How a session stands; sent whole with every batch. */
export interface SessionStatus {
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
  /** Addresses of the TCP connection behind the relay: the bridge's own, and the target's. */
  readonly local?: string
  readonly remote?: string
  /** Bytes of payload that had to be dropped, oldest first, to stay within 64 MiB. */
  readonly droppedBytes: number
  /** Decoys on a schedule. */
  readonly decoySchedule?: DecoyScheduleSettings
  /** The latest that there was to say; it stays. */
  readonly notice?: SessionNotice
  /** 64 hex digits: what a simulated peer says that its session id is. */
  readonly peerReportedSessionId?: string
  /** Where the state is `closed`: whose doing it was. */
  readonly closedBy?: 'us' | 'peer'
}

export interface DecoyScheduleSettings {
  readonly everyMs: number
  readonly size: number
}

/** Events that the key schedule shows, whole. */
export type KeyScheduleEvent = KeyEvent | EcdhComputed | KeysDerived | Rekeyed

export type ToWorker =
  /** Ends the session before it, and starts one. @param relayUrl ws://…/relay/NAME, for targets */
  | {
      readonly type: 'start'
      readonly session: number
      readonly settings: SessionSettings
      readonly relayUrl: string
    }
  | { readonly type: 'stop' }
  | { readonly type: 'ping' }
  | { readonly type: 'ask_headers' }
  | { readonly type: 'send_decoy'; readonly size: number }
  | { readonly type: 'schedule_decoys'; readonly schedule: DecoyScheduleSettings | undefined }
  /** Answered by `detail`. Sessions: the present one and the one before it. */
  | { readonly type: 'detail'; readonly session: number; readonly seq: number }

export type FromWorker =
  | {
      readonly type: 'batch'
      readonly session: number
      readonly items: readonly WireItem[]
      readonly keyEvents: readonly KeyScheduleEvent[]
      readonly status: SessionStatus
    }
  | {
      readonly type: 'detail'
      readonly session: number
      readonly seq: number
      readonly detail: ItemDetail | undefined
    }

/** All there is to know of one item; undefined where its bytes have been dropped. */
export interface ItemDetail {
  readonly event: TimedEvent
  /** Of a message: the fields of its payload (offsets in the payload), or why there are none. */
  readonly decoded?:
    | { readonly fields: readonly FieldSpan[]; readonly summary: string }
    | { readonly error: string; readonly offset: number }
}
