/** What the page and its worker say to each other. All of it is structured-cloneable. */

import type {
  Core,
  EcdhComputed,
  KeyEvent,
  KeysDerived,
  Phase,
  Rekeyed,
  TransportKind,
} from '@v2scope/bip324'
import type { Eavesdropping, Studies, StudyAsk, StudyName } from '@v2scope/eavesdropper'
import type { LabCommand, LabPlan, LabStanding } from '@v2scope/lab'
import type { FieldSpan, MessageErrorCode } from '@v2scope/messages'
import type {
  DecoyScheduleSettings,
  HoldStatus,
  RecordingLevel,
  Refusal,
  SessionCommand,
  SessionSettings,
  SessionStanding,
  TimedEvent,
} from '@v2scope/recording'
import type { NotMade, NotOpened } from './file-problem.js'
import type { Needle } from './find.js'
import type { ByteRange } from './look.js'
import type { PackedItems } from './packed-items.js'
import type { ProbeResult } from './probe-result.js'
import type { RelayBounds } from './relay-opening.js'

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

/** Why something that was asked for did not happen. The session goes on. */
export interface SessionNotice extends Refusal {
  /** Counts the notices of a session from 1: the same words twice are two notices. */
  readonly id: number
}

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

/** The bridge's relay below a live session. */
export interface RelayStatus {
  /** In ms from 1970; absent before it is open. */
  readonly openedAt?: number
  /** Absent where the bridge does not tell. */
  readonly bounds?: RelayBounds
  /** That have crossed it, both ways together. */
  readonly bytes: number
  /** Whether any of them was ours. */
  readonly hasSent: boolean
  /** By which the bridge has ended it: 1000 is a FIN of the peer, 4503 a reset. */
  readonly closeCode?: number
}

/** A port of the bridge's that nodes can dial. */
export interface ListeningStatus {
  /** HOST:PORT to dial; absent before the bridge has told it. */
  readonly address?: string
  /** HOST:PORT of those who have dialled and wait to be taken, the first of them first. */
  readonly waiting: readonly string[]
  /** How many have waited in vain since this session began. */
  readonly missed: number
}

/** How a session stands; sent whole with every batch. */
export interface SessionStatus extends SessionStanding {
  /** Decoys on a schedule. */
  readonly decoySchedule?: DecoyScheduleSettings
  /** Absent where nothing can be held: in a recording. */
  readonly hold?: HoldView
  /** Absent where there is no relay: simulated, or recorded. */
  readonly relay?: RelayStatus
  /** Absent where nobody can dial us. */
  readonly listening?: ListeningStatus
  /** What the Lab has made of it; absent where the Lab has nothing to do with it. */
  readonly lab?: LabStanding
  /** What computes keys and packets; absent in a recording. */
  readonly core?: Core['name']
  /** The latest that there was to say; it stays. */
  readonly notice?: SessionNotice
  /** Of a simulated session: nothing was asked for that is not from the seed, so far. */
  readonly isFromSeed?: boolean
  /** All that the seed decides has happened: nothing follows unless it is asked for. */
  readonly isSeedOver?: boolean
}

/** What a recording says of itself, beside what it holds. */
export interface RecordingFacts {
  readonly level: RecordingLevel
  readonly origin: 'live' | 'simulated'
  /** ISO 8601, UTC; absent for a simulated one. */
  readonly startedAt?: string
  readonly application: string
  readonly view?: { readonly selected?: number; readonly field?: string }
}

/** Events that the key schedule shows, whole. */
export type KeyScheduleEvent = KeyEvent | EcdhComputed | KeysDerived

/** A change of keys; the event itself is asked for by `key_event`. */
export interface Rekey extends Pick<Rekeyed, 'seq' | 'of' | 'cipher' | 'epoch'> {
  /** In ms from the start of the session. */
  readonly time: number
}

/** From here on the session is in this phase. */
export interface PhaseChange {
  readonly seq: number
  /** In ms from the start of the session. */
  readonly time: number
  readonly phase: Phase
  readonly transport: TransportKind
}

export type ToWorker =
  /**
   * Ends the session before it, and starts one. @param relayUrl ws://…/relay/NAME, for targets;
   * ws://…/listen, to be dialled
   * @param ticket that lets us in @param hold whether everything that we would send is held from the start
   * @param lab what the Lab does to it; absent: it has nothing to do with it
   * @param cipher what computes; default: the fast core, where it can be had
   */
  | {
      readonly type: 'start'
      readonly session: number
      readonly settings: SessionSettings
      readonly relayUrl: string
      readonly ticket?: string
      readonly hold?: boolean
      readonly lab?: LabPlan
      readonly cipher?: 'reference'
    }
  /**
   * Ends the session before it, and shows a recording. Answered by `opened` or `not_opened`.
   * @param instead in place of the present session: the one before that stays the previous one
   */
  | {
      readonly type: 'open'
      readonly session: number
      readonly file: Blob
      readonly instead?: boolean
    }
  | { readonly type: 'stop' }
  /**
   * Ends the probe before it, and asks what answers at the end of a relay. Answered by `probed`.
   * @param probe each has a number of its own @param magic 4 bytes
   */
  | {
      readonly type: 'probe'
      readonly probe: number
      readonly relayUrl: string
      readonly ticket?: string
      readonly magic: Uint8Array
    }
  | { readonly type: 'end_probe' }
  /** Of a session that the Lab started. */
  | { readonly type: 'lab'; readonly command: LabCommand }
  | SessionCommand
  /** Answered by `detail`. Sessions: the present one and the one before it. */
  | { readonly type: 'detail'; readonly session: number; readonly seq: number }
  /** All there is to know of something that is held. Answered by `held`. */
  | { readonly type: 'held'; readonly session: number; readonly id: number }
  /** More of the parts of a field that has too many to be sent at once. Answered by `parts`. */
  | {
      readonly type: 'parts'
      readonly session: number
      readonly seq: number
      /** From the message's fields down: index in each list; empty: of the message itself. */
      readonly path: readonly number[]
      /** Index of the first one wanted. */
      readonly from: number
    }
  /** Which fields some bytes of a message are in, the innermost. Answered by `leaves`. */
  | {
      readonly type: 'leaves'
      readonly session: number
      readonly seq: number
      /** Bytes [start, end) of the payload. */
      readonly start: number
      readonly end: number
    }
  /** Answered by `key_event`. @param seq of a change of keys */
  | { readonly type: 'key_event'; readonly session: number; readonly seq: number }
  /** Bytes that are looked for in all that is kept. Answered by `found`, until it is done. */
  | {
      readonly type: 'find'
      readonly session: number
      /** Each search has a number of its own. */
      readonly find: number
      readonly needle: Needle
      /** As they crossed the wire, or decrypted. */
      readonly scope: ByteRange['view']
      /** Only in what is later than this `seq`. */
      readonly after: number
      /** How many have been found before. */
      readonly hits: number
    }
  | { readonly type: 'end_find' }
  /** A session from outside, as it is now. Answered by `eavesdropped`. */
  | { readonly type: 'eavesdrop'; readonly session: number }
  /**
   * Finds something out that has nothing to do with a session; one of its name that is under way
   * gives way. Answered by `study`, until it is done. @param id each has a number of its own
   */
  | { readonly type: 'study'; readonly id: number; readonly ask: StudyAsk }
  | { readonly type: 'end_study'; readonly study: StudyName }
  /** Answered by `saved`. @param view what is being looked at @param reported the peer's word for the session id */
  | {
      readonly type: 'save'
      readonly session: number
      readonly level: RecordingLevel
      readonly view: NonNullable<RecordingFacts['view']>
      readonly reported?: string
    }
  /** Answered by `exported`. @param items the packets, in order: the worker keeps no list of them */
  | {
      readonly type: 'export'
      readonly session: number
      readonly format: 'csv' | 'json'
      readonly items: readonly PackedItems[]
    }

export type FromWorker =
  | {
      readonly type: 'batch'
      readonly session: number
      readonly items: readonly PackedItems[]
      readonly keyEvents: readonly KeyScheduleEvent[]
      readonly rekeys: readonly Rekey[]
      readonly states: readonly PhaseChange[]
      readonly status: SessionStatus
    }
  | {
      readonly type: 'detail'
      readonly session: number
      readonly seq: number
      readonly detail: ItemDetail | undefined
    }
  /** @param detail undefined where it is held no more, or is not among the first */
  | {
      readonly type: 'held'
      readonly session: number
      readonly id: number
      readonly detail: ItemDetail | undefined
    }
  /** @param event undefined where it has been dropped */
  | {
      readonly type: 'key_event'
      readonly session: number
      readonly seq: number
      readonly event: Rekeyed | undefined
    }
  | {
      readonly type: 'parts'
      readonly session: number
      readonly seq: number
      readonly path: readonly number[]
      readonly from: number
      readonly parts: readonly FieldPart[]
    }
  | {
      readonly type: 'leaves'
      readonly session: number
      readonly seq: number
      readonly located: Located
    }
  | {
      readonly type: 'found'
      readonly session: number
      readonly find: number
      /** In addition to those that were told before. */
      readonly hits: readonly FindHit[]
      /** `seq` of the last event that was searched. */
      readonly until: number
      /** `full`: there are more than can be gone through. */
      readonly state: 'searching' | 'done' | 'full'
    }
  /** @param eavesdropping undefined where the session is no longer kept */
  | {
      readonly type: 'eavesdropped'
      readonly session: number
      readonly eavesdropping: Eavesdropping | undefined
    }
  /** @param progress 0 to 1, where there is a result @param failure why there will be none */
  | {
      readonly type: 'study'
      readonly id: number
      readonly study: StudyName
      readonly progress: number
      readonly result?: Studies[StudyName]
      readonly failure?: string
    }
  /** The recording is sound: its batches follow. */
  | {
      readonly type: 'opened'
      readonly session: number
      readonly settings: SessionSettings
      readonly facts: RecordingFacts
    }
  | ({ readonly type: 'not_opened'; readonly session: number } & NotOpened)
  /** @param sha256 of the file, 64 hex digits @param untilSeq the last event in it */
  | {
      readonly type: 'saved'
      readonly session: number
      readonly file: Blob
      readonly name: string
      readonly sha256: string
      readonly untilSeq: number
    }
  | {
      readonly type: 'exported'
      readonly session: number
      readonly file: Blob
      readonly name: string
    }
  | { readonly type: 'probed'; readonly probe: number; readonly result: ProbeResult }
  /** Something that was asked for (`save`, `export`) could not be made. */
  | ({ readonly type: 'not_made'; readonly session: number } & NotMade)

/** Where something was found. */
export interface FindHit {
  readonly seq: number
  readonly bytes: ByteRange
}

/** A field of a message, with as many of its parts as are sent at once. */
export interface FieldPart extends Omit<FieldSpan, 'children'> {
  /** The first parts, at most `PARTS_AT_ONCE`. */
  readonly children?: readonly FieldPart[]
  /** Parts further on, as they were asked for: in order, and none next to another or to the first. */
  readonly further?: readonly Portion[]
  /** How many there are in all; absent where all are there. */
  readonly partCount?: number
}

/** Some of the parts of a field. */
export interface Portion {
  /** Index of the first of them. */
  readonly from: number
  readonly parts: readonly FieldPart[]
}

/** A field that has no parts. */
export interface LeafSpan extends Pick<FieldSpan, 'name' | 'start' | 'end'> {
  /** From the message's fields down: index in each list. */
  readonly path: readonly number[]
}

/** The leaves that have bytes in [start, end) of a payload, in order. */
export interface Located {
  readonly start: number
  readonly end: number
  readonly leaves: readonly LeafSpan[]
}

/** Parts of one field that are sent at once; a block has thousands of transactions. */
export const PARTS_AT_ONCE = 100

/** All there is to know of one item; undefined where its bytes have been dropped. */
export interface ItemDetail {
  readonly event: TimedEvent
  /** Of a message: the fields of its payload (offsets in the payload), or why there are none. */
  readonly decoded?:
    | {
        /** The first fields, at most `PARTS_AT_ONCE`. */
        readonly fields: readonly FieldPart[]
        /** Fields further on; see `FieldPart`. */
        readonly further?: readonly Portion[]
        /** What is known of bytes whose fields have not been asked for. */
        readonly located?: readonly Located[]
        /** How many there are in all; absent where all are there. */
        readonly fieldCount?: number
        readonly summary: string
      }
    | { readonly error: MessageErrorCode; readonly field: string; readonly offset: number }
}
