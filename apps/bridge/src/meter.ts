import { CloseCode } from './close-codes.js'
import type { Gate } from './gate.js'
import type { Limits } from './limits.js'
import { sizeInWords } from './measures.js'
import { Pace } from './pace.js'
import type { Pass } from './pass.js'
import { type Refusal, refuse } from './refusal.js'

/** Counts what a relay carries, both ways together, and holds it to its quota and its pace. */
export class Meter {
  readonly #limits: Limits
  readonly #pass: Pass
  readonly #pace: Pace | null
  #bytes = 0

  /** @param gates of both sources */
  constructor(limits: Limits, pass: Pass, gates: readonly Gate[]) {
    this.#limits = limits
    this.#pass = pass
    this.#pace = limits.bytesPerSecond === null ? null : new Pace(limits.bytesPerSecond, gates)
  }

  /** Why these bytes may not cross any more, or `null`. */
  spend(bytes: number): Refusal | null {
    this.#bytes += bytes
    const { bytesInAll } = this.#limits
    if (bytesInAll !== null && this.#bytes > bytesInAll) return usedUp(bytesInAll)
    this.#pace?.spend(bytes)
    return this.#pass.spend(bytes)
  }

  stop(): void {
    this.#pace?.stop()
  }
}

const usedUp = (bytes: number) =>
  refuse(
    CloseCode.quotaUsedUp,
    `The ${sizeInWords(bytes)} that one connection may carry on this bridge are used up; connect again`,
  )
