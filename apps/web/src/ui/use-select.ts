/** What is selected: chosen by the reader, and until then by the page. */

import { useCallback, useEffect, useRef } from 'react'
import { useActions, useView } from './session-hooks.js'
import { forgetField, showPane, useUi } from './ui-store.js'

/** Chooses an item; `open` also goes to its details, where they are not in sight. */
export function useSelect(): (seq: number, open: boolean) => void {
  const { select } = useActions()
  return useCallback(
    (seq, open) => {
      forgetField()
      select(seq)
      if (open && useUi.getState().pane !== 'details') showPane('details')
      else useUi.setState({ side: 'details' })
    },
    [select],
  )
}

const EARLY_ITEMS = 60

/** So that the details are never empty: our key at first, then the peer's version message. */
export function useAutoSelect(): void {
  const { select } = useActions()
  const session = useView(({ id }) => id)
  const selected = useView((view) => view.selected)
  const wanted = useView(({ items }) => {
    const early = items.slice(0, EARLY_ITEMS)
    const told = early.find(
      ({ direction, label, kind }) =>
        direction === 'received' && label === 'version' && kind !== 'version packet',
    )
    return (told ?? early[0])?.seq
  })
  const picked = useRef<{ session: number; seq: number } | undefined>(undefined)
  useEffect(() => {
    const ours = picked.current?.session === session && picked.current.seq === selected
    if (wanted === undefined || wanted === selected || !(selected === undefined || ours)) return
    picked.current = { session, seq: wanted }
    forgetField()
    select(wanted)
  }, [session, selected, wanted, select])
}
