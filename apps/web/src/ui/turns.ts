/** In a flood, parts of a screen take turns: what has changed is drawn by one in a frame, by the other in the next. */

/** The list of what crossed the wire; what sums it up. */
export type Turn = 'list' | 'sums'

const TURNS: readonly Turn[] = ['list', 'sums']
/** So many frames in which nothing changes end a flood. */
const PAUSE = 3

type Listener = () => void

export class Turns {
  readonly #subscribe: (changed: Listener) => Listener
  readonly #nextFrame: (action: () => void) => void
  readonly #listeners = { list: new Set<Listener>(), sums: new Set<Listener>() }
  /** Those that don't know of the last change. */
  readonly #behind = new Set<Turn>()
  #unsubscribe: Listener | undefined
  /** Frames since something changed; undefined: no flood. */
  #quietFrames: number | undefined
  #frame = 0
  #hasTold = false

  /**
   * @param subscribe to whatever changes; gives the way to end it
   * @param nextFrame calls once, in the next frame
   */
  constructor(subscribe: (changed: Listener) => Listener, nextFrame: (action: () => void) => void) {
    this.#subscribe = subscribe
    this.#nextFrame = nextFrame
  }

  /**
   * @param listener told at once of a change after a pause, else within two frames, of all together
   * @returns ends it
   */
  join(turn: Turn, listener: Listener): Listener {
    this.#listeners[turn].add(listener)
    this.#unsubscribe ??= this.#subscribe(() => this.#changed())
    return () => {
      this.#listeners[turn].delete(listener)
      if (TURNS.some((one) => this.#listeners[one].size > 0)) return
      this.#unsubscribe?.()
      this.#unsubscribe = undefined
    }
  }

  #changed(): void {
    for (const turn of TURNS) this.#behind.add(turn)
    if (this.#quietFrames !== undefined) {
      this.#quietFrames = 0
      this.#tellNext()
      return
    }
    this.#quietFrames = 0
    this.#hasTold = true
    for (const turn of TURNS) this.#tell(turn)
    this.#nextFrame(() => this.#atFrame())
  }

  #atFrame(): void {
    if (this.#quietFrames === undefined) return
    this.#frame += 1
    this.#hasTold = false
    this.#tellNext()
    this.#quietFrames = this.#quietFrames < PAUSE ? this.#quietFrames + 1 : undefined
    if (this.#quietFrames !== undefined) this.#nextFrame(() => this.#atFrame())
  }

  /** One turn a frame. */
  #tellNext(): void {
    const turn = TURNS[this.#frame % TURNS.length]
    if (this.#hasTold || turn === undefined || !this.#behind.has(turn)) return
    this.#hasTold = true
    this.#tell(turn)
  }

  #tell(turn: Turn): void {
    this.#behind.delete(turn)
    for (const listener of this.#listeners[turn]) listener()
  }
}
