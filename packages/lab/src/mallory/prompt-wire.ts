/** Brings bytes to us at once; from within a call of ours, right after it. */

import { concatBytes } from '@v2scope/bip324'
import type { SessionWorld } from '@v2scope/recording'

export class PromptWire {
  readonly #world: Pick<SessionWorld, 'after'>
  readonly #deliver: (bytes: Uint8Array) => void
  #queue: Uint8Array[] = []
  #atEnd: (() => void) | undefined
  #isBusy = false
  #cancel: (() => void) | undefined

  constructor(world: Pick<SessionWorld, 'after'>, deliver: (bytes: Uint8Array) => void) {
    this.#world = world
    this.#deliver = deliver
  }

  /** Whether nothing is on its way. */
  get isIdle(): boolean {
    return this.#queue.length === 0 && this.#atEnd === undefined
  }

  /** Does what we have called for: nothing is delivered before it is done. */
  during(action: () => void): void {
    if (this.#isBusy) {
      action()
      return
    }
    this.#isBusy = true
    try {
      action()
    } finally {
      this.#isBusy = false
    }
    if (!this.isIdle) this.#cancel ??= this.#world.after(0, () => this.#drain())
  }

  push(bytes: Uint8Array): void {
    if (bytes.length === 0) return
    this.#queue.push(bytes)
    if (!this.#isBusy) this.#drain()
  }

  /** Calls once, when all that was pushed has arrived; nothing comes after that. */
  end(action: () => void): void {
    this.#atEnd = action
    if (!this.#isBusy) this.#drain()
  }

  /** Nothing arrives any more. */
  cut(): void {
    this.#cancel?.()
    this.#cancel = undefined
    this.#queue = []
    this.#atEnd = undefined
  }

  #drain(): void {
    this.#cancel?.()
    this.#cancel = undefined
    while (this.#queue.length > 0) {
      const bytes = concatBytes(...this.#queue)
      this.#queue = []
      this.#deliver(bytes)
    }
    const atEnd = this.#atEnd
    this.cut()
    atEnd?.()
  }
}
