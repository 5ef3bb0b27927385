/** Keeps the search in step with what is written, and with what comes in. */

import { useEffect } from 'react'
import type { ByteRange } from '../../session/look.js'
import { useActions, useApp, useView } from '../session-hooks.js'
import type { ParsedNeedle } from './needle.js'

/** Who types is not searched for after every letter. */
const TYPED_MS = 150
/** What has come in is searched so often. */
const CAME_MS = 500

/** @param parsed the same object for the same text */
export function useSearch(parsed: ParsedNeedle, scope: ByteRange['view']): void {
  const { find, findOn, endFind } = useActions()
  const session = useView(({ id }) => id)
  const length = useView(({ items }) => items.length)
  const state = useApp(({ search }) => search?.state)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another session is another search
  useEffect(() => {
    if (parsed.state !== 'ready') {
      endFind()
      return
    }
    const timer = setTimeout(() => find(parsed.needle, scope), TYPED_MS)
    return () => clearTimeout(timer)
  }, [parsed, scope, session, find, endFind])
  useEffect(() => endFind, [endFind])

  // biome-ignore lint/correctness/useExhaustiveDependencies: more has come
  useEffect(() => {
    if (state !== 'done') return
    const timer = setTimeout(findOn, CAME_MS)
    return () => clearTimeout(timer)
  }, [length, state, findOn])
}
