/** A simulated session at the pace of a real clock. Fetched with the first of them. */

import type { Core } from '@v2scope/bip324'
import type {
  DecoyScheduleSettings,
  HoldStatus,
  LayerMaker,
  Recording,
  Refusal,
  SessionCommand,
  SessionSettings,
  SessionStanding,
  SessionWorld,
} from '@v2scope/recording'
import { SIMULATION_END, Simulation, simulate } from '@v2scope/recording/simulation'
import type { DriverHandlers, SeedProgress, SessionDriver } from './session-driver.js'

export interface SimulatedDriverOptions extends DriverHandlers {
  /** With a seed. */
  readonly settings: SessionSettings
  /** Whether everything that we would send is held from the start. Default: not. */
  readonly hold?: boolean
  /** What computes. Default: the reference. */
  readonly core?: Core | undefined
  /** What stands between the two. Default: nothing. */
  readonly layer?: LayerMaker | undefined
  readonly clock: Pick<SessionWorld, 'now' | 'after'>
}

/**
 * The clock of the simulation follows the real one, and is only ever late: what happens, and when it
 * does by its own clock, does not depend on when it is called.
 */
export class SimulatedDriver implements SessionDriver {
  readonly #options: SimulatedDriverOptions
  readonly #simulation: Simulation
  /** On the real clock, where the simulation's is 0. */
  #origin = 0
  #cancel: (() => void) | undefined

  constructor(options: SimulatedDriverOptions) {
    const { settings, hold = false, core, layer, onEvent, onSegment, onChange } = options
    this.#options = options
    this.#simulation = new Simulation({
      settings,
      hold,
      core,
      layer,
      onEvent,
      onSegment,
      onChange,
    })
  }

  get time(): number {
    return Math.floor(this.#elapsed())
  }

  get decoySchedule(): DecoyScheduleSettings | undefined {
    return this.#simulation.run.decoySchedule
  }

  /** Its peer waits as long as the reader does. */
  get hold(): HoldStatus {
    const { peerWaitsSince, ...hold } = this.#simulation.run.hold
    return hold
  }

  get seedProgress(): SeedProgress {
    const { isTouched, next } = this.#simulation
    return { isFromSeed: !isTouched, isSeedOver: !isTouched && next === undefined }
  }

  /** All that the seed decides, from its start to its end, as long as nothing else was asked for. */
  get whole(): Recording | undefined {
    const { settings, core } = this.#options
    return this.#simulation.isTouched ? undefined : simulate(settings, core)
  }

  start(): void {
    this.#origin = this.#options.clock.now()
    this.#simulation.start()
    this.#setTimer()
  }

  stop(): void {
    if (this.#simulation.run.isOver) return
    this.#catchUp()
    this.#simulation.stop()
    this.#cancel?.()
  }

  run(command: SessionCommand): Refusal | undefined {
    return this.during(() => this.#simulation.command(command))
  }

  during<T>(action: () => T): T {
    this.#catchUp()
    const done = action()
    this.#setTimer()
    return done
  }

  standing(droppedBytes: number): SessionStanding {
    return this.#simulation.run.standing(droppedBytes)
  }

  /** On the clock of the simulation, which stands still where all waits, and where its seed has ended. */
  #elapsed(): number {
    const { clock } = this.#options
    if (this.#simulation.isWaiting) return this.#simulation.now
    const elapsed = clock.now() - this.#origin
    return this.#simulation.isTouched ? elapsed : Math.min(elapsed, SIMULATION_END)
  }

  #catchUp(): void {
    this.#simulation.advanceTo(this.#elapsed())
    // from where it stands still it goes on
    this.#origin = this.#options.clock.now() - this.#elapsed()
  }

  #setTimer(): void {
    this.#cancel?.()
    this.#cancel = undefined
    const { next } = this.#simulation
    if (next === undefined) return
    const { clock, onChange } = this.#options
    const wait = Math.max(0, this.#origin + next - clock.now())
    this.#cancel = clock.after(wait, () => {
      this.#catchUp()
      this.#setTimer()
      onChange()
    })
  }
}
