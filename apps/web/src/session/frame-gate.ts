/** Lets through once a frame what may be asked for thousands of times. */

import type { SessionEnvironment } from './environment.js'

const FRAME_MS = 16

export class FrameGate {
  readonly #environment: Pick<SessionEnvironment, 'now' | 'after'>
  readonly #flush: () => void
  #lastAt = Number.NEGATIVE_INFINITY
  #cancel: (() => void) | undefined

  /** @param flush called at once for the first poke in a while, then at most every 16 ms */
  constructor(environment: Pick<SessionEnvironment, 'now' | 'after'>, flush: () => void) {
    this.#environment = environment
    this.#flush = flush
  }

  poke(): void {
    if (this.#cancel) return
    const wait = this.#lastAt + FRAME_MS - this.#environment.now()
    if (wait <= 0) this.flushNow()
    else this.#cancel = this.#environment.after(wait, () => this.flushNow())
  }

  flushNow(): void {
    this.#cancel?.()
    this.#cancel = undefined
    this.#lastAt = this.#environment.now()
    this.#flush()
  }
}
