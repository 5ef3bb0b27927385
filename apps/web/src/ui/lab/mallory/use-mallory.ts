/** How Mallory's session stands, and what is known of the ids at both ends. */

import type { MalloryStanding } from '@v2scope/lab'
import { INBOUND, SIMULATED } from '@v2scope/recording'
import { readSessionId } from '../../../session/session-id.js'
import type { SessionView } from '../../../session/session-view.js'
import { DEMO } from '../../../session/targets.js'
import type { MalloryWords } from '../../../words/mallory.js'
import { useWholeView } from '../../session-hooks.js'
import { useMalloryChoice } from './mallory-choice.js'

/** Undefined where she is not in the session that is shown. */
export const useStanding = (): MalloryStanding | undefined =>
  useWholeView(({ status }) => status.lab?.mallory)

export const useIsOver = (): boolean =>
  useWholeView(({ status: { state } }) => state === 'closed' || state === 'failed')

/** What the node says that its session id is, by whatever way. */
export interface NodeId {
  readonly state: 'not asked' | 'asking' | 'unavailable' | 'reported' | 'pasted'
  /** 64 hex digits, where it is there. */
  readonly id?: string
}

export function useNodeId(): NodeId {
  const session = useWholeView(({ id }) => id)
  const report = useWholeView(({ peerReport }) => peerReport)
  const pasted = useMalloryChoice((choice) => choice.pasted)
  const id = pasted?.session === session ? readSessionId(pasted.text) : undefined
  if (report.state === 'reported' && report.sessionId !== undefined) {
    return { state: 'reported', id: report.sessionId }
  }
  if (id !== undefined) return { state: 'pasted', id }
  return {
    state: report.state === 'none' || report.state === 'reported' ? 'not asked' : report.state,
  }
}

/** Whether the page itself is told the peer's id, or will be: else somebody has to ask the node. */
export const isTold = (peer: string): boolean => peer === SIMULATED || peer === DEMO

export type Verdict =
  /** There is no such session, or its ids are not there yet; it is over, and they never were. */
  'none' | 'over' | 'v1' | 'dropped' | 'not compared' | 'unavailable' | 'equal' | 'different'

export function useVerdict(): Verdict {
  const isMallory = useWholeView(({ lab }) => lab?.mallory !== undefined)
  const ours = useWholeView(({ status }) => status.sessionId)
  const isV1 = useWholeView(isV1Open)
  const isDropped = useWholeView(({ status }) => (status.lab?.mallory?.refused ?? 0) > 0)
  const isOver = useIsOver()
  const { state, id } = useNodeId()
  if (!isMallory) return 'none'
  if (isDropped) return 'dropped'
  if (isV1) return 'v1'
  if (ours === undefined) return isOver ? 'over' : 'none'
  if (id !== undefined) return id === ours ? 'equal' : 'different'
  if (state === 'asking') return 'none'
  return state === 'unavailable' ? 'unavailable' : 'not compared'
}

const isV1Open = ({ status }: SessionView): boolean =>
  status.transport === 'v1' && status.state === 'ready'

/** Of the peer, as the page names it. */
export function peerName(peer: string, { parties }: MalloryWords): string {
  if (peer === SIMULATED) return parties.simulated
  if (peer === INBOUND) return parties.node
  return peer === DEMO ? parties.demo : peer
}

/** Of the peer, in the middle of a sentence. */
export function inSentence(
  peer: string,
  words: { readonly simulated: string; readonly demo: string; readonly inbound: string },
): string {
  if (peer === SIMULATED) return words.simulated
  if (peer === INBOUND) return words.inbound
  return peer === DEMO ? words.demo : peer
}

/** The first digit, from 0, in which two ids differ; undefined where none does. */
export function firstDifference(one: string, other: string): number | undefined {
  const at = [...one].findIndex((digit, i) => digit !== other[i])
  return at < 0 ? undefined : at
}
