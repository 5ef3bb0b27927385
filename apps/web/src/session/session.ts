/** One session: a peer, the way to it, the clock, and the log of what happened. */

import type { Phase } from '@v2scope/bip324'
import { Peer, type PeerEvent, type SessionEvent } from '@v2scope/peer'
import type { Connection, ConnectionHandlers } from './connection.js'
import type {
  DecoyScheduleSettings,
  ItemDetail,
  KeyScheduleEvent,
  SessionFailure,
  SessionNotice,
  TimedEvent,
  WireItem,
} from './contract.js'
import { EventLog } from './event-log.js'
import { type FailureCause, toSessionFailure } from './failure-advice.js'
import { FrameGate } from './frame-gate.js'
import { toItemDetail } from './item-detail.js'
import { refusalOf, runCommand, type SessionCommand } from './session-command.js'
import type { SessionOptions } from './session-options.js'
import { toStatus } from './session-status.js'
import { joined } from './slow-wire.js'
import { TickTimer } from './tick-timer.js'
import { V1Tally } from './v1-tally.js'
import { isKeyScheduleEvent, toWireItem } from './wire-item.js'

/** With more than this waiting to be sent, in bytes, nothing is sent that a timer asks for. */
const CONGESTED = 4 * 1024 * 1024
const CONGESTED_WAIT_MS = 50

/** Posts batches until it is over, and answers `detail` afterwards too. */
export class Session {
  readonly id: number
  readonly #options: SessionOptions
  readonly #connection: Connection
  readonly #log: EventLog
  readonly #gate: FrameGate
  readonly #ticks: TickTimer
  readonly #v1Tally = new V1Tally()
  #peer: Peer | undefined
  #startedAt = 0
  #items: WireItem[] = []
  #keyEvents: KeyScheduleEvent[] = []
  #lastItem = -1
  #phase: Phase = 'key exchange'
  #addresses: { readonly local?: string; readonly remote?: string } = {}
  #failure: SessionFailure | undefined
  #closedBy: 'us' | 'peer' | undefined
  #notice: SessionNotice | undefined
  #schedule: DecoyScheduleSettings | undefined

  constructor(options: SessionOptions) {
    this.id = options.id
    this.#options = options
    this.#log = new EventLog(options.logLimit)
    this.#gate = new FrameGate(options.environment, () => this.#flush())
    this.#ticks = new TickTimer(options.environment, () => this.#tick())
    this.#connection = options.connect(this.#handlers())
  }

  get isOver(): boolean {
    return this.#failure !== undefined || this.#closedBy !== undefined
  }

  start(): void {
    this.#act(() => this.#connection.open())
  }

  /** Ends it from our side, and tells how it stood. */
  stop(): void {
    if (!this.isOver) this.#close('us')
    this.#gate.flushNow()
  }

  run(command: SessionCommand): void {
    this.#act(() => {
      const { code, text } = this.#try(command) ?? {}
      if (code === undefined || text === undefined) return
      this.#notice = { id: (this.#notice?.id ?? 0) + 1, code, text }
    })
  }

  /** Undefined where its bytes had to be dropped. */
  detail(seq: number): ItemDetail | undefined {
    const event = this.#log.get(seq)
    return event && toItemDetail(event)
  }

  #try(command: SessionCommand): { readonly code: string; readonly text: string } | undefined {
    if (this.isOver) return { code: 'SESSION_OVER', text: 'This session is over; start another.' }
    if (!this.#peer) return { code: 'NOT_READY', text: 'The connection is not open yet.' }
    try {
      runCommand(command, this.#peer, this.#options.settings)
      if (command.type === 'schedule_decoys') this.#schedule = command.schedule
      return undefined
    } catch (error) {
      const refusal = refusalOf(error)
      if (!refusal) throw error
      return refusal
    }
  }

  #handlers(): ConnectionHandlers {
    const unlessOver = (action: () => void) => {
      if (!this.isOver) this.#act(action)
    }
    return {
      onOpen: (addresses) =>
        unlessOver(() => {
          this.#addresses = addresses
          this.#openPeer()
        }),
      onBytes: (bytes) => unlessOver(() => this.#peer?.receive(bytes)),
      onEnd: () => unlessOver(() => this.#peer?.receiveEnd()),
      onFailure: (failure) => unlessOver(() => this.#fail({ row: '', ...failure })),
      onChange: () => unlessOver(() => {}),
    }
  }

  #openPeer(): void {
    const { settings, environment } = this.#options
    this.#startedAt = environment.now()
    try {
      this.#peer = new Peer({
        role: settings.role,
        magic: settings.magic,
        transport: settings.transport,
        ...(settings.garbage !== undefined && { garbageLength: settings.garbage }),
        handshakeDecoys: settings.decoys,
        ...(settings.timeout !== undefined && {
          timeouts: { handshakeMs: settings.timeout * 1000 },
        }),
        random: environment.random,
        now: () => environment.now(),
        unixTime: () => environment.unixTime(),
        trace: (event) => this.#record(event),
        onEvent: (event) => this.#onPeerEvent(event),
      })
    } catch (error) {
      const refusal = refusalOf(error)
      if (!refusal) throw error
      this.#fail({ code: 'BAD_SETTINGS', row: '', message: refusal.text })
    }
  }

  #onPeerEvent(event: PeerEvent): void {
    if (event.type === 'failed') this.#fail(event.failure)
    if (event.type === 'closed') this.#close('peer')
    if (event.type === 'v1') this.#schedule = undefined
  }

  #record(event: SessionEvent): void {
    const time = this.#options.environment.now() - this.#startedAt
    const timed: TimedEvent = { ...event, time }
    if (timed.type === 'state_changed') this.#phase = timed.phase
    if (isKeyScheduleEvent(timed)) this.#keyEvents.push(timed)
    const item = toWireItem(timed)
    if (!item) return
    this.#log.add(timed)
    this.#v1Tally.add(item)
    this.#items.push(item)
    this.#lastItem = item.seq
  }

  /** Does something that may change how things stand; then sends what there is to send. */
  #act(action: () => void): void {
    try {
      action()
      this.#pump()
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      this.#fail({ code: 'UNEXPECTED', row: '', message })
    }
    this.#gate.poke()
  }

  #pump(): void {
    const peer = this.#peer
    if (!peer) return
    const bytes = joined(peer.takeOutput())
    if (this.isOver) return
    if (bytes.length > 0) this.#connection.send(bytes)
    const congested = this.#connection.backlog > CONGESTED
    this.#ticks.set(peer, congested ? CONGESTED_WAIT_MS : 0)
  }

  #tick(): void {
    this.#act(() => {
      if (this.#connection.backlog <= CONGESTED) this.#peer?.tick()
    })
  }

  #fail(cause: FailureCause): void {
    if (this.isOver) return
    this.#failure = toSessionFailure(cause, this.#options.settings, this.#lastItem)
    this.#end()
  }

  #close(by: 'us' | 'peer'): void {
    if (this.isOver) return
    this.#closedBy = by
    this.#end()
  }

  #end(): void {
    this.#schedule = undefined
    this.#ticks.stop()
    this.#peer?.close()
    this.#connection.close()
  }

  #flush(): void {
    const items = this.#items
    const keyEvents = this.#keyEvents
    this.#items = []
    this.#keyEvents = []
    const { settings, post } = this.#options
    const reported = this.#connection.peerReportedSessionId
    const rest = {
      phase: this.#phase,
      ...this.#addresses,
      droppedBytes: this.#log.droppedBytes,
      ...(this.#failure && { failure: this.#failure }),
      ...(this.#closedBy && { closedBy: this.#closedBy }),
      ...(this.#notice && { notice: this.#notice }),
      ...(this.#schedule && { decoySchedule: this.#schedule }),
      ...(reported !== undefined && { peerReportedSessionId: reported }),
    }
    const status = toStatus(this.#peer, settings.transport, rest, this.#v1Tally.stats())
    post({ type: 'batch', session: this.id, items, keyEvents, status })
  }
}
