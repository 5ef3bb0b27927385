/** What is left until a node hangs up on who sends no verack. */

import { useEffect, useState } from 'react'
import { useView } from '../session-hooks.js'

const NODE_PATIENCE_MS = 60_000
const SECOND_MS = 1000

/** In s, to 0; undefined where nobody hangs up. */
export function useSecondsLeft(): number | undefined {
  const since = useView(({ status }) => status.hold?.peerWaitsSince)
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (since === undefined) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS)
    return () => clearInterval(timer)
  }, [since])
  if (since === undefined) return undefined
  return Math.max(Math.ceil((since + NODE_PATIENCE_MS - now) / SECOND_MS), 0)
}
