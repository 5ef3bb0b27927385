/** Packets for a fault that waits for them: pings, which are answered by pongs. */

import type { LayeredRun, SessionWorld } from '@v2scope/recording'

/** Before the next are sent, in ms; and how many at a time. */
const PAUSE_MS = 20
const AT_A_TIME = 16
/** Of one fault's, those that may be in vain: what it waits for may be no packet's. */
const MOST_IN_VAIN = 16
/** A fault further away than this is not driven at: it waits until so many packets have come by themselves. */
export const MOST_DRIVEN = 1000

export interface StimulusOptions {
  readonly world: SessionWorld
  readonly run: () => LayeredRun | undefined
  /** How many packets the faults wait for; 0: none waits. */
  readonly wanted: () => number
}

export class Stimulus {
  readonly #options: StimulusOptions
  /** Version and verack have been exchanged. */
  #isReady = false
  /** Before so many have passed, no more are sent. */
  #outstanding = 0
  /** How many more are sent for what is waited for now. */
  #left: number | undefined
  #cancel: (() => void) | undefined

  constructor(options: StimulusOptions) {
    this.#options = options
  }

  ready(): void {
    this.#isReady = true
    this.renew()
  }

  /** A packet has passed, of the direction that is waited for. */
  passed(packets: number): void {
    this.#outstanding = Math.max(0, this.#outstanding - packets)
    if (packets > 0) this.soon()
  }

  /** There is another fault. */
  renew(): void {
    this.#left = undefined
    this.#outstanding = 0
    this.soon()
  }

  /** Not before all that was sent has been answered. */
  soon(): void {
    if (!this.#isReady || this.#cancel || this.#outstanding > 0) return
    this.#cancel = this.#options.world.after(PAUSE_MS, () => {
      this.#cancel = undefined
      this.#send()
    })
  }

  stop(): void {
    this.#cancel?.()
    this.#isReady = false
  }

  #send(): void {
    const run = this.#options.run()
    const wanted = this.#options.wanted()
    if (!run || run.isOver || run.isHolding || wanted === 0 || wanted > MOST_DRIVEN) return
    this.#left ??= wanted + MOST_IN_VAIN
    const count = Math.min(wanted, AT_A_TIME, this.#left)
    this.#left -= count
    this.#outstanding = count
    for (let n = 0; n < count && this.#options.wanted() > 0; n++) run.run({ type: 'ping' })
  }
}
