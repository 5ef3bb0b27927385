/** One fault in a session, from its plan to what came of it: decided by what is observed alone. */

import type { PeerEvent } from '@v2scope/peer'
import type { LayeredRun, SessionWorld, TimedEvent } from '@v2scope/recording'
import type { FaultPlan } from './fault-plan.js'
import type { FaultFailure, FaultStanding, Outcome, WaitsFor, WireDeed } from './fault-standing.js'
import { type PingPong, pingPong } from './ping-pong.js'

/** So long nothing is answered before it is called a stall, in ms; and so many times the latest latency. */
export const STALL_MS = 3000
const LATENCIES = 10
/** Before it is asked whether an answer still comes: what has been done goes out first. */
const PROBE_MS = 20

/** Somebody's patience ended: that it stalled has been so before. */
const TIMEOUTS: ReadonlySet<string> = new Set([
  'HANDSHAKE_TIMEOUT',
  'VERSION_TIMEOUT',
  'PEER_SILENT',
  'PING_TIMEOUT',
])

export interface FaultCaseOptions {
  readonly plan: FaultPlan
  readonly world: SessionWorld
  readonly run: () => LayeredRun | undefined
  /** While it has not happened: for what it waits. */
  readonly waitsFor: () => WaitsFor
  /** Whether nothing is kept back on the wire that goes on by itself. */
  readonly isIdle: () => boolean
  /** In ms; undefined before the first. */
  readonly latency: () => number | undefined
  readonly onChange: () => void
}

export class FaultCase {
  readonly #options: FaultCaseOptions
  #happenedAt: number | undefined
  #done: WireDeed | undefined
  #outcome: Outcome | undefined
  #noticedBy: 'us' | 'peer' | undefined
  #failure: FaultFailure | undefined
  /** Pings that left after it had happened. */
  readonly #pings = new Set<bigint>()
  #hasAsked = false
  #isStopped = false
  #cancelStall: (() => void) | undefined
  #cancelProbe: (() => void) | undefined

  constructor(options: FaultCaseOptions) {
    this.#options = options
  }

  get isWaiting(): boolean {
    return this.#happenedAt === undefined
  }

  get standing(): FaultStanding {
    const { plan, waitsFor } = this.#options
    if (this.#happenedAt === undefined) return { plan, state: 'waiting', waitsFor: waitsFor() }
    return {
      plan,
      state: this.#outcome || this.#isStopped ? 'over' : 'watching',
      happenedAt: this.#happenedAt,
      ...(this.#done && { done: this.#done }),
      ...(this.#outcome && { outcome: this.#outcome }),
      ...(this.#noticedBy && { noticedBy: this.#noticedBy }),
      ...(this.#failure && { failure: this.#failure }),
    }
  }

  /** It has been done, or more of it. @param deed to the wire */
  happened(deed?: WireDeed): void {
    if (deed) this.#done = deed
    if (this.isWaiting) {
      this.#happenedAt = this.#options.run()?.time ?? 0
      this.#askSoon()
      this.#watch()
    }
    this.#options.onChange()
  }

  onEvent(event: TimedEvent): void {
    if (this.isWaiting) return
    const seen = pingPong(event)
    if (seen) this.#onPingPong(seen)
    else if (event.type === 'state_changed' || event.type === 'terminator_found') this.#watch()
  }

  onPeerEvent(event: PeerEvent): void {
    if (this.isWaiting) return
    if (event.type === 'version' || event.type === 'ready') this.#watch()
    if (event.type === 'ready') this.#askSoon()
    if (event.type === 'closed') this.#ended(this.#isTruncated ? 'us' : 'peer')
    if (event.type === 'failed') {
      const { failure } = event
      if (failure.code.startsWith('CLOSED_') && !this.#isTruncated) this.#ended('peer')
      else this.#ended('us', failure)
    }
  }

  onSimulatedPeerEvent(event: PeerEvent): void {
    if (this.isWaiting) return
    if (event.type === 'failed') this.#ended('peer', event.failure)
    if (event.type === 'closed') this.#ended('peer')
  }

  /** The session is over; why is still told. */
  stop(): void {
    this.#isStopped = true
    this.#cancelStall?.()
    this.#cancelProbe?.()
  }

  /** Whether what came to us was ended on the wire: then nobody hung up. */
  get #isTruncated(): boolean {
    const { plan } = this.#options
    if (plan.on === 'peer') return false
    return plan.fault.direction === 'received' && plan.fault.what.kind === 'truncate'
  }

  #onPingPong({ type, direction, nonce }: PingPong): void {
    if (type === 'ping' && direction === 'sent') this.#pings.add(nonce)
    const isAnswer = type === 'pong' && direction === 'received' && this.#pings.has(nonce)
    // a stall may turn out to have been slowness
    if (isAnswer && this.#outcome !== 'fails at once') this.#decide('nothing changes')
  }

  #askSoon(): void {
    this.#cancelProbe?.()
    this.#cancelProbe = this.#options.world.after(PROBE_MS, () => this.#ask())
  }

  /** Whether an answer still comes. */
  #ask(): void {
    const run = this.#options.run()
    if (!run || run.isOver || this.#outcome || this.#hasAsked || this.#pings.size > 0) return
    this.#hasAsked = run.run({ type: 'ping' }) === undefined
    if (this.#hasAsked) this.#watch()
  }

  /** From now on something has to be answered within the time. */
  #watch(): void {
    const { world, latency } = this.#options
    if (this.#outcome || this.#isStopped) return
    this.#cancelStall?.()
    const patience = STALL_MS + LATENCIES * (latency() ?? 0)
    this.#cancelStall = world.after(patience, () => this.#onSilence())
  }

  #onSilence(): void {
    const { run, isIdle } = this.#options
    // what the reader holds, or the wire keeps back, can't be answered
    if (run()?.isHolding || !isIdle()) this.#watch()
    else this.#decide('stalls')
  }

  #ended(by: 'us' | 'peer', failure?: FaultFailure): void {
    if (this.#noticedBy || this.#outcome === 'nothing changes') return
    this.#noticedBy = by
    this.#failure = failure
    const isTimeout = failure !== undefined && TIMEOUTS.has(failure.code)
    this.#decide(this.#outcome ?? (isTimeout ? 'stalls' : 'fails at once'))
  }

  #decide(outcome: Outcome): void {
    this.#outcome = outcome
    this.#cancelStall?.()
    this.#cancelProbe?.()
    this.#options.onChange()
  }
}
