/** The nodes of the session that is shown. */

import { type KeyNode, scheduleNodes } from '@v2scope/key-schedule'
import { useMemo } from 'react'
import { useView } from '../session-hooks.js'

export function useSchedule(): readonly KeyNode[] {
  const events = useView((view) => view.keyEvents)
  return useMemo(() => scheduleNodes(events), [events])
}
