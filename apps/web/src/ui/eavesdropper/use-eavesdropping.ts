/** The session that is shown, from outside: brought anew about once a second while there is more of it. */

import type { Eavesdropping } from '@v2scope/eavesdropper'
import { useEffect } from 'react'
import type { SessionView } from '../../session/session-view.js'
import { viewedSession } from '../../session/store.js'
import { useActions, useApp, useSessionStore, useWholeView } from '../session-hooks.js'

const EVERY_MS = 1000

/** @returns the latest there is of it; undefined before the first */
export function useEavesdropping(): Eavesdropping | undefined {
  const store = useSessionStore()
  const { eavesdrop } = useActions()
  const session = useWholeView(({ id }) => id)
  const hasBegun = useWholeView(({ items }) => items.length > 0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: of another session, and of its first bytes, at once
  useEffect(() => {
    let asked: SessionView['status'] | undefined
    const ask = () => {
      const view = viewedSession(store.getState())
      // with every batch comes another
      if (!view || view.status === asked) return
      asked = view.status
      eavesdrop()
    }
    ask()
    const timer = setInterval(() => {
      if (!document.hidden) ask()
    }, EVERY_MS)
    return () => clearInterval(timer)
  }, [store, eavesdrop, session, hasBegun])
  return useApp(({ eavesdropping }) =>
    eavesdropping?.session === session ? eavesdropping.eavesdropping : undefined,
  )
}
