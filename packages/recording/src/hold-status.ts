/** What Hold keeps from the wire, for whoever shows it. */

import type { HeldEvent } from './outlet.js'

/** Pieces that are told of at once; how many there are is told too. */
export const MOST_HELD_TOLD = 20

export interface HoldStatus {
  readonly isOn: boolean
  /** Pieces and bytes that are held. */
  readonly count: number
  readonly bytes: number
  /** The first of them, at most `MOST_HELD_TOLD`. */
  readonly first: readonly HeldEvent[]
  /**
   * Until our verack is on the wire: since when the peer has been waiting for it, in ms from 1970.
   * A node hangs up 60 s after connecting; by its own clock, so what is left is an estimate.
   */
  readonly peerWaitsSince?: number
}
