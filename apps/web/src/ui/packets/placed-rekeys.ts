/** The changes of keys that are rows, and where among the items they are: each is looked at once, as it comes. */

import { useMemo, useRef } from 'react'
import type { GrowingList } from '../../session/growing-list.js'
import type { Items } from '../../session/handshake.js'
import type { Rekey } from '../../session/status.js'
import { countBelow, type PlacedRekeys, seqsOf } from './row-index.js'

export class RekeyPlaces {
  readonly #rekeys: Rekey[] = []
  readonly #places: number[] = []
  #looked = 0

  /** @param rekeys those of the last call, and what has come since; or some of the first of them */
  lookAt(rekeys: Pick<GrowingList<Rekey>, 'length' | 'at'>, items: Items): PlacedRekeys {
    for (; this.#looked < rekeys.length; this.#looked += 1) {
      const rekey = rekeys.at(this.#looked)
      // both ciphers of a direction change their keys at once: one row stands for the two
      if (rekey?.cipher !== 'FSChaCha20Poly1305') continue
      this.#rekeys.push(rekey)
      // it stays there, whatever comes after it
      this.#places.push(countBelow(items.length, seqsOf(items), rekey.seq))
    }
    const last = rekeys.at(rekeys.length - 1)?.seq ?? -1
    return {
      length: countBelow(this.#rekeys.length, (i) => this.#rekeys[i]?.seq ?? last, last + 1),
      at: (i) => this.#rekeys[i],
      placeOf: (i) => this.#places[i] ?? 0,
    }
  }
}

/** @param session the list of another session is looked at anew */
export function usePlacedRekeys(
  session: number,
  rekeys: GrowingList<Rekey>,
  items: Items,
): PlacedRekeys {
  const kept = useRef<{ session: number; places: RekeyPlaces } | undefined>(undefined)
  return useMemo(() => {
    if (kept.current?.session !== session) kept.current = { session, places: new RekeyPlaces() }
    return kept.current.places.lookAt(rekeys, items)
  }, [session, rekeys, items])
}
