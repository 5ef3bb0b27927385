/** How a session stands, and what happened in it beside its items. */

import type {
  Core,
  EcdhComputed,
  KeyEvent,
  KeysDerived,
  Phase,
  Rekeyed,
  TransportKind,
} from '@v2scope/bip324'
import type { LabStanding } from '@v2scope/lab'
import type {
  DecoyScheduleSettings,
  RecordingLevel,
  Refusal,
  SessionStanding,
} from '@v2scope/recording'
import type { HoldView } from './item.js'
import type { RelayBounds } from './relay-opening.js'

/** Why something that was asked for did not happen. The session goes on. */
export interface SessionNotice extends Refusal {
  /** Counts the notices of a session from 1: the same words twice are two notices. */
  readonly id: number
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
