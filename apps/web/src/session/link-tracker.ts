/** Which message answers which: seen in the order of the wire, within a bound of memory. */

import type { Message } from '@v2scope/messages'
import type { WireItem } from './item.js'
import { askedBy, broughtBy } from './link-rules.js'
import { OpenWants } from './open-wants.js'

/** The links of an item. */
export type Linked = Pick<WireItem, 'asks' | 'answers'>

export class LinkTracker {
  readonly #wants = { sent: new OpenWants(), received: new OpenWants() }

  /** The links of the next item that is a message. */
  see({ seq, direction }: Pick<WireItem, 'seq' | 'direction'>, message: Message): Linked {
    const answers = settle(this.#wants[direction === 'sent' ? 'received' : 'sent'], message)
    const asked = askedBy(message)
    for (const keys of asked?.wants ?? []) this.#wants[direction].add(seq, keys)
    return {
      ...(asked && { asks: { what: asked.what, count: asked.wants.length } }),
      ...(answers && { answers }),
    }
  }
}

/** A message answers one: a notfound for several is told for the one whose things come first. */
function settle(wants: OpenWants, message: Message): WireItem['answers'] {
  const { things, partOf } = broughtBy(message)
  let answered: number | undefined
  let count = 0
  for (const keys of things) {
    const seq = wants.settle(keys)
    answered ??= seq
    if (seq !== undefined && seq === answered) count += 1
  }
  answered ??= partOf === undefined ? undefined : wants.find(partOf)
  return answered === undefined ? undefined : { seq: answered, count }
}
