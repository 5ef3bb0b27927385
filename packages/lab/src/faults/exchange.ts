/** When version and verack have been exchanged, and ours has gone out. */

import type { PeerEvent } from '@v2scope/peer'
import type { SessionWorld, TimedEvent } from '@v2scope/recording'

export class Exchange {
  readonly #world: SessionWorld
  readonly #onDone: () => void
  #hasSent = false
  #hasReceived = false
  #cancel: (() => void) | undefined

  /** @param onDone called once */
  constructor(world: SessionWorld, onDone: () => void) {
    this.#world = world
    this.#onDone = onDone
  }

  /** Each event of ours, as it is told: before its bytes go out. */
  onEvent(event: TimedEvent): void {
    if (event.direction !== 'sent' || !('messageType' in event)) return
    if (event.messageType !== 'verack' || this.#hasSent) return
    this.#hasSent = true
    this.#look()
  }

  onPeerEvent(event: PeerEvent): void {
    if (event.type !== 'ready') return
    this.#hasReceived = true
    this.#look()
  }

  stop(): void {
    this.#cancel?.()
  }

  #look(): void {
    if (this.#hasSent && this.#hasReceived) this.#cancel = this.#world.after(0, this.#onDone)
  }
}
