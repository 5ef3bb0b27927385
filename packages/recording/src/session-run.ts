/** One side of a session: a peer, the way to it and the clock, and what happens told as events. */

import { noStats, type Phase, type TransportStats, toHex } from '@v2scope/bip324'
import { describeServices } from '@v2scope/messages'
import { Peer, type PeerEvent, type SessionEvent } from '@v2scope/peer'
import type { Connection, ConnectionHandlers } from './connection.js'
import {
  type DecoyScheduleSettings,
  refusalOf,
  runCommand,
  type SessionCommand,
} from './session-command.js'
import { type FailureCause, toSessionFailure } from './session-failure.js'
import type { SessionSettings } from './session-settings.js'
import type { SessionFailure, SessionStanding, SessionState } from './session-status.js'
import type { SessionWorld } from './session-world.js'
import { joined } from './slow-wire.js'
import { TickTimer } from './tick-timer.js'
import type { TimedEvent } from './timed-event.js'

/** With more than this waiting to be sent, in bytes, nothing is sent that a timer asks for. */
const CONGESTED = 4 * 1024 * 1024
const CONGESTED_WAIT_MS = 50

export interface SessionRunOptions {
  readonly settings: SessionSettings
  readonly world: SessionWorld
  readonly connect: (handlers: ConnectionHandlers) => Connection
  /** Takes each event as it happens, secrets included. */
  readonly onEvent: (event: TimedEvent) => void
  /** Takes what the peer tells of its doings. */
  readonly onPeerEvent?: (event: PeerEvent) => void
  /** How the session stands may have changed. */
  readonly onChange: () => void
}

/** Why something that was asked for did not happen. The session goes on. */
export interface Refusal {
  /** Of `LocalErrorCode`, or `NOT_READY`, `SESSION_OVER`, `UNEXPECTED`. */
  readonly code: string
  readonly text: string
}

export class SessionRun {
  readonly #options: SessionRunOptions
  readonly #connection: Connection
  readonly #ticks: TickTimer
  readonly #v1Stats = { sent: noStats(), received: noStats() }
  #peer: Peer | undefined
  #startedAt = 0
  /** What comes of the same bytes, or of the same command, happens at one time. */
  #happensAt = 0
  #lastSeqOnWire = -1
  #phase: Phase = 'key exchange'
  #addresses: { readonly local?: string; readonly remote?: string } = {}
  #failure: SessionFailure | undefined
  #closedBy: 'us' | 'peer' | undefined
  #schedule: DecoyScheduleSettings | undefined

  constructor(options: SessionRunOptions) {
    this.#options = options
    this.#ticks = new TickTimer(options.world, () => this.#tick())
    this.#connection = options.connect(this.#handlers())
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

  /** How the session stands now. @param droppedBytes see `SessionStanding` */
  standing(droppedBytes: number): SessionStanding {
    const { settings } = this.#options
    const peer = this.#peer
    const reported = this.#connection.peerReportedSessionId
    const transport = peer?.transport ?? (settings.transport === 'v1' ? 'v1' : 'detecting')
    return {
      state: this.#state(),
      phase: this.#phase,
      transport,
      ...(peer && peerStanding(peer, transport === 'v1' ? this.#v1Stats : undefined)),
      ...(this.#failure && { failure: this.#failure }),
      ...(this.#closedBy && { closedBy: this.#closedBy }),
      ...this.#addresses,
      droppedBytes,
      ...(reported !== undefined && { peerReportedSessionId: reported }),
    }
  }

  #state(): SessionState {
    if (this.#failure) return 'failed'
    if (this.#closedBy) return 'closed'
    switch (this.#peer?.state) {
      case undefined:
        return 'connecting'
      case 'connecting':
        return 'handshake'
      case 'transport':
        return 'established'
      default:
        return this.#peer?.state ?? 'connecting'
    }
  }

  #try(command: SessionCommand): Refusal | undefined {
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
    const { settings, world } = this.#options
    this.#startedAt = this.#happensAt
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
        random: world.random,
        now: () => world.now(),
        unixTime: () => world.unixTime(),
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
    this.#options.onPeerEvent?.(event)
  }

  #record(event: SessionEvent): void {
    if (event.type === 'state_changed') this.#phase = event.phase
    if (event.direction !== 'local' && event.bytes.length > 0) this.#lastSeqOnWire = event.seq
    if (event.type === 'v1_message' && event.direction !== 'local') {
      const counts = this.#v1Stats[event.direction]
      counts.bytes += event.bytes.length
      counts.packets += 1
      counts.messages += 1
    }
    this.#options.onEvent({ ...event, time: this.#since(this.#happensAt) })
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
    const { transport } = this.#options.settings
    this.#failure = toSessionFailure(cause, transport, this.#lastSeqOnWire)
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
}

/** @param v1Stats where no transport counts */
function peerStanding(
  { sessionId, latency, peerVersion, waiting, stats }: Peer,
  v1Stats: TransportStats | undefined,
): Partial<SessionStanding> {
  const counted = v1Stats ?? stats
  return {
    ...(counted && {
      stats: { sent: { ...counted.sent }, received: { ...counted.received } },
    }),
    ...(sessionId && { sessionId: toHex(sessionId) }),
    ...(waiting && waiting.bytes > 0 && { waiting }),
    ...(latency && { latencyMs: latency.last }),
    ...(peerVersion && {
      peerVersion: {
        userAgent: peerVersion.userAgent,
        version: peerVersion.version,
        services: describeServices(peerVersion.services),
        startHeight: peerVersion.startHeight,
      },
    }),
  }
}
