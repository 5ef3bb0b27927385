/** A world whose clock stands still until it is moved, and whose randomness comes from a seed. */

import type { RandomBytes } from '@v2scope/bip324'
import { seededRandom } from './seeded-random.js'
import type { SessionWorld } from './session-world.js'

/** When every simulated session begins: 2026-01-01 00:00:00 UTC, in seconds from 1970. */
export const SIMULATED_START = 1_767_225_600

interface Timer {
  readonly at: number
  readonly action: () => void
}

export class VirtualWorld implements SessionWorld {
  readonly random: RandomBytes
  /** By time; at the same time, first come first served. */
  readonly #timers: Timer[] = []
  #now = 0

  constructor(seed: string) {
    this.random = seededRandom(seed)
  }

  now(): number {
    return this.#now
  }

  unixTime(): number {
    return SIMULATED_START + this.#now / 1000
  }

  after(ms: number, action: () => void): () => void {
    const timer = { at: this.#now + Math.max(0, Math.ceil(ms)), action }
    const later = this.#timers.findIndex(({ at }) => at > timer.at)
    this.#timers.splice(later < 0 ? this.#timers.length : later, 0, timer)
    return () => {
      const index = this.#timers.indexOf(timer)
      if (index >= 0) this.#timers.splice(index, 1)
    }
  }

  /** When something is to happen next, in ms; undefined if nothing is. */
  get next(): number | undefined {
    return this.#timers[0]?.at
  }

  /** Lets everything happen that is due up to `ms`, each at its own time. Never goes back. */
  advanceTo(ms: number): void {
    for (;;) {
      const [timer] = this.#timers
      if (!timer || timer.at > ms) break
      this.#timers.shift()
      this.#now = timer.at
      timer.action()
    }
    this.#now = Math.max(this.#now, Math.floor(ms))
  }
}
