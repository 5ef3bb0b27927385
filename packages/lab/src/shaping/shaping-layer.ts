/** Shaping in a session: our direction, and the simulated peer's where both are to be shaped. */

import { concatBytes, PACKET_OVERHEAD, type V2TransportOptions } from '@v2scope/bip324'
import { type Peer, type PeerEvent, randomBelow } from '@v2scope/peer'
import {
  type Connect,
  type LayeredRun,
  type Refusal,
  SIMULATED,
  type TimedEvent,
} from '@v2scope/recording'
import type { LabLayer, LabOptions } from '../lab.js'
import type { LabCommand, LabStanding } from '../plan.js'
import { Shaper } from './shaper.js'
import type { ShapingPlan } from './shaping-plan.js'
import { shapingProblem } from './shaping-problem.js'
import { handshakeDecoys, type Shaping } from './strategies.js'

/** With more than this on its way already, in bytes, a timer adds nothing. */
const CONGESTED = 4 * 1024 * 1024
/** With more than this kept back, in bytes, no more is taken that could be refused. */
const MOST_WAITING = 16 * 1024 * 1024

const NO_DECOYS_IN_V1: Refusal = {
  code: 'NOT_V2',
  text: 'v1 has no decoys, and its bytes are in the clear: there is nothing to shape.',
}
const ONLY_FROM_THE_START: Refusal = {
  code: 'ONLY_FROM_THE_START',
  text: 'Handshake decoys go before the version packet: start the session again with them.',
}
const OVER: Refusal = {
  code: 'SESSION_OVER',
  text: 'This session is over; start another.',
}

export class ShapingLayer implements LabLayer {
  readonly #options: LabOptions
  readonly #refusal: Refusal | undefined
  readonly #ours: Shaper
  readonly #peers: Shaper | undefined
  #plan: ShapingPlan | undefined
  #wasAskedFor: boolean
  #isV1: boolean
  #run: LayeredRun | undefined
  #way = { send: (_: Uint8Array) => {}, backlog: () => 0 }
  #peersWay = { send: (_: Uint8Array) => {}, makeDecoy: (_: number) => {} }

  constructor(options: LabOptions) {
    const { plan, settings } = options
    this.#options = options
    this.#isV1 = settings.transport === 'v1'
    this.#refusal =
      plan.shaping && (this.#isV1 ? NO_DECOYS_IN_V1 : shapingProblem(plan.shaping.shaping))
    this.#plan = this.#refusal ? undefined : plan.shaping
    this.#wasAskedFor = plan.shaping !== undefined
    this.#ours = this.#newShaper()
    this.#peers = settings.peer === SIMULATED ? this.#newPeersShaper() : undefined
  }

  /** Absent until it is asked for. */
  get standing(): Pick<LabStanding, 'shaping'> {
    if (!this.#wasAskedFor) return {}
    return {
      shaping: {
        plan: this.#plan,
        ...(this.#refusal && { refusal: this.#refusal }),
        ours: this.#ours.cost,
        ...(this.#peers && { peers: this.#peers.cost }),
      },
    }
  }

  get isIdle(): boolean {
    return this.#ours.waiting + (this.#peers?.waiting ?? 0) === 0
  }

  get isFull(): boolean {
    return this.#ours.waiting > MOST_WAITING
  }

  command(command: LabCommand): 'done' | Refusal | undefined {
    if (command.type !== 'shape') return undefined
    const { shaping: plan } = command
    const refusal = this.#whyNot(plan)
    if (refusal) return refusal
    this.#plan = plan
    this.#wasAskedFor = true
    this.#ours.shape(plan?.shaping)
    this.#peers?.shape(this.#ofPeer)
    this.#options.onChange()
    return 'done'
  }

  attach(run: LayeredRun): void {
    this.#run = run
  }

  between(connect: Connect): Connect {
    return (handlers) => {
      const way = connect(handlers)
      this.#way = { send: (bytes) => way.send(bytes), backlog: () => way.backlog }
      const ours = this.#ours
      return {
        open: () => way.open(),
        send: (bytes) => ours.push(bytes),
        close: () => way.close(),
        get backlog() {
          return way.backlog + ours.waiting
        },
        get peerReportedSessionId() {
          return way.peerReportedSessionId
        },
      }
    }
  }

  /** Before our version packet, where the plan has some. */
  ourOptions(options: V2TransportOptions): V2TransportOptions {
    return this.#withDecoys(options, this.#plan?.shaping)
  }

  /** The same for the simulated peer; its trace says which of its bytes are what. */
  peerOptions(options: V2TransportOptions): V2TransportOptions {
    const { trace } = options
    return {
      ...this.#withDecoys(options, this.#ofPeer),
      trace: (event) => {
        this.#peers?.note(event)
        trace?.(event)
      },
    }
  }

  betweenPeer(peer: Peer, send: (bytes: Uint8Array) => void): (bytes: Uint8Array) => void {
    const peers = this.#peers
    if (!peers) return send
    const makeDecoy = (bytes: number) => {
      peer.sendDecoy(bytes - PACKET_OVERHEAD)
      peers.push(concatBytes(...peer.takeOutput().map((chunk) => chunk.bytes)))
    }
    this.#peersWay = { send, makeDecoy }
    return (bytes) => peers.push(bytes)
  }

  onEvent(event: TimedEvent): void {
    if (event.type !== 'wire_bytes') this.#ours.note(event)
  }

  onPeerEvent(event: PeerEvent): void {
    if (event.type !== 'v1') return
    this.#isV1 = true
    this.#plan = undefined
    this.stop()
  }

  onSimulatedPeerEvent(event: PeerEvent): void {
    if (event.type === 'failed' || event.type === 'closed' || event.type === 'v1')
      this.#peers?.stop()
  }

  stop(): void {
    this.#ours.stop()
    this.#peers?.stop()
  }

  get #ofPeer(): Shaping | undefined {
    return this.#plan?.isBothWays ? this.#plan.shaping : undefined
  }

  #whyNot(plan: ShapingPlan | undefined): Refusal | undefined {
    if (this.#run?.isOver) return OVER
    if (!plan) return undefined
    if (this.#isV1) return NO_DECOYS_IN_V1
    if (plan.shaping.strategy === 'handshake decoys') return ONLY_FROM_THE_START
    return shapingProblem(plan.shaping)
  }

  #withDecoys(options: V2TransportOptions, shaping: Shaping | undefined): V2TransportOptions {
    const { random } = this.#options.world
    const sizes = handshakeDecoys(shaping, (limit) => randomBelow(random, limit))
    const decoys = sizes.map((bytes) => random(bytes - PACKET_OVERHEAD))
    return decoys.length > 0
      ? { ...options, decoys: [...(options.decoys ?? []), ...decoys] }
      : options
  }

  #newShaper(): Shaper {
    const isOver = () => this.#run?.isOver !== false
    return new Shaper({
      world: this.#options.world,
      shaping: this.#plan?.shaping,
      send: (bytes) => this.#way.send(bytes),
      onLetGo: () => this.#options.onChange(),
      makeDecoy: (bytes) => {
        this.#run?.run({ type: 'send_decoy', size: bytes - PACKET_OVERHEAD })
      },
      // what the reader holds is not to be more than they asked for
      mayMakeDecoys: () => !isOver() && this.#run?.isHoldOn === false,
      isCongested: () => this.#way.backlog() > CONGESTED,
    })
  }

  #newPeersShaper(): Shaper {
    return new Shaper({
      world: this.#options.world,
      shaping: this.#ofPeer,
      send: (bytes) => this.#peersWay.send(bytes),
      onLetGo: () => this.#options.onChange(),
      makeDecoy: (bytes) => this.#peersWay.makeDecoy(bytes),
      // where all waits for the reader, the simulated clock is to stand still
      mayMakeDecoys: () => this.#run?.isHolding === false,
      isCongested: () => false,
    })
  }
}
