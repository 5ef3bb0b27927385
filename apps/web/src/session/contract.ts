/** What the page and its worker say to each other. All of it is structured-cloneable. */

import type { Rekeyed } from '@v2scope/bip324'
import type { Eavesdropping, Studies, StudyAsk, StudyName } from '@v2scope/eavesdropper'
import type { LabCommand, LabPlan } from '@v2scope/lab'
import type { RecordingLevel, SessionCommand, SessionSettings } from '@v2scope/recording'
import type { FieldPart, ItemDetail, Located } from './detail.js'
import type { NotMade, NotOpened } from './file-problem.js'
import type { FindHit, Needle } from './find.js'
import type { ByteRange } from './look.js'
import type { PackedItems } from './packed-items.js'
import type { ProbeResult } from './probe-result.js'
import type {
  KeyScheduleEvent,
  PhaseChange,
  RecordingFacts,
  Rekey,
  SessionStatus,
} from './status.js'

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
