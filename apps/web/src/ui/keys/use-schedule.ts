/** The nodes of the session that is shown. */

import { type KeyNode, scheduleNodes } from '@v2scope/key-schedule'
import type { KeyScheduleEvent } from '../../session/status.js'
import { useView } from '../session-hooks.js'

/** Curve arithmetic takes a while. Events follow each other in one way: the last stands for all. */
const made = new WeakMap<KeyScheduleEvent, readonly KeyNode[]>()
const NONE: readonly KeyNode[] = []

function nodesOf(events: readonly KeyScheduleEvent[]): readonly KeyNode[] {
  const last = events.at(-1)
  if (last === undefined) return NONE
  const known = made.get(last)
  if (known) return known
  const nodes = scheduleNodes(events)
  made.set(last, nodes)
  return nodes
}

export const useSchedule = (): readonly KeyNode[] => nodesOf(useView((view) => view.keyEvents))
