/** What an interference does, noted as it does it. */

import { concatBytes } from '@v2scope/bip324'
import type { WireDeed } from './fault-standing.js'
import type { Span } from './span.js'

const MOST_SHOWN = 64

export class DeedNote {
  readonly #direction: WireDeed['direction']
  readonly #onDeed: (deed: WireDeed) => void
  #deed: WireDeed | undefined

  /** @param onDeed told at the first change, and again where more of it follows */
  constructor(direction: WireDeed['direction'], onDeed: (deed: WireDeed) => void) {
    this.#direction = direction
    this.#onDeed = onDeed
  }

  get isDone(): boolean {
    return this.#deed !== undefined
  }

  /** @param offset in the stream as it was @param before what was there @param after what is there now */
  add({ part, packet }: Span, offset: number, before: Uint8Array, after: Uint8Array): void {
    const deed = this.#deed ?? {
      direction: this.#direction,
      offset,
      part,
      ...(packet !== undefined && { packet }),
      before: new Uint8Array(0),
      after: new Uint8Array(0),
    }
    this.#deed = {
      ...deed,
      before: concatBytes(deed.before, before).slice(0, MOST_SHOWN),
      after: concatBytes(deed.after, after).slice(0, MOST_SHOWN),
    }
    this.#onDeed(this.#deed)
  }
}
