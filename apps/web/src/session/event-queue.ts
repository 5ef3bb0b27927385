/** Events in the order of their `seq`: added at one end, removed at the other, found by `seq`. */

import type { TimedEvent } from '@v2scope/recording'

/** Places of removed events that are put up with before the rest moves. */
const FEW = 1024

export class EventQueue {
  /** A removed event leaves its place, and no more. */
  #events: (TimedEvent | undefined)[] = []
  /** Index of the oldest. */
  #head = 0

  /** @param event later than all that were added before */
  add(event: TimedEvent): void {
    this.#events.push(event)
  }

  oldest(): TimedEvent | undefined {
    return this.#events[this.#head]
  }

  newest(): TimedEvent | undefined {
    return this.#events.at(-1)
  }

  removeOldest(): TimedEvent | undefined {
    const oldest = this.oldest()
    if (!oldest) return undefined
    this.#events[this.#head] = undefined
    this.#head += 1
    // not before half of the places are free: so an event moves once, on average
    if (this.#head > FEW && this.#head * 2 > this.#events.length) {
      this.#events = this.#events.slice(this.#head)
      this.#head = 0
    }
    return oldest
  }

  get(seq: number): TimedEvent | undefined {
    let low = this.#head
    let high = this.#events.length - 1
    while (low <= high) {
      const middle = (low + high) >>> 1
      const event = this.#events[middle]
      if (event?.seq === seq) return event
      if (event && event.seq < seq) low = middle + 1
      else high = middle - 1
    }
    return undefined
  }

  values(): TimedEvent[] {
    return this.#events.slice(this.#head).filter((event) => event !== undefined)
  }
}
