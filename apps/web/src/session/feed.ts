/** From a session's events to what is shown of it: the one way, for live, simulated and recorded. */

import type { TimedEvent } from '@v2scope/recording'
import type { KeyScheduleEvent, WireItem } from './contract.js'
import { EventLog } from './event-log.js'
import { ItemList } from './item-list.js'
import { LinkTracker } from './link-tracker.js'
import { messageOf, readingOf } from './message-of.js'
import { isKeyScheduleEvent, toWireItem } from './wire-item.js'

/** What has been added and not been taken yet. */
export interface News {
  readonly items: readonly WireItem[]
  readonly keyEvents: readonly KeyScheduleEvent[]
}

export class Feed {
  readonly log: EventLog
  readonly #links = new LinkTracker()
  #all = ItemList.empty()
  #items: WireItem[] = []
  #keyEvents: KeyScheduleEvent[] = []

  /** @param logLimit bytes of events to keep */
  constructor(logLimit: number | undefined) {
    this.log = new EventLog(logLimit)
  }

  add(event: TimedEvent): void {
    this.log.add(event)
    if (isKeyScheduleEvent(event)) this.#keyEvents.push(event)
    const bytes = messageOf(event)
    const reading = bytes && readingOf(bytes)
    const item = toWireItem(event, reading?.summary)
    if (!item) return
    const message = reading?.message
    this.#items.push(message ? { ...item, ...this.#links.see(item, message) } : item)
  }

  /** Of all that were ever added, whether their events are still kept or not. */
  item(seq: number): WireItem | undefined {
    return this.#all.at(this.#all.indexOfSeq(seq))
  }

  take(): News {
    const news = { items: this.#items, keyEvents: this.#keyEvents }
    this.#all = this.#all.with(this.#items)
    this.#items = []
    this.#keyEvents = []
    return news
  }
}
