import { endAtOnce, endByAndBy } from './ending.js'
import { Joiner } from './joiner.js'
import type { Bounds } from './limits.js'
import { Relay, type RelayCommons, type RelayEnds, type RelaySummary } from './relay.js'
import { Sweeper } from './sweeper.js'

/** All open relays. */
export class Relays {
  /** Since the start. */
  opened = 0
  readonly #open = new Set<Relay>()
  readonly #log: (line: string) => void
  readonly #commons: RelayCommons

  constructor(bounds: Bounds, log: (line: string) => void) {
    this.#log = log
    this.#commons = { bounds, sweeper: new Sweeper(bounds), joiner: new Joiner(bounds.gatherSize) }
  }

  get count(): number {
    return this.#open.size
  }

  open(ends: RelayEnds): void {
    const relay = new Relay(ends, this.#commons)
    this.#open.add(relay)
    void relay.over.then((summary) => {
      this.#open.delete(relay)
      this.#log(closingLine(summary))
    })
    this.opened++
    this.#log(`relay ${relay.id} to ${ends.destination.name} opened`)
  }

  drain(): Promise<void> {
    return endByAndBy([...this.#open], this.#commons.bounds.drainTimeout)
  }

  close(): Promise<void> {
    return endAtOnce([...this.#open], this.#commons.bounds.closeGrace)
  }
}

function closingLine({ id, target, code, bytesToPage, bytesToTarget }: RelaySummary): string {
  return `relay ${id} to ${target} closed with ${code}: ${bytesToTarget} bytes to the target, ${bytesToPage} to the page`
}
