/** The layers of the Lab, put together: from us outwards shaping, the faulty wire, Mallory. */

import { V2Transport, type V2TransportOptions } from '@v2scope/bip324'
import type { Peer, PeerEvent, TransportMaker } from '@v2scope/peer'
import type {
  Connect,
  LayeredRun,
  Refusal,
  SessionLayer,
  SessionSettings,
  SessionWorld,
  Tap,
  TimedEvent,
} from '@v2scope/recording'
import { FaultLayer } from './faults/fault-layer.js'
import { MalloryLayer } from './mallory/mallory-layer.js'
import type { LabCommand, LabPlan, LabStanding } from './plan.js'
import { ShapingLayer } from './shaping/shaping-layer.js'

export interface LabOptions {
  readonly plan: LabPlan
  readonly settings: SessionSettings
  readonly world: SessionWorld
  /** Something that is shown has changed. */
  readonly onChange: () => void
}

/** So many layers are ours, or the wire's next to us; those after them are somebody else's. */
const WIRE = 2

/** One session's. Hand it to a `SessionRun` or a `Simulation` as its layer. */
export class Lab implements SessionLayer {
  /** Outermost last. */
  readonly #layers: readonly LabLayer[]

  constructor(options: LabOptions) {
    const { mallory } = options.plan
    this.#layers = [
      new ShapingLayer(options),
      new FaultLayer(options),
      ...(mallory ? [new MalloryLayer(mallory, options)] : []),
    ]
  }

  get ourTransport(): TransportMaker {
    const make = this.#layers.find(({ ourTransport }) => ourTransport)?.ourTransport
    return changed(
      make,
      this.#layers.flatMap((layer) => layer.ourOptions?.bind(layer) ?? []),
    )
  }

  get peerTransport(): TransportMaker {
    const make = this.#layers.find(({ peerTransport }) => peerTransport)?.peerTransport
    return changed(
      make,
      this.#layers.flatMap((layer) => layer.peerOptions?.bind(layer) ?? []),
    )
  }

  get weSpeak(): 'v1' | undefined {
    return this.#layers.find(({ weSpeak }) => weSpeak)?.weSpeak
  }

  get peerSpeaks(): 'v1' | undefined {
    return this.#layers.find(({ peerSpeaks }) => peerSpeaks)?.peerSpeaks
  }

  get standing(): LabStanding {
    return Object.assign({}, ...this.#layers.map(({ standing }) => standing))
  }

  get isIdle(): boolean {
    return this.#layers.every(({ isIdle }) => isIdle)
  }

  get isFull(): boolean {
    return this.#layers.some(({ isFull }) => isFull)
  }

  /** @returns why it was not done, where it was not */
  command(command: LabCommand): Refusal | undefined {
    for (const layer of this.#layers) {
      const done = layer.command?.(command)
      if (done) return done === 'done' ? undefined : done
    }
    return { code: 'BAD_ARGUMENT', text: 'Nothing in this session can do that.' }
  }

  attach(run: LayeredRun): void {
    for (const layer of this.#layers) layer.attach(run)
  }

  /** Who listens is between us and Mallory, where she is. */
  between(connect: Connect, tap: Tap = (way) => way): Connect {
    const [near, far] = [this.#layers.slice(0, WIRE), this.#layers.slice(WIRE)]
    const beyond = far.reduceRight((way, layer) => layer.between(way), connect)
    return near.reduceRight((way, layer) => layer.between(way), tap(beyond))
  }

  betweenPeer(peer: Peer, send: (bytes: Uint8Array) => void): (bytes: Uint8Array) => void {
    return this.#layers.reduceRight((way, layer) => layer.betweenPeer(peer, way), send)
  }

  onEvent(event: TimedEvent): void {
    for (const layer of this.#layers) layer.onEvent(event)
  }

  onPeerEvent(event: PeerEvent): void {
    for (const layer of this.#layers) layer.onPeerEvent(event)
  }

  onSimulatedPeerEvent(event: PeerEvent): void {
    for (const layer of this.#layers) layer.onSimulatedPeerEvent(event)
  }

  stop(): void {
    for (const layer of this.#layers) layer.stop()
  }
}

/** One thing that the Lab does. */
export interface LabLayer extends SessionLayer {
  readonly standing: LabStanding
  /** In place of those that our transport would be made with, and the simulated peer's. */
  ourOptions?(options: V2TransportOptions): V2TransportOptions
  peerOptions?(options: V2TransportOptions): V2TransportOptions
  /** Undefined: not this layer's. */
  command?(command: LabCommand): 'done' | Refusal | undefined
}

type OptionsChange = (options: V2TransportOptions) => V2TransportOptions

/** What makes a transport, with its options changed first. */
function changed(
  make: TransportMaker = (options) => new V2Transport(options),
  changes: readonly OptionsChange[],
): TransportMaker {
  return (options) => make(changes.reduce((of, change) => change(of), options))
}
