/** A search through the kept events of a session, a slice at a time, so that the session goes on. */

import type { TimedEvent } from '@v2scope/recording'
import type { FromWorker, ToWorker } from './contract.js'
import type { SessionEnvironment } from './environment.js'
import type { KeptEvents } from './event-log.js'
import { type FindHit, findAll } from './find.js'
import { plainBytes } from './plain-bytes.js'
import { toWireItem } from './wire-item.js'

type Find = Extract<ToWorker, { type: 'find' }>

/** A slice ends after so many bytes or events: a few ms of work. */
const SLICE_BYTES = 1024 * 1024
const SLICE_EVENTS = 2000
/** Nobody goes through more hits than these. */
export const MOST_HITS = 10_000

export class Finder {
  readonly #after: SessionEnvironment['after']
  readonly #post: (message: FromWorker) => void
  #cancel: (() => void) | undefined

  constructor({ after }: Pick<SessionEnvironment, 'after'>, post: (message: FromWorker) => void) {
    this.#after = after
    this.#post = post
  }

  /** A search that is going on gives way to this one. @param events all that are kept, in order */
  start(find: Find, events: KeptEvents): void {
    this.stop()
    this.#slice(find, events, { next: 0, hits: find.hits, until: find.after })
  }

  stop(): void {
    this.#cancel?.()
    this.#cancel = undefined
  }

  #slice(
    find: Find,
    events: KeptEvents,
    from: { readonly next: number; readonly hits: number; readonly until: number },
  ): void {
    const hits: FindHit[] = []
    let { next, until } = from
    let bytes = 0
    const isFull = () => from.hits + hits.length >= MOST_HITS
    while (bytes < SLICE_BYTES && next < from.next + SLICE_EVENTS && !isFull()) {
      if (next >= events.length) break
      // some may have been dropped meanwhile
      const event = events.at(next)
      next += 1
      if (!event || event.seq <= find.after || !toWireItem(event, undefined, false)) continue
      hits.push(...hitsIn(event, find, MOST_HITS - from.hits - hits.length))
      bytes += event.bytes.length
      until = event.seq
    }
    const state = isFull() ? 'full' : next >= events.length ? 'done' : 'searching'
    this.#post({ type: 'found', session: find.session, find: find.find, hits, until, state })
    if (state !== 'searching') return
    const at = { next, hits: from.hits + hits.length, until }
    this.#cancel = this.#after(0, () => this.#slice(find, events, at))
  }
}

/** What isn't encrypted is searched as it is, whatever was asked for. */
function hitsIn(event: TimedEvent, { needle, scope }: Find, most: number): FindHit[] {
  const plain = scope === 'plain' ? plainBytes(event) : undefined
  const view = plain ? 'plain' : 'wire'
  return findAll(plain ?? event.bytes, needle, most).map((start) => ({
    seq: event.seq,
    bytes: { view, start, end: start + needle.bytes.length },
  }))
}
