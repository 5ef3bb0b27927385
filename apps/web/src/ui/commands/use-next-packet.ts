/** From packet to packet, of those that the filter leaves, wherever the list is in sight or not. */

import { viewedSession } from '../../session/store.js'
import { useSessionStore } from '../session-hooks.js'
import { useUi } from '../ui-store.js'
import { useSelect } from '../use-select.js'
import { useCommand } from './registry.js'

export function useNextPacket(): void {
  const store = useSessionStore()
  const select = useSelect()
  const go = (by: 1 | -1) => () => {
    const session = viewedSession(store.getState())
    if (!session) return
    const { items, selected } = session
    const { matches } = useUi.getState().filter.applied
    const from = selected === undefined ? (by > 0 ? -1 : items.length) : items.indexOfSeq(selected)
    for (let i = from + by; i >= 0 && i < items.length; i += by) {
      const item = items.at(i)
      if (!item || !matches(item)) continue
      select(item.seq, false)
      return
    }
  }
  useCommand('next_packet', go(1))
  useCommand('previous_packet', go(-1))
}
