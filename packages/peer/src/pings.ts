/** Pings that are out, and how long their answers took. */

import type { Timeouts } from './timeouts.js'

interface Unanswered {
  /** On the clock of our timeouts. */
  readonly madeAt: number
  /** On the clock of the world. */
  readonly leftAt: number
}

export class Pings {
  readonly #timeouts: Timeouts
  readonly #unanswered = new Map<bigint, Unanswered>()
  #nextAt = Number.POSITIVE_INFINITY
  #latency: { readonly last: number; readonly least: number } | undefined

  constructor(timeouts: Timeouts) {
    this.#timeouts = timeouts
  }

  /** In ms; undefined before the first answer. */
  get latency() {
    return this.#latency
  }

  /** The first of our own pings is due now. */
  start(now: number): void {
    this.#nextAt = now
  }

  /** @param now on the clock of our timeouts @param leftAt on that of the world */
  sent(nonce: bigint, now: number, leftAt: number): void {
    this.#unanswered.set(nonce, { madeAt: now, leftAt })
    this.#nextAt = now + this.#timeouts.pingEveryMs
  }

  /** It had been kept back until now. @param now on the clock of the world */
  left(nonce: bigint, now: number): void {
    const ping = this.#unanswered.get(nonce)
    if (ping) this.#unanswered.set(nonce, { ...ping, leftAt: now })
  }

  /** The latency in ms, or undefined for a nonce that is not ours. @param now on the clock of the world */
  answered(nonce: bigint, now: number): number | undefined {
    const ping = this.#unanswered.get(nonce)
    if (ping === undefined) return undefined
    this.#unanswered.delete(nonce)
    const last = now - ping.leftAt
    this.#latency = { last, least: Math.min(last, this.#latency?.least ?? last) }
    return last
  }

  isDue(now: number): boolean {
    return now >= this.#nextAt
  }

  isOverdue(now: number): boolean {
    return now >= this.#overdueAt()
  }

  /** When something is due or overdue. */
  next(): number {
    return Math.min(this.#nextAt, this.#overdueAt())
  }

  #overdueAt(): number {
    const [oldest] = this.#unanswered.values()
    return oldest === undefined ? Number.POSITIVE_INFINITY : oldest.madeAt + this.#timeouts.pongMs
  }
}
