import { setTimeout as sleep } from 'node:timers/promises'
import { CloseCode } from './close-codes.js'
import { Joiner } from './joiner.js'
import type { Bounds } from './limits.js'
import { refuse } from './refusal.js'
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

  /** Closes every relay with 1001; what is still there after the drain timeout is destroyed. */
  async drain(): Promise<void> {
    const ending = refuse(CloseCode.draining, 'The bridge is ending')
    for (const relay of this.#open) relay.close(ending)
    const over = Promise.all([...this.#open].map((relay) => relay.over))
    await Promise.race([over, sleep(this.#commons.bounds.drainTimeout, undefined, { ref: false })])
    for (const relay of this.#open) relay.destroy()
    await over
  }
}

function closingLine({ id, target, code, bytesToPage, bytesToTarget }: RelaySummary): string {
  return `relay ${id} to ${target} closed with ${code}: ${bytesToTarget} bytes to the target, ${bytesToPage} to the page`
}
