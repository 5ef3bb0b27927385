import { CloseCode } from './close-codes.js'
import type { Limits } from './limits.js'
import { timeInWords } from './measures.js'
import { type Refusal, refuse } from './refusal.js'

interface Deadline {
  /** On the clock of `performance.now()`. */
  readonly at: number
  readonly why: (time: string) => Refusal
  /** The bound that it comes from, ms. */
  readonly after: number
}

const pageIsSilent = (time: string) =>
  refuse(
    CloseCode.idle,
    `The page has sent nothing for ${time}, as long as this bridge waits for its first byte`,
  )

const isIdle = (time: string) =>
  refuse(
    CloseCode.idle,
    `Nothing has crossed the connection for ${time}, as long as this bridge keeps an idle one`,
  )

const isOld = (time: string) =>
  refuse(CloseCode.lifetimeOver, `A connection lasts ${time} at most on this bridge; connect again`)

/** Ends an open relay that the page does not begin to use, that nobody uses, or that is old. */
export class Lifespan {
  readonly #limits: Limits
  readonly #onOver: (why: Refusal) => void
  readonly #openedAt = performance.now()
  #lastByteAt = this.#openedAt
  #pageHasSpoken: boolean
  #timer: NodeJS.Timeout | undefined

  constructor(limits: Limits, pageHasSpoken: boolean, onOver: (why: Refusal) => void) {
    this.#limits = limits
    this.#pageHasSpoken = pageHasSpoken
    this.#onOver = onOver
    this.#look()
  }

  /** Some byte has come from there. */
  note(from: 'page' | 'target'): void {
    this.#lastByteAt = performance.now()
    if (from === 'page') this.#pageHasSpoken = true
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  /** One timer for all, looked at again when it fires: noting a byte must cost next to nothing. */
  #look(): void {
    const next = this.#deadlines().reduce((a, b) => (a.at <= b.at ? a : b))
    const left = Math.ceil(next.at - performance.now())
    if (left <= 0) this.#onOver(next.why(timeInWords(next.after)))
    else this.#timer = setTimeout(() => this.#look(), left)
  }

  #deadlines(): Deadline[] {
    const { firstByteTimeout, idleTimeout, lifetime } = this.#limits
    const first = this.#pageHasSpoken ? null : firstByteTimeout
    return [
      { at: this.#lastByteAt + idleTimeout, after: idleTimeout, why: isIdle },
      ...deadline(this.#openedAt, first, pageIsSilent),
      ...deadline(this.#openedAt, lifetime, isOld),
    ]
  }
}

const deadline = (from: number, after: number | null, why: Deadline['why']): Deadline[] =>
  after === null ? [] : [{ at: from + after, after, why }]
