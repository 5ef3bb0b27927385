/** One side of a session: a peer, the way to it and the clock, and what happens told as events. */

import type { Core, TransportStats } from '@v2scope/bip324'
import { CLOSED_IN_VERSION_HANDSHAKE, Peer, type PeerEvent } from '@v2scope/peer'
import type { Connection, ConnectionHandlers } from './connection.js'
import { type HoldStatus, MOST_HELD_TOLD } from './hold-status.js'
import { Outlet } from './outlet.js'
import {
  type DecoyScheduleSettings,
  refusalOf,
  runCommand,
  type SessionCommand,
} from './session-command.js'
import type { RefusalCode } from './session-error-code.js'
import { type FailureCause, toSessionFailure } from './session-failure.js'
import type { Connect, LayerMaker, SessionLayer, Tap } from './session-layer.js'
import type { SessionSettings } from './session-settings.js'
import { peerStanding, stateOf } from './session-standing.js'
import type { SessionFailure, SessionStanding, SessionState } from './session-status.js'
import type { SessionWorld } from './session-world.js'
import { TickTimer } from './tick-timer.js'
import type { TimedEvent } from './timed-event.js'
import { tapped, type WireSegment } from './wire-tap.js'

/** With more than this waiting to be sent, in bytes, nothing is sent that a timer asks for. */
const CONGESTED = 4 * 1024 * 1024
const CONGESTED_WAIT_MS = 50
const SECOND = 1000

export interface SessionRunOptions {
  readonly settings: SessionSettings
  readonly world: SessionWorld
  /** Whether everything that we would send is held from the start. Default: not. */
  readonly hold?: boolean
  readonly connect: Connect
  /** What computes keys and packets. Default: `REFERENCE_CORE`. */
  readonly core?: Core | undefined
  /** What stands between us and the peer. Default: nothing. */
  readonly layer?: LayerMaker | undefined
  /** Takes each event as it happens, secrets included. */
  readonly onEvent: (event: TimedEvent) => void
  /** Takes what the peer tells of its doings. */
  readonly onPeerEvent?: (event: PeerEvent) => void
  /** Takes each chunk of the wire, as who listens to us sees it. */
  readonly onSegment?: ((segment: WireSegment) => void) | undefined
  /** How the session stands may have changed. */
  readonly onChange: () => void
}

/** Why something that was asked for did not happen. The session goes on. */
export interface Refusal {
  readonly code: RefusalCode
  readonly text: string
}

const TOO_MUCH_HELD: Refusal = {
  code: 'TOO_MUCH_HELD',
  text: 'So much is being held that no more is taken; let some of it go.',
}

const TOO_MUCH_WAITS: Refusal = {
  code: 'TOO_MUCH_WAITS',
  text: 'So much waits for its turn that no more is taken; let more go at a time, or wait.',
}

export class SessionRun {
  readonly #options: SessionRunOptions
  readonly #connection: Connection
  readonly #ticks: TickTimer
  readonly #outlet: Outlet
  readonly #layer: SessionLayer | undefined
  #peer: Peer | undefined
  #startedAt = 0
  /** In ms from 1970. */
  #openedAt = 0
  /** What comes of the same bytes, or of the same command, happens at one time. */
  #happensAt = 0
  #addresses: { readonly local?: string; readonly remote?: string } = {}
  #failure: SessionFailure | undefined
  #closedBy: 'us' | 'peer' | undefined
  /** When it ended: what was held then never goes out. */
  #lastStats: TransportStats | undefined
  #schedule: DecoyScheduleSettings | undefined

  constructor(options: SessionRunOptions) {
    this.#options = options
    this.#layer = options.layer?.(options.world, options.onChange)
    this.#layer?.attach(this)
    this.#ticks = new TickTimer(options.world, () => this.#tick())
    this.#outlet = new Outlet({
      hold: options.hold ?? false,
      send: (bytes) => this.#connection.send(bytes),
      onEvent: (event) => {
        options.onEvent(event)
        this.#layer?.onEvent(event)
      },
      onPingLeft: (nonce) => this.#peer?.pingLeft(nonce),
      time: () => this.#since(this.#happensAt),
    })
    const tap: Tap = (way) => this.#tapped(way)
    const connect = this.#layer?.between(options.connect, tap) ?? tap(options.connect)
    this.#connection = connect(this.#handlers())
  }

  get isOver(): boolean {
    return this.#failure !== undefined || this.#closedBy !== undefined
  }

  /** Decoys on a schedule, while there are. */
  get decoySchedule(): DecoyScheduleSettings | undefined {
    return this.#schedule
  }

  /** In ms from the start of the session, to the microsecond. */
  get time(): number {
    return this.#peer ? this.#since(this.#options.world.now()) : 0
  }

  start(): void {
    this.#act(() => this.#connection.open())
  }

  /** Ends it from our side. */
  stop(): void {
    if (!this.isOver) this.#close('us')
  }

  /** @returns why it was not done, where it was not */
  run(command: SessionCommand): Refusal | undefined {
    let refusal: Refusal | undefined
    this.#act(() => {
      refusal = this.#try(command)
    })
    return refusal
  }

  /** Whether something waits for the reader to let it go. */
  get isHolding(): boolean {
    return this.#outlet.gate.count > 0
  }

  get isHoldOn(): boolean {
    return this.#outlet.gate.isOn
  }

  /** What is being kept from the wire. */
  get hold(): HoldStatus {
    const { gate, hasSentVerack } = this.#outlet
    const isAwaited = this.#peer && !hasSentVerack && !this.isOver
    return {
      isOn: gate.isOn,
      count: gate.count,
      bytes: gate.bytes,
      first: this.#outlet.held(MOST_HELD_TOLD),
      ...(isAwaited && { peerWaitsSince: this.#openedAt }),
    }
  }

  /** How the session stands now. @param droppedBytes see `SessionStanding` */
  standing(droppedBytes: number): SessionStanding {
    const { settings } = this.#options
    const peer = this.#peer
    const reported = this.#connection.peerReportedSessionId
    const transport = peer?.transport ?? (settings.transport === 'v1' ? 'v1' : 'detecting')
    return {
      state: this.#state(),
      phase: this.#outlet.phase,
      transport,
      ...(peer && peerStanding(peer, this.#lastStats ?? this.#stats(peer))),
      ...(this.#failure && { failure: this.#failure }),
      ...(this.#closedBy && { closedBy: this.#closedBy }),
      ...this.#addresses,
      droppedBytes,
      ...(reported !== undefined && { peerReportedSessionId: reported }),
    }
  }

  /** Of what is on the wire. */
  #stats(peer: Peer): TransportStats | undefined {
    const { gate, v1Stats } = this.#outlet
    if (peer.transport === 'v1') return v1Stats
    return gate.count > 0 && peer.stats ? gate.withoutHeld(peer.stats) : peer.stats
  }

  #state(): SessionState {
    if (this.#failure) return 'failed'
    if (this.#closedBy) return 'closed'
    return stateOf(this.#peer?.state, this.#outlet.hasSentVerack)
  }

  #try(command: SessionCommand): Refusal | undefined {
    // where a session is over, or its connection still to be opened, it holds nothing yet
    if (command.type === 'hold') {
      this.#outlet.hold(command.isOn)
      return undefined
    }
    if (this.isOver) return { code: 'SESSION_OVER', text: 'This session is over; start another.' }
    if (!this.#peer) return { code: 'NOT_READY', text: 'The connection is not open yet.' }
    if (command.type === 'release') {
      this.#outlet.release(command.count ?? 1)
      return undefined
    }
    if (command.type !== 'schedule_decoys') {
      if (this.#outlet.gate.isFull) return TOO_MUCH_HELD
      if (this.#layer?.isFull) return TOO_MUCH_WAITS
    }
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

  #tapped(connect: Connect): Connect {
    const { onSegment } = this.#options
    if (!onSegment) return connect
    return tapped(connect, (direction, bytes) => onSegment({ direction, bytes, time: this.time }))
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
    const { settings, world, core } = this.#options
    this.#startedAt = this.#happensAt
    this.#openedAt = world.unixTime() * SECOND
    try {
      this.#peer = new Peer({
        role: settings.role,
        magic: settings.magic,
        transport: this.#layer?.weSpeak ?? settings.transport,
        makeTransport: this.#layer?.ourTransport,
        core,
        ...(settings.garbage !== undefined && { garbageLength: settings.garbage }),
        handshakeDecoys: settings.decoys,
        ...(settings.timeout !== undefined && {
          timeouts: { handshakeMs: settings.timeout * 1000 },
        }),
        random: world.random,
        now: () => world.now(),
        unixTime: () => world.unixTime(),
        trace: (event) => this.#outlet.take(event),
        mayAnswer: () => !this.#outlet.gate.isFull && !this.#layer?.isFull,
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
    if (event.type === 'closed') this.#peerClosed()
    if (event.type === 'v1') this.#schedule = undefined
    this.#layer?.onPeerEvent(event)
    this.#options.onPeerEvent?.(event)
  }

  /** A peer that never had our verack, because it was held, has not been ready. */
  #peerClosed(): void {
    if (this.#outlet.hasSentVerack) this.#close('peer')
    else this.#fail(CLOSED_IN_VERSION_HANDSHAKE)
  }

  /** Does something that may change how things stand; then sends what there is to send. */
  #act(action: () => void): void {
    this.#happensAt = this.#options.world.now()
    try {
      action()
      this.#pump()
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      this.#fail({ code: 'UNEXPECTED', row: '', message })
    }
    this.#options.onChange()
  }

  #since(now: number): number {
    return Math.round((now - this.#startedAt) * 1000) / 1000
  }

  #pump(): void {
    const peer = this.#peer
    if (!peer) return
    const output = peer.takeOutput()
    if (this.isOver) return
    this.#outlet.put(output)
    // no time of ours runs out because the reader holds
    if (this.#outlet.gate.count > 0) peer.pause()
    else peer.resume()
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
    const { transport } = this.#options.settings
    this.#failure = toSessionFailure(cause, transport, this.#outlet.lastSeqOnWire)
    this.#end()
  }

  #close(by: 'us' | 'peer'): void {
    if (this.isOver) return
    this.#closedBy = by
    this.#end()
  }

  #end(): void {
    this.#schedule = undefined
    this.#lastStats = this.#peer && this.#stats(this.#peer)
    this.#outlet.drop()
    this.#ticks.stop()
    this.#peer?.close()
    this.#layer?.stop()
    this.#connection.close()
  }
}
