/** How a session ended that did not fail. */

import { PEER_CLOSED, PEER_RESET } from './relay-close.js'
import type { SessionStatus } from './status.js'

/** By the peer: by a FIN, by a reset; in a recording it isn't known which. */
export type Ending = 'us' | 'peer' | 'closed' | 'reset'

/** @returns undefined while it goes on, and where it failed */
export function endingOf({ state, closedBy, relay }: SessionStatus): Ending | undefined {
  if (state !== 'closed' || closedBy === undefined) return undefined
  if (closedBy === 'us') return 'us'
  return wayOut(relay?.closeCode) ?? 'peer'
}

/** How the peer's connection ended, by the code with which the bridge told of it. */
export function wayOut(closeCode: number | undefined): 'closed' | 'reset' | undefined {
  switch (closeCode) {
    case PEER_CLOSED:
      return 'closed'
    case PEER_RESET:
      return 'reset'
    default:
      return undefined
  }
}
