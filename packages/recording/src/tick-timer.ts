/** Calls a peer's `tick` when it wants it. */

import type { Peer } from '@v2scope/peer'
import type { SessionWorld } from './session-world.js'

export class TickTimer {
  readonly #world: Pick<SessionWorld, 'now' | 'after'>
  readonly #onDue: () => void
  #cancel: (() => void) | undefined
  #at: number | undefined

  /** @param onDue ticks the peer, and sets this timer again */
  constructor(world: Pick<SessionWorld, 'now' | 'after'>, onDue: () => void) {
    this.#world = world
    this.#onDue = onDue
  }

  /** @param earliest the least wait, in ms */
  set(peer: Peer, earliest = 0): void {
    const at = peer.nextTick()
    if (at === this.#at && at !== undefined) return
    this.stop()
    if (at === undefined || at === Number.POSITIVE_INFINITY) return
    this.#at = at
    const wait = Math.max(earliest, Math.ceil(at - this.#world.now()))
    this.#cancel = this.#world.after(wait, () => {
      this.#at = undefined
      this.#cancel = undefined
      this.#onDue()
    })
  }

  stop(): void {
    this.#cancel?.()
    this.#cancel = undefined
    this.#at = undefined
  }
}
