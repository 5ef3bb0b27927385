/** Pings that are out, and how long their answers took. */

import type { Timeouts } from './timeouts.js'

export class Pings {
  readonly #timeouts: Timeouts
  readonly #unanswered = new Map<bigint, number>()
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

  sent(nonce: bigint, now: number): void {
    this.#unanswered.set(nonce, now)
    this.#nextAt = now + this.#timeouts.pingEveryMs
  }

  /** The latency in ms, or undefined for a nonce that is not ours. */
  answered(nonce: bigint, now: number): number | undefined {
    const sentAt = this.#unanswered.get(nonce)
    if (sentAt === undefined) return undefined
    this.#unanswered.delete(nonce)
    const last = now - sentAt
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
    return oldest === undefined ? Number.POSITIVE_INFINITY : oldest + this.#timeouts.pongMs
  }
}
