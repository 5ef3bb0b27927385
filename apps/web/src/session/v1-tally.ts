/** Counts what is sent and received in v1, where no transport counts it. */

import { noStats, type TransportStats } from '@v2scope/bip324'
import type { WireItem } from './contract.js'

export class V1Tally {
  readonly #counts = { sent: noStats(), received: noStats() }

  add(item: WireItem): void {
    if (item.kind !== 'v1 message') return
    const counts = this.#counts[item.direction]
    counts.bytes += item.wireBytes
    counts.packets += 1
    counts.messages += 1
  }

  stats(): TransportStats {
    return { sent: { ...this.#counts.sent }, received: { ...this.#counts.received } }
  }
}
