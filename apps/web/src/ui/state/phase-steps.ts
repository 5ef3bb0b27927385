/** The steps of the state bar: where the handshake is, or where it stopped. */

import type { SessionView } from '../../session/session-view.js'
import type { SessionStatus } from '../../session/status.js'

export const STEPS = ['connected', 'keys', 'garbage', 'version packet'] as const

export type StepName = (typeof STEPS)[number]

export type StepState = 'done' | 'now' | 'to come' | 'failed'

export interface Steps {
  /** Of each of `STEPS`; v1 knows only the first. */
  readonly states: readonly StepState[]
  /** What all of it comes to. */
  readonly end: 'to come' | 'encrypted' | 'not encrypted' | 'closed' | 'failed'
}

/** Whether there was a connection: where nothing crosses it, the relay tells. */
export const hasBegun = ({ items, status }: SessionView): boolean =>
  items.length > 0 || status.relay?.openedAt !== undefined

/** Where it stands: an index into `STEPS`, or behind the last. */
function position({ state, phase, transport, started }: Where): number {
  if (transport === 'v1') return state === 'connecting' ? 0 : 1
  if (transport === 'v2') return STEPS.length
  const ended = state === 'failed' || state === 'closed'
  if (state === 'connecting' || (ended && !started)) return 0
  switch (phase) {
    case 'key exchange':
      return 1
    case 'garbage':
      return 2
    case 'version negotiation':
      return 3
    case 'application':
      return STEPS.length
  }
}

interface Where extends Pick<SessionStatus, 'state' | 'phase' | 'transport'> {
  /** See `hasBegun`. */
  readonly started: boolean
}

export function stepsOf(status: Where): Steps {
  const { state, transport } = status
  const at = position(status)
  const ended = state === 'failed' || state === 'closed'
  const steps = transport === 'v1' ? STEPS.slice(0, 1) : STEPS
  const states = steps.map((_, i): StepState => {
    if (i < at) return 'done'
    if (i > at) return 'to come'
    return ended ? 'failed' : 'now'
  })
  if (ended) return { states, end: state === 'closed' ? 'closed' : 'failed' }
  if (transport === 'v1') return { states, end: 'not encrypted' }
  return { states, end: transport === 'v2' ? 'encrypted' : 'to come' }
}
