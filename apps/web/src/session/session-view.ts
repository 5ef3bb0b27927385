/** A session as the page has it. */

import type { Rekeyed } from '@v2scope/bip324'
import type { LabPlan } from '@v2scope/lab'
import type { SessionSettings } from '@v2scope/recording'
import type { ItemDetail } from './detail.js'
import { GrowingList } from './growing-list.js'
import { ItemList } from './item-list.js'
import { LinkTable } from './link-table.js'
import type { Look } from './look.js'
import type { PeerReport } from './peer-report.js'
import type {
  KeyScheduleEvent,
  PhaseChange,
  RecordingFacts,
  Rekey,
  SessionStatus,
} from './status.js'

/** What is known of the item that is selected. */
export type DetailView =
  | { readonly state: 'none' }
  | { readonly state: 'asking' }
  | { readonly state: 'there'; readonly detail: ItemDetail }
  /** Its bytes had to go, to stay within the bound of memory. */
  | { readonly state: 'dropped' }

/** The change of keys that was asked for last. */
export type KeyEventView =
  | { readonly state: 'none' }
  | { readonly state: 'asking'; readonly seq: number }
  | { readonly state: 'there'; readonly seq: number; readonly event: Rekeyed }
  /** It had to go, to stay within the bound of memory. */
  | { readonly state: 'dropped'; readonly seq: number }

export interface SessionView {
  readonly id: number
  /** Present where this is a recording: nothing can be sent, and some of it may be left out. */
  readonly recording: RecordingFacts | undefined
  /** Where the recording was fetched, as it was asked for; undefined for a file of the user's. */
  readonly recordingUrl: string | undefined
  readonly settings: SessionSettings
  /** What the Lab did to it from its start; undefined: it had nothing to do with it. */
  readonly lab: LabPlan | undefined
  /** A new list, over the same memory, with every batch that brings items. */
  readonly items: ItemList
  /** Of the handshake: a few. */
  readonly keyEvents: readonly KeyScheduleEvent[]
  /** Both ciphers of a direction change their keys at once: two for each change. */
  readonly rekeys: GrowingList<Rekey>
  readonly keyEvent: KeyEventView
  /** A few. */
  readonly states: readonly PhaseChange[]
  readonly status: SessionStatus
  readonly peerReport: PeerReport
  /** `seq` of the item that is selected. */
  readonly selected: number | undefined
  readonly detail: DetailView
  /** What a link, or the recording itself, wants to be looked at in it; until it has been shown. */
  readonly link: Look | undefined
  /** The next piece that Hold lets go; its detail is brought at once. */
  readonly nextHeld: { readonly id: number; readonly detail: ItemDetail | undefined } | undefined
  /**
   * The session is looked at as it stood after the step with this `seq`; -1: before the first.
   * undefined: at its end, following what happens.
   */
  readonly cursor: number | undefined
  /** A new one with every batch that brings items. */
  readonly links: LinkTable
  /** `seq` of the last event that has been saved to a file; -1 before. */
  readonly savedUntil: number
}

export const NO_DETAIL: DetailView = { state: 'none' }

/** A session that has been asked for, before the worker has said anything of it. */
export const newSession = (id: number, settings: SessionSettings, lab?: LabPlan): SessionView => ({
  id,
  recording: undefined,
  recordingUrl: undefined,
  settings,
  lab,
  items: ItemList.empty(),
  keyEvents: [],
  rekeys: GrowingList.empty(),
  keyEvent: { state: 'none' },
  states: [],
  status: {
    state: 'connecting',
    phase: 'key exchange',
    transport: settings.transport === 'v1' ? 'v1' : 'detecting',
    droppedBytes: 0,
  },
  peerReport: { state: 'none' },
  selected: undefined,
  link: undefined,
  detail: NO_DETAIL,
  nextHeld: undefined,
  cursor: undefined,
  links: LinkTable.empty(),
  savedUntil: -1,
})
