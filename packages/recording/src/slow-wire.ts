/** One direction of a wire that is slow enough to be watched, and that cuts the stream anywhere. */

import { concatBytes } from '@v2scope/bip324'
import { randomBelow } from '@v2scope/peer'
import type { SessionWorld } from './session-world.js'

/** Of one burst: the way, and what its fragments are apart, in ms. */
const LEAST_DELAY_MS = 4
const MOST_DELAY_MS = 40
const MOST_GAP_MS = 6
/** Cuts of one burst, at most. */
const MOST_CUTS = 3

export class SlowWire {
  readonly #world: SessionWorld
  readonly #deliver: (bytes: Uint8Array) => void
  readonly #queue: { readonly at: number; readonly bytes: Uint8Array }[] = []
  #lastAt = 0
  #backlog = 0
  #cancel: (() => void) | undefined
  #onEmpty: (() => void) | undefined

  constructor(world: SessionWorld, deliver: (bytes: Uint8Array) => void) {
    this.#world = world
    this.#deliver = deliver
  }

  /** Bytes on their way. */
  get backlog(): number {
    return this.#backlog
  }

  push(bytes: Uint8Array): void {
    if (bytes.length === 0) return
    const now = this.#world.now()
    let at = Math.max(this.#lastAt, now + this.#between(LEAST_DELAY_MS, MOST_DELAY_MS))
    for (const fragment of this.#cut(bytes)) {
      this.#queue.push({ at, bytes: fragment })
      this.#lastAt = at
      // a stream that does not pause is not slowed down further
      if (at < now + MOST_DELAY_MS) at += this.#between(0, MOST_GAP_MS)
    }
    this.#backlog += bytes.length
    this.#schedule()
  }

  /** Calls once, when all that was pushed has arrived. */
  end(onEmpty: () => void): void {
    this.#onEmpty = onEmpty
    this.#schedule()
  }

  /** Nothing arrives any more. */
  cut(): void {
    this.#cancel?.()
    this.#cancel = undefined
    this.#onEmpty = undefined
    this.#queue.length = 0
    this.#backlog = 0
  }

  #cut(bytes: Uint8Array): Uint8Array[] {
    const cuts = Array.from({ length: this.#between(0, MOST_CUTS) }, () =>
      this.#between(0, bytes.length),
    )
    const ends = [...new Set([...cuts, bytes.length])].sort((a, b) => a - b)
    return ends.map((end, i) => bytes.subarray(ends[i - 1] ?? 0, end)).filter((f) => f.length > 0)
  }

  #between(least: number, most: number): number {
    return least + randomBelow(this.#world.random, most - least + 1)
  }

  #schedule(): void {
    if (this.#cancel) return
    const [next] = this.#queue
    if (!next && !this.#onEmpty) return
    const wait = Math.max(0, Math.ceil((next?.at ?? 0) - this.#world.now()))
    this.#cancel = this.#world.after(wait, () => this.#arrive())
  }

  #arrive(): void {
    this.#cancel = undefined
    const now = this.#world.now()
    const rest = this.#queue.findIndex(({ at }) => at > now)
    const due = this.#queue.splice(0, rest < 0 ? this.#queue.length : rest)
    for (const { bytes } of due) {
      this.#backlog -= bytes.length
      this.#deliver(bytes)
    }
    if (this.#queue.length === 0 && this.#onEmpty) {
      const onEmpty = this.#onEmpty
      this.#onEmpty = undefined
      onEmpty()
    }
    this.#schedule()
  }
}

/** Chunks of output as one stretch of bytes. */
export const joined = (chunks: readonly { readonly bytes: Uint8Array }[]): Uint8Array =>
  concatBytes(...chunks.map(({ bytes }) => bytes))
