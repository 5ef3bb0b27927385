import type { ConnectionLog } from './connection-log.js'
import { endAtOnce, endByAndBy } from './ending.js'
import { Joiner } from './joiner.js'
import type { Bounds } from './limits.js'
import { Relay } from './relay.js'
import type { RelayCommons, RelayEnds } from './relay-parts.js'
import { Sweeper } from './sweeper.js'

/** All open relays. */
export class Relays {
  /** Since the start. */
  opened = 0
  readonly #open = new Set<Relay>()
  readonly #log: ConnectionLog
  readonly #commons: RelayCommons

  constructor(bounds: Bounds, log: ConnectionLog) {
    this.#log = log
    this.#commons = { bounds, sweeper: new Sweeper(bounds), joiner: new Joiner(bounds.gatherSize) }
  }

  get count(): number {
    return this.#open.size
  }

  open(ends: RelayEnds): void {
    const relay = new Relay(ends, this.#commons)
    const { id } = relay
    const { destination, from } = ends
    const entry = { id, target: destination.name, from }
    this.#open.add(relay)
    void relay.over.then((summary) => {
      this.#open.delete(relay)
      this.#log.closed('relay', { ...entry, ...summary })
    })
    this.opened++
    this.#log.opened('relay', entry)
  }

  drain(): Promise<void> {
    return endByAndBy([...this.#open], this.#commons.bounds.drainTimeout)
  }

  close(): Promise<void> {
    return endAtOnce([...this.#open], this.#commons.bounds.closeGrace)
  }
}
