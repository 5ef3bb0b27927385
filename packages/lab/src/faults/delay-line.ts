/** What goes on, in its order: at once, or later, or in pieces. */

import type { SessionWorld } from '@v2scope/recording'

/** Between two pieces, in ms, or a socket would put them together again; a browser's timers count no finer than 4. */
const PIECE_GAP_MS = 5
/** With more pieces waiting than this, those that follow go without a gap. */
const MOST_SPACED = 500

interface Piece {
  readonly due: number
  readonly bytes: Uint8Array
}

export interface DelayLineOptions {
  readonly world: SessionWorld
  readonly deliver: (bytes: Uint8Array) => void
  /** After something that had waited has been delivered. */
  readonly onLate: () => void
}

export class DelayLine {
  readonly #options: DelayLineOptions
  readonly #queue: Piece[] = []
  /** All that comes from now on waits so long, in ms. */
  #delay = 0
  /** All that comes from now on is cut into pieces of so many bytes. */
  #size: number | undefined
  #lastDue = 0
  #backlog = 0
  #onEnd: (() => void) | undefined
  #isCut = false
  #cancel: (() => void) | undefined

  constructor(options: DelayLineOptions) {
    this.#options = options
  }

  get isEmpty(): boolean {
    return this.#queue.length === 0
  }

  /** Bytes that wait. */
  get backlog(): number {
    return this.#backlog
  }

  delay(ms: number): void {
    this.#delay += ms
  }

  fragment(size: number): void {
    this.#size = size
  }

  /** @param cameAt when they would go without this line, on the clock of the world */
  push(bytes: Uint8Array, cameAt: number): void {
    if (bytes.length === 0 || this.#isCut || this.#onEnd) return
    const size = this.#size ?? bytes.length
    for (let at = 0; at < bytes.length; at += size) {
      const isSpaced = this.#size !== undefined && this.#queue.length < MOST_SPACED
      const next = this.#lastDue + (isSpaced ? PIECE_GAP_MS : 0)
      this.#lastDue = Math.max(next, cameAt + this.#delay)
      this.#backlog += Math.min(size, bytes.length - at)
      this.#queue.push({ due: this.#lastDue, bytes: bytes.subarray(at, at + size) })
    }
    if (!this.#cancel) this.#deliver()
  }

  /** Nothing follows. @param onEnd called once, when all has gone */
  end(onEnd: () => void): void {
    if (this.#onEnd || this.#isCut) return
    this.#onEnd = onEnd
    if (!this.#cancel) this.#deliver()
  }

  /** Nothing goes on any more. */
  cut(): void {
    this.#isCut = true
    this.#cancel?.()
    this.#cancel = undefined
    this.#queue.length = 0
    this.#backlog = 0
  }

  /** What is due. What is delivered may bring more, or be the end. */
  #deliver(): void {
    const { world, deliver } = this.#options
    this.#cancel = () => {}
    for (;;) {
      const [next] = this.#queue
      if (!next || next.due > world.now()) break
      this.#queue.shift()
      this.#backlog -= next.bytes.length
      deliver(next.bytes)
    }
    this.#cancel = undefined
    if (!this.#isCut) this.#wait()
  }

  #wait(): void {
    const [next] = this.#queue
    if (next) {
      const wait = Math.max(0, Math.ceil(next.due - this.#options.world.now()))
      this.#cancel = this.#options.world.after(wait, () => {
        this.#deliver()
        this.#options.onLate()
      })
    } else if (this.#onEnd) {
      this.#isCut = true
      this.#onEnd()
    }
  }
}
