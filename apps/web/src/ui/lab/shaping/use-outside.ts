/** The session from outside, brought again and again while somebody looks. */

import type { Eavesdropping } from '@v2scope/eavesdropper'
import { useEffect } from 'react'
import { useActions, useApp, useWholeView } from '../../session-hooks.js'

const EVERY_MS = 500

/** Undefined before the first. */
export function useOutside(): Eavesdropping | undefined {
  const { eavesdrop } = useActions()
  const session = useWholeView(({ id }) => id)
  const state = useWholeView(({ status }) => status.state)
  const brought = useApp(({ eavesdropping }) => eavesdropping)
  useEffect(() => {
    if (session === 0) return
    eavesdrop()
    if (state === 'closed' || state === 'failed') return
    const timer = setInterval(() => {
      if (!document.hidden) eavesdrop()
    }, EVERY_MS)
    return () => clearInterval(timer)
  }, [session, state, eavesdrop])
  return brought?.session === session ? brought.eavesdropping : undefined
}
