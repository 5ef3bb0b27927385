/** The handshake plays: on opening, its items appear quickly one after another. */

import { useEffect, useState } from 'react'
import { reducedMotion } from '../parts/use-layout.js'
import { markPlayed, useUi } from '../ui-store.js'

const STEP_MS = 140
const TOTAL_MS = 2200

export interface Progress {
  readonly session: number
  /** Items that have come, and how many of them are the handshake. */
  readonly items: number
  readonly handshake: number
  /** Whether the handshake has come to an end, good or bad. */
  readonly over: boolean
}

/** How many items may be shown; all of them once it has played. */
export function usePlayback({ session, items, handshake, over }: Progress): number {
  const played = useUi((state) => state.played)
  const [shown, setShown] = useState({ session, count: 0 })
  const done = (played ?? -1) >= session || reducedMotion()
  const revealed = shown.session === session ? shown.count : 0

  useEffect(() => {
    if (done) return
    if (over && revealed >= handshake) {
      markPlayed(session)
      return
    }
    if (revealed >= items) return
    const pace = Math.min(STEP_MS, TOTAL_MS / Math.max(handshake, 1))
    const timer = setTimeout(() => setShown({ session, count: revealed + 1 }), pace)
    return () => clearTimeout(timer)
  }, [done, over, revealed, handshake, items, session])

  return done ? items : Math.min(revealed, items)
}
