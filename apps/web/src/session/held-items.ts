/** What Hold keeps from the wire, as the page shows it: items that have not gone yet. */

import type { HeldEvent, HoldStatus } from '@v2scope/recording'
import type { HeldItem, HoldView } from './item.js'
import { messageOf, readingOf } from './message-of.js'
import { toWireItem } from './wire-item.js'

export class HeldItems {
  /** By the id of the piece: each is read once. */
  #read = new Map<number, string | undefined>()

  view({ first, ...hold }: HoldStatus): HoldView {
    const before = this.#read
    this.#read = new Map(
      first.map(({ id, event }) => [id, before.has(id) ? before.get(id) : summaryOf(event)]),
    )
    return { ...hold, first: first.flatMap((held) => this.#item(held)) }
  }

  #item({ id, event }: HeldEvent): HeldItem[] {
    const item = toWireItem(event, this.#read.get(id), true)
    return item ? [{ id, item }] : []
  }
}

function summaryOf(event: HeldEvent['event']): string | undefined {
  const message = messageOf(event)
  return message && readingOf(message).summary
}
