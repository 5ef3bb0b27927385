/** What the bridge leaves to the connection of the session that is shown, where that matters. */

import { useEffect, useState } from 'react'
import type { RelayStatus } from '../../session/status.js'
import { useWholeView } from '../session-hooks.js'

const SECOND_MS = 1000
/** Of a connection's life, in ms: before, the end is far. */
const LAST_MS = 5 * 60 * SECOND_MS

/** Each only where it matters now. */
export interface RelayLeft {
  /** Of its bytes, once more than half of them is used. */
  readonly bytes?: number
  /** Of its life, in ms, in the last minutes of it. */
  readonly lifetime?: number
  /** In s, until our first byte has gone. */
  readonly firstByte?: number
}

export function useRelayLeft(): RelayLeft {
  const relay = useWholeView(({ status: { state, relay } }) =>
    state === 'closed' || state === 'failed' ? undefined : relay,
  )
  const [now, setNow] = useState(() => Date.now())
  const isTimed = relay?.bounds?.lifetime != null || isAwaited(relay)
  useEffect(() => {
    if (!isTimed) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS)
    return () => clearInterval(timer)
  }, [isTimed])
  return relay ? leftOf(relay, now) : {}
}

const isAwaited = (relay: RelayStatus | undefined): boolean =>
  relay?.hasSent === false && relay.bounds?.firstByte != null

/** @param now in ms from 1970 */
export function leftOf(relay: RelayStatus, now: number): RelayLeft {
  const { openedAt, bounds, bytes, hasSent } = relay
  if (openedAt === undefined || !bounds) return {}
  const { bytesInAll, lifetime, firstByte } = bounds
  const ofLife = lifetime === null ? Number.POSITIVE_INFINITY : openedAt + lifetime - now
  return {
    ...(bytesInAll !== null &&
      bytes > bytesInAll / 2 && { bytes: Math.max(bytesInAll - bytes, 0) }),
    ...(ofLife <= LAST_MS && { lifetime: Math.max(ofLife, 0) }),
    ...(!hasSent &&
      firstByte !== null && {
        firstByte: Math.max(Math.ceil((openedAt + firstByte - now) / SECOND_MS), 0),
      }),
  }
}
