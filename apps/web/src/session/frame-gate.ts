/** Lets through once in a while, mostly once a frame, what may be asked for thousands of times. */

import type { SessionEnvironment } from './environment.js'

const FRAME_MS = 16

export class FrameGate {
  readonly #environment: Pick<SessionEnvironment, 'now' | 'after'>
  readonly #flush: () => void
  readonly #everyMs: number
  #lastAt = Number.NEGATIVE_INFINITY
  #cancel: (() => void) | undefined

  /** @param flush called at once for the first poke in a while, then at most every `everyMs` */
  constructor(
    environment: Pick<SessionEnvironment, 'now' | 'after'>,
    flush: () => void,
    everyMs = FRAME_MS,
  ) {
    this.#environment = environment
    this.#flush = flush
    this.#everyMs = everyMs
  }

  poke(): void {
    if (this.#cancel) return
    const wait = this.#lastAt + this.#everyMs - this.#environment.now()
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
