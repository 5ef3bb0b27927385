/** The nodes of the session that is shown. */

import { type KeyNode, scheduleNodes } from '@v2scope/key-schedule'
import type { KeyScheduleEvent } from '../../session/contract.js'
import { useView } from '../session-hooks.js'

/** Curve arithmetic takes a while: each list of events is gone through once. */
const made = new WeakMap<readonly KeyScheduleEvent[], readonly KeyNode[]>()

function nodesOf(events: readonly KeyScheduleEvent[]): readonly KeyNode[] {
  const known = made.get(events)
  if (known) return known
  const nodes = scheduleNodes(events)
  made.set(events, nodes)
  return nodes
}

export const useSchedule = (): readonly KeyNode[] => nodesOf(useView((view) => view.keyEvents))
