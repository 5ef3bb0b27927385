/** From a session's events to what is shown of it: the one way, for live, simulated and recorded. */

import { WireTally } from '@v2scope/eavesdropper'
import type { TimedEvent } from '@v2scope/recording'
import { EventLog } from './event-log.js'
import { ItemPacker } from './item-packer.js'
import { LinkTracker } from './link-tracker.js'
import { messageOf, readingOf } from './message-of.js'
import type { PackedItems } from './packed-items.js'
import type { KeyScheduleEvent, PhaseChange, Rekey } from './status.js'
import { isKeyScheduleEvent, toWireItem } from './wire-item.js'

/** What has been added and not been taken yet. */
export interface News {
  readonly items: readonly PackedItems[]
  readonly keyEvents: readonly KeyScheduleEvent[]
  readonly rekeys: readonly Rekey[]
  readonly states: readonly PhaseChange[]
}

interface Events {
  readonly keyEvents: KeyScheduleEvent[]
  readonly rekeys: Rekey[]
  readonly states: PhaseChange[]
}

/** A peer may send as many decoys before its version packet as it likes. */
const MOST_PREVIEWED = 2000

const noEvents = (): Events => ({ keyEvents: [], rekeys: [], states: [] })

export class Feed {
  readonly log: EventLog
  /** Of all that has been on the wire. */
  readonly tally = new WireTally()
  readonly #links = new LinkTracker()
  readonly #items = new ItemPacker()
  #events = noEvents()
  /** Directions whose version packet has passed. */
  readonly #negotiated = new Set<TimedEvent['direction']>()
  #previewsLeft = MOST_PREVIEWED

  /** @param logLimit bytes of events to keep */
  constructor(logLimit: number | undefined) {
    this.log = new EventLog(logLimit)
  }

  add(event: TimedEvent): void {
    this.log.add(event)
    this.#addToEvents(event)
    const bytes = messageOf(event)
    const reading = bytes && readingOf(bytes)
    const item = toWireItem(event, reading?.summary, this.#isPreviewed(event))
    if (!item) return
    this.tally.add(item.kind, item.label, item.wireBytes, bytes?.payload.length ?? 0)
    const message = reading?.message
    this.#items.add(message ? { ...item, ...this.#links.see(item, message) } : item)
  }

  take(): News {
    const news = { items: this.#items.take(), ...this.#events }
    this.#events = noEvents()
    return news
  }

  #addToEvents(event: TimedEvent): void {
    const { keyEvents, rekeys, states } = this.#events
    const { seq, time } = event
    if (isKeyScheduleEvent(event)) keyEvents.push(event)
    else if (event.type === 'rekeyed') {
      const { of, cipher, epoch } = event
      rekeys.push({ seq, time, of, cipher, epoch })
    } else if (event.type === 'state_changed') {
      const { phase, transport } = event
      states.push({ seq, time, phase, transport })
    }
  }

  /** The first bytes are shown of what a direction brings up to its version packet. */
  #isPreviewed(event: TimedEvent): boolean {
    if (this.#previewsLeft === 0 || this.#negotiated.has(event.direction)) return false
    if (event.type === 'wire_bytes' || event.type === 'v1_message') return false
    if (event.direction === 'local' || event.bytes.length === 0) return false
    if ('kind' in event && event.kind === 'version') this.#negotiated.add(event.direction)
    this.#previewsLeft -= 1
    return true
  }
}
