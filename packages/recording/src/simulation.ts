/** A simulated session: both peers, the wire between them and the clock, all from one seed. */

import type { Core } from '@v2scope/bip324'
import type { PeerEvent } from '@v2scope/peer'
import { APPLICATION } from './application.js'
import type { Recording } from './recording.js'
import type { SessionCommand } from './session-command.js'
import type { LayerMaker, SessionLayer } from './session-layer.js'
import { type Refusal, SessionRun } from './session-run.js'
import type { SessionSettings } from './session-settings.js'
import { SimulatedPeer } from './simulated-peer.js'
import { Story } from './simulated-story.js'
import type { TimedEvent } from './timed-event.js'
import { VirtualWorld } from './virtual-world.js'
import type { WireSegment } from './wire-tap.js'

/** What the seed decides ends here, in ms: from then on nothing happens unless it is asked for. */
export const SIMULATION_END = 60_000

export interface SimulationOptions {
  /** With a seed; the peer is `simulated`. */
  readonly settings: SessionSettings
  /** Whether everything that we would send is held from the start: then it is not the seed's alone. */
  readonly hold?: boolean
  /** What computes keys and packets of both; the events are the same. Default: `REFERENCE_CORE`. */
  readonly core?: Core | undefined
  /** What stands between the two: then it is not the seed's alone either. */
  readonly layer?: LayerMaker | undefined
  readonly onEvent: (event: TimedEvent) => void
  /** Takes each chunk of the wire. */
  readonly onSegment?: ((segment: WireSegment) => void) | undefined
  readonly onChange: () => void
}

export class Simulation {
  readonly run: SessionRun
  readonly #world: VirtualWorld
  #peer: SimulatedPeer | undefined
  #layer: SessionLayer | undefined
  #isTouched: boolean

  constructor(options: SimulationOptions) {
    const { settings, hold = false, core, layer, onEvent, onSegment, onChange } = options
    this.#isTouched = hold || layer !== undefined
    const world = new VirtualWorld(settings.seed ?? '')
    const story = new Story(world, (command) => this.run.run(command))
    this.#world = world
    this.run = new SessionRun({
      settings,
      world,
      hold,
      core,
      connect: (handlers) => {
        this.#peer = new SimulatedPeer({ world, settings, handlers, layer: this.#layer, core })
        return this.#peer
      },
      layer:
        layer &&
        ((...parts) => {
          this.#layer = layer(...parts)
          return this.#layer
        }),
      onEvent,
      onSegment,
      onPeerEvent: (event: PeerEvent) => story.onPeerEvent(event),
      onChange,
    })
  }

  /** Whether something was asked for that is not from the seed: it alone no longer gives this. */
  get isTouched(): boolean {
    return this.#isTouched
  }

  /** In ms on the clock of the simulation. */
  get now(): number {
    return this.#world.now()
  }

  /**
   * Whether all waits for the reader: something is held, and nothing is under way. The clock stands
   * still meanwhile, so that nothing is missed and nobody runs out of patience.
   */
  get isWaiting(): boolean {
    return this.run.isHolding && this.#peer?.isIdle === true && this.#layer?.isIdle !== false
  }

  /** When something is to happen next; undefined if nothing is before it is asked for. */
  get next(): number | undefined {
    if (this.isWaiting) return undefined
    const { next } = this.#world
    return this.#isTouched || (next !== undefined && next <= SIMULATION_END) ? next : undefined
  }

  start(): void {
    this.run.start()
  }

  /** Lets time pass up to `ms`, or until all waits; untouched, it goes no further than its end. */
  advanceTo(ms: number): void {
    const end = this.#isTouched ? ms : Math.min(ms, SIMULATION_END)
    while (!this.isWaiting) {
      const { next = end } = this.#world
      this.#world.advanceTo(Math.min(next, end))
      if (next >= end) break
    }
  }

  /** Asks for something now; the session is its own from here on, and no longer the seed's. */
  command(command: SessionCommand): Refusal | undefined {
    const isHeld = this.run.hold.isOn
    const refusal = this.run.run(command)
    const isNothing = command.type === 'hold' && command.isOn === isHeld
    if (!refusal && !isNothing) this.#isTouched = true
    return refusal
  }

  /** Ends it from our side. */
  stop(): void {
    this.#isTouched = true
    this.run.stop()
  }
}

/**
 * The whole of what a seed decides, at once: the same settings give the same recording, to the
 * last byte of its file, in every engine and with any core. @param settings with a seed
 */
export function simulate(settings: SessionSettings, core?: Core): Recording {
  const events: TimedEvent[] = []
  const simulation = new Simulation({
    settings,
    core,
    onEvent: (event) => events.push(event),
    onChange: () => {},
  })
  simulation.start()
  simulation.advanceTo(SIMULATION_END)
  return {
    level: 'secrets',
    application: APPLICATION,
    origin: 'simulated',
    settings,
    events,
    standing: simulation.run.standing(0),
    time: simulation.now,
  }
}

export { seededRandom } from './seeded-random.js'
export { joined, SlowWire } from './slow-wire.js'
export { VirtualWorld } from './virtual-world.js'
