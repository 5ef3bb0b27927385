/** Decoys at regular times. */

import type { RandomBytes } from '@v2scope/bip324'

/** After a pause of the caller's, at most this many decoys are made up for at once. */
const MAX_CATCH_UP = 100

export class DecoySchedule {
  readonly #random: RandomBytes
  #schedule: { readonly everyMs: number; readonly size: number } | undefined
  #nextAt = Number.POSITIVE_INFINITY

  constructor(random: RandomBytes) {
    this.#random = random
  }

  set(schedule: { readonly everyMs: number; readonly size: number } | undefined, now: number) {
    this.#schedule = schedule && { ...schedule, everyMs: Math.max(1, schedule.everyMs) }
    this.#nextAt = now + (this.#schedule?.everyMs ?? Number.POSITIVE_INFINITY)
  }

  next(): number {
    return this.#nextAt
  }

  /** The contents of the decoys that are due. */
  due(now: number): Uint8Array[] {
    const decoys: Uint8Array[] = []
    const schedule = this.#schedule
    if (!schedule) return decoys
    while (this.#nextAt <= now && decoys.length < MAX_CATCH_UP) {
      decoys.push(this.#random(schedule.size))
      this.#nextAt += schedule.everyMs
    }
    if (this.#nextAt <= now) this.#nextAt = now + schedule.everyMs
    return decoys
  }
}
