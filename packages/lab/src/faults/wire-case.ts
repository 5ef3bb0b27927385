/** A fault of the wire in a session: what does it, and what is told of it. */

import type { FaultCase } from './fault-case.js'
import type { WaitsFor, WireDeed } from './fault-standing.js'
import { Interferer } from './interferer.js'
import type { Passage } from './passage.js'
import { MOST_DRIVEN } from './stimulus.js'
import type { WireFault } from './wire-fault.js'

export class WireCase {
  readonly fault: WireFault
  readonly interferer: Interferer
  readonly told: FaultCase
  /** Of its direction; undefined before there is a wire. */
  readonly #passage: () => Passage | undefined
  /** It begins when version and verack have been exchanged. */
  isForReady = false

  constructor(
    fault: WireFault,
    passage: () => Passage | undefined,
    makeCase: (waitsFor: () => WaitsFor) => FaultCase,
  ) {
    this.fault = fault
    this.#passage = passage
    this.told = makeCase(() => this.#waitsFor())
    this.interferer = new Interferer(fault, (deed: WireDeed) => this.told.happened(deed))
  }

  /** How many packets of its direction it waits for, at the most; 0 where it does not, or where those of the handshake bring it. */
  get packetsWanted(): number {
    if (!this.told.isWaiting) return 0
    const until = this.#passage()?.packetsUntil(this.fault.where) ?? 0
    return Math.max(0, this.interferer.packetsAwaited ?? until)
  }

  #waitsFor(): WaitsFor {
    if (this.isForReady) return { thing: 'ready' }
    const { direction, where } = this.fault
    const count = this.interferer.packetsAwaited
    const far = this.packetsWanted > MOST_DRIVEN && ({ isFar: true } as const)
    if (count !== undefined) return { thing: 'packets', direction, count, ...far }
    const { bytes = 0, packets = 0 } = this.#passage() ?? {}
    return { thing: 'place', direction, where, bytes, packets, ...far }
  }
}
