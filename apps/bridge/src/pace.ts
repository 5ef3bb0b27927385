import type { Gate } from './gate.js'

const SECOND = 1000

/**
 * Holds sources to so many bytes a second, all together. A second's worth may come at once after a
 * rest. What has been read has crossed: it is not kept back, the next read is.
 */
export class Pace {
  readonly #bytesPerMs: number
  readonly #burst: number
  readonly #gates: readonly Gate[]
  /** What may cross just now, in bytes; below 0, what came too fast. */
  #balance: number
  #balancedAt = performance.now()
  #timer: NodeJS.Timeout | undefined

  constructor(bytesPerSecond: number, gates: readonly Gate[]) {
    this.#bytesPerMs = bytesPerSecond / SECOND
    this.#burst = bytesPerSecond
    this.#balance = bytesPerSecond
    this.#gates = gates
  }

  /** `bytes` have crossed. */
  spend(bytes: number): void {
    this.#refill()
    this.#balance -= bytes
    if (this.#balance < 0 && this.#timer === undefined) {
      for (const gate of this.#gates) gate.hold('pace')
      this.#wait()
    }
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  /** Until what came too fast has been made up for; it may be more by then. */
  #wait(): void {
    this.#timer = setTimeout(
      () => {
        this.#refill()
        if (this.#balance < 0) return this.#wait()
        this.#timer = undefined
        for (const gate of this.#gates) gate.release('pace')
      },
      Math.min(-this.#balance / this.#bytesPerMs, SECOND),
    )
  }

  #refill(): void {
    const now = performance.now()
    const earned = (now - this.#balancedAt) * this.#bytesPerMs
    this.#balance = Math.min(this.#balance + earned, this.#burst)
    this.#balancedAt = now
  }
}
