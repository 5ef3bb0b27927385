/** Why a source is not read just now: what it has brought is queued, or came too fast. */
type Reason = 'queue' | 'pace'

interface Source {
  pause(): unknown
  resume(): unknown
}

/** Reads a source only while there is no reason against it. */
export class Gate {
  /** How many times it has been shut. */
  shuts = 0
  readonly #source: Source
  readonly #heldBy: Record<Reason, boolean> = { queue: false, pace: false }
  #isOpenForGood = false

  constructor(source: Source) {
    this.#source = source
  }

  hold(reason: Reason): void {
    if (this.#isOpenForGood) return
    if (!this.#isShut) {
      this.shuts++
      this.#source.pause()
    }
    this.#heldBy[reason] = true
  }

  release(reason: Reason): void {
    if (!this.#heldBy[reason]) return
    this.#heldBy[reason] = false
    if (!this.#isShut) this.#source.resume()
  }

  /** For a source whose bytes are dropped from now on: only its end is of interest. */
  openForGood(): void {
    this.#isOpenForGood = true
    this.#heldBy.queue = false
    this.#heldBy.pace = false
    this.#source.resume()
  }

  get #isShut(): boolean {
    return this.#heldBy.queue || this.#heldBy.pace
  }
}
