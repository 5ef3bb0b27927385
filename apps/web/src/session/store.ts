/** What the page knows: its sessions, what is selected, and what the bridge offers. */

import type { RandomBytes } from '@v2scope/bip324'
import type { StudyAsk, StudyName } from '@v2scope/eavesdropper'
import type { LabCommand, LabPlan } from '@v2scope/lab'
import type { DecoyScheduleSettings, RecordingLevel, SessionSettings } from '@v2scope/recording'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Screen } from './address.js'
import type { AddressProblem } from './address-problem.js'
import type { BridgeLimits } from './bridge-limits.js'
import type { FromWorker, ToWorker } from './contract.js'
import type { SessionEnvironment } from './environment.js'
import type { NotMade, NotOpened } from './file-problem.js'
import type { Needle } from './find.js'
import type { ByteRange } from './look.js'
import type { SessionView } from './session-view.js'
import type { Stepping, SteppingActions } from './stepping.js'
import { createActions } from './store-actions.js'
import type { ProbeView } from './store-bridge.js'
import { StoreContext } from './store-context.js'
import type { EavesdroppingView, StudyViews } from './store-eavesdropper.js'
import type { SearchView } from './store-find.js'
import { crash, receive } from './store-receive.js'
import type { Target } from './targets.js'
import type { InAddress, Tickets } from './tickets.js'

/** The way to the worker. */
export interface SessionPort {
  post(message: ToWorker): void
  /** Called once. @param onError the worker could not be loaded, or has crashed */
  listen(onMessage: (message: FromWorker) => void, onError: (message: string) => void): void
}

export interface SessionActions extends SteppingActions {
  /**
   * Does what the address of the page asks for: shows a recording, or asks the bridge for its
   * targets and starts a session; nothing, if something else has been opened or started meanwhile.
   * @param hash without a ticket @param ticket whether there was one in it; default: none
   */
  open(hash: string, ticket?: InAddress): Promise<void>
  /**
   * Starts a session and shows it; the present one becomes the previous one.
   * @param hold whether everything that we would send is held from the start
   * @param lab what the Lab does to it; default: it has nothing to do with it
   */
  start(settings: SessionSettings, hold?: boolean, lab?: LabPlan): void
  /** Asks the Lab for something in the present session; refused where it did not start it. */
  labCommand(command: LabCommand): void
  /** Holds what we would send from now on; or lets go of everything that is held, in order. */
  hold(isOn: boolean): void
  /** Lets the next of what is held go. */
  release(): void
  /**
   * A fresh session with the settings of the present one, and with what the Lab did to it. A seed that was given is kept, and gives
   * the same again; one that was made up gives way to another.
   * @param hold whether it is held from the start; default: if the present one is
   */
  again(hold?: boolean): void
  /** Ends the present session; it stays to be looked at. */
  stop(): void
  /**
   * Shows a recording from a file; the present session becomes the previous one.
   * @param instead whether it gives way altogether, and the previous one stays
   */
  openFile(file: Blob, name: string, instead?: boolean): void
  /** As `openFile`, from the page's own origin. @param url relative to the page, or absolute */
  openUrl(url: string, instead?: boolean): Promise<void>
  /**
   * Makes a file of the session that is shown and hands it to the browser. See `SaveView`.
   * @param field id of the field that is chosen in the selected item, such as `3.0.1`
   */
  save(level: RecordingLevel, field?: string): void
  /** Makes a file of these packets of the session that is shown. @param seqs in order */
  exportPackets(format: 'csv' | 'json', seqs: Iterable<number>): void
  /** Sends a message as it is given, right or wrong. @param form of its type; v1 has one of its own */
  sendMessage(messageType: string, payload: Uint8Array, form: 'short' | 'long'): void
  /** Sends a packet with these contents, whatever they are. */
  sendContents(contents: Uint8Array): void
  /** Has more parts of a field of the selected item brought; they join `detail`. */
  askParts(path: readonly number[], from: number): void
  /** Has the innermost fields of bytes [start, end) of the selected item's payload brought. */
  askLeaves(start: number, end: number): void
  /** Has a change of keys brought whole, into `keyEvent`. @param seq of one of `rekeys` */
  askKeyEvent(seq: number): void
  /**
   * Of the session that is shown; undefined selects nothing. Its detail is asked for.
   * @param by `page`: until something is there that the address or the recording asked for
   */
  select(seq: number | undefined, by?: 'reader' | 'page'): void
  ping(): void
  askHeaders(): void
  /** @param size bytes of contents */
  sendDecoy(size: number): void
  scheduleDecoys(schedule: DecoyScheduleSettings | undefined): void
  showPrevious(): void
  showCurrent(): void
  /** S2: only where the present session's failure says that v1 may work, and the user asked for it. */
  tryV1(): void
  /** What the bridge may dial, and what it allows. */
  refreshTargets(): Promise<void>
  refreshLimits(): Promise<void>
  /**
   * Asks what answers there, over a v1 connection of its own, which is not encrypted (S2): only
   * where the user asked for it. See `ProbeView`. @param magic 4 bytes
   */
  probe(peer: string, magic: Uint8Array): void
  endProbe(): void
  /** Looks for bytes in the session that is shown, in place of what was looked for before. */
  find(needle: Needle, scope: ByteRange['view']): void
  /** Looks for the same in what has come since. */
  findOn(): void
  endFind(): void
  /** Has the session that is shown brought as it is from outside, into `eavesdropping`: once, as it is now. */
  eavesdrop(): void
  /** Finds something out, into `studies`; one of the same name that is under way gives way. */
  study(ask: StudyAsk): void
  endStudy(study: StudyName): void
  /** What a link wanted to be looked at is looked at. */
  linkShown(): void
  /** Goes to another screen; the session goes on. */
  goTo(screen: Screen): void
  /** From now on this ticket is shown to the bridge. @returns whether it has the form of one */
  takeTicket(text: string): boolean
  forgetTicket(): void
}

/** A recording that is being opened. */
export type OpeningView =
  | { readonly state: 'none' }
  | { readonly state: 'reading'; readonly name: string }
  | ({ readonly state: 'refused'; readonly name: string } & NotOpened)

/** A file that is being made of a session. */
export type SaveView =
  | { readonly state: 'none' }
  | { readonly state: 'making' }
  /** @property sha256 64 hex digits; absent for exports of packets */
  | {
      readonly state: 'made'
      readonly name: string
      readonly bytes: number
      readonly sha256?: string
    }
  | ({ readonly state: 'failed' } & NotMade)

export interface SessionStoreState {
  readonly current: SessionView | undefined
  readonly previous: SessionView | undefined
  readonly viewed: 'current' | 'previous'
  readonly screen: Screen
  readonly targets: readonly Target[]
  readonly bridge: 'unknown' | 'present' | 'absent'
  /** Undefined where no bridge tells: not yet, or an older one, or none. */
  readonly limits: BridgeLimits | undefined
  readonly probe: ProbeView | undefined
  /** Whether this tab has a ticket; what it says is nobody's business but the bridge's. */
  readonly hasTicket: boolean
  /** What was wrong with the address of the page. */
  readonly problems: readonly AddressProblem[]
  readonly opening: OpeningView
  readonly saving: SaveView
  /** What is being looked for, if anything is. */
  readonly search: SearchView | undefined
  /** The latest that was brought; look at its `session`. */
  readonly eavesdropping: EavesdroppingView | undefined
  /** By their names, those that have been asked for. */
  readonly studies: StudyViews
  /** Of the session that is shown. */
  readonly stepping: Stepping
  /** The same object for ever. */
  readonly actions: SessionActions
}

export type SessionStore = StoreApi<SessionStoreState>

export interface SessionStoreOptions {
  readonly port: SessionPort
  readonly environment: Pick<SessionEnvironment, 'get' | 'after'>
  /** The address of the page. */
  readonly base: string
  /** Hands a file to the user, to be kept. */
  readonly deliver: (file: Blob, name: string) => void
  /** As `fetch`: the status and what answers; rejects if nothing does. */
  readonly getFile: (url: string) => Promise<{ readonly status: number; readonly file: Blob }>
  readonly tickets: Tickets
  /** Whether sessions are to be computed by the reference (`?cipher=reference`). Default: not. */
  readonly isReferenceAsked?: () => boolean
  /** For seeds that nobody gave. */
  readonly random: RandomBytes
  /** Whether the handshake of a session plays when it is opened; not where motion is unwelcome. */
  readonly plays?: () => boolean
}

/** The session that is shown. */
export const viewedSession = (
  state: Pick<SessionStoreState, 'current' | 'previous' | 'viewed'>,
): SessionView | undefined =>
  state.viewed === 'previous' && state.previous ? state.previous : state.current

export function createSessionStore(options: SessionStoreOptions): SessionStore {
  return createStore<SessionStoreState>((_set, _get, api) => ({
    current: undefined,
    previous: undefined,
    viewed: 'current',
    screen: 'session',
    targets: [],
    bridge: 'unknown',
    limits: undefined,
    probe: undefined,
    hasTicket: options.tickets.get() !== undefined,
    problems: [],
    opening: { state: 'none' },
    saving: { state: 'none' },
    search: undefined,
    eavesdropping: undefined,
    studies: {},
    stepping: { run: 'no', speed: 1 },
    actions: createActions(listeningContext(options, api)),
  }))
}

function listeningContext(options: SessionStoreOptions, store: SessionStore): StoreContext {
  const context = new StoreContext(options, store)
  options.port.listen(
    (message) => receive(context, message),
    (message) => crash(context, message),
  )
  return context
}
