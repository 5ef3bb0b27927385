/** What is selected: chosen by the reader, and until then by the page. */

import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { WireItem } from '../session/item.js'
import { useActions, useIsStepping, useView } from './session-hooks.js'
import { forgetField, showLook, showPane, useUi } from './ui-store.js'

/** Chooses an item; `open` also goes to its details, where they are not in sight. */
export function useSelect(): (seq: number, open: boolean) => void {
  const { select } = useActions()
  return useCallback(
    (seq, open) => {
      forgetField()
      useUi.setState({ picked: undefined })
      select(seq)
      if (open && useUi.getState().pane !== 'details') showPane('details')
      else useUi.setState({ side: 'details' })
    },
    [select],
  )
}

/** The peer's version message, or until it has come the first item; each item is looked at once. */
function useWanted(session: number): number | undefined {
  const items = useView((view) => view.items)
  const search = useRef<{ session: number; next: number; found?: number }>({ session, next: 0 })
  return useMemo(() => {
    if (search.current.session !== session) search.current = { session, next: 0 }
    const at = search.current
    for (; at.found === undefined && at.next < items.length; at.next++) {
      const item = items.at(at.next)
      if (item && isPeersVersion(item)) at.found = item.seq
    }
    return at.found ?? items.at(0)?.seq
  }, [session, items])
}

const isPeersVersion = ({ direction, label, kind }: WireItem): boolean =>
  direction === 'received' && label === 'version' && kind !== 'version packet'

/** So that the details are never empty: our key at first, then the peer's version message. */
export function AutoSelect() {
  const { select } = useActions()
  const session = useView(({ id }) => id)
  const selected = useView((view) => view.selected)
  const wanted = useWanted(session)
  const isStepping = useIsStepping()
  const picked = useRef<{ session: number; seq: number } | undefined>(undefined)
  useEffect(() => {
    // where the cursor is, the step selects what it is about
    if (isStepping) {
      picked.current = undefined
      return
    }
    const ours = picked.current?.session === session && picked.current.seq === selected
    if (wanted === undefined || wanted === selected || !(selected === undefined || ours)) return
    picked.current = { session, seq: wanted }
    forgetField()
    useUi.setState({ picked: wanted })
    select(wanted, 'page')
  }, [session, selected, wanted, isStepping, select])
  return null
}

/** On every screen: once the item that a link names is selected, what it names in it is too. */
export function LinkedSelection() {
  const { linkShown } = useActions()
  const session = useView(({ id }) => id)
  const link = useView((view) => view.link)
  const selected = useView((view) => view.selected)
  const last = useRef(session)
  useEffect(() => {
    // what was chosen in one session means nothing in another
    if (last.current !== session) forgetField()
    last.current = session
    if (!link || (link.selected !== undefined && link.selected !== selected)) return
    showLook(link)
    linkShown()
  }, [session, link, selected, linkShown])
  return null
}
