/** The handshake plays: on opening, its items appear quickly one after another. */

import { useEffect, useRef, useState } from 'react'
import { reducedMotion } from '../parts/use-layout.js'
import { markPlayed, useUi } from '../ui-store.js'

const STEP_MS = 140
/** All of a handshake that is there takes no longer, however many items it has. */
const TOTAL_MS = 1500
/** Drawn no more often than a screen shows; what is due by then comes at once. */
const FRAME_MS = 16

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
  /** Up to when the time has been spent on items; undefined while there is none to show. */
  const spent = useRef<number | undefined>(undefined)
  const done = (played ?? -1) >= session || reducedMotion()
  const revealed = shown.session === session ? shown.count : 0

  useEffect(() => {
    if (done || revealed >= items) spent.current = undefined
    if (done) return
    if (over && revealed >= handshake) {
      markPlayed(session)
      return
    }
    if (revealed >= items) return
    const pace = Math.min(STEP_MS, TOTAL_MS / Math.max(handshake, 1))
    spent.current ??= performance.now()
    const from = spent.current
    const timer = setTimeout(
      () => {
        const due = Math.max(Math.floor((performance.now() - from) / pace), 1)
        spent.current = from + due * pace
        setShown({ session, count: Math.min(revealed + due, items) })
      },
      Math.max(from + pace - performance.now(), FRAME_MS),
    )
    return () => clearTimeout(timer)
  }, [done, over, revealed, handshake, items, session])

  return done ? items : Math.min(revealed, items)
}
