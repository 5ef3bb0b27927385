import { useCallback } from 'react'
import { useActions } from '../session-hooks.js'
import { useSelect } from '../use-select.js'
import type { SideName, Which } from './use-sides.js'

/** Goes to an item of one side, in its own session. */
export function useOpenItem(left: Which, right: Which): (side: SideName, seq: number) => void {
  const { showCurrent, showPrevious, goTo } = useActions()
  const select = useSelect()
  return useCallback(
    (side, seq) => {
      if ((side === 'left' ? left : right) === 'current') showCurrent()
      else showPrevious()
      select(seq, true)
      goTo('session')
    },
    [left, right, showCurrent, showPrevious, select, goTo],
  )
}
