/** The steps of the state bar: where the handshake is, or where it stopped. */

import type { SessionStatus } from '../../session/contract.js'

export const STEPS = ['detecting', 'keys', 'garbage', 'version packet'] as const

export type StepState = 'done' | 'now' | 'to come' | 'failed'

export interface Steps {
  /** Of each of `STEPS`. */
  readonly states: readonly StepState[]
  /** What all of it comes to. */
  readonly end: 'to come' | 'encrypted' | 'not encrypted' | 'closed' | 'failed'
}

/** Where it stands: an index into `STEPS`, or behind the last. */
function position({ state, phase, transport, started }: Where): number {
  if (transport !== 'detecting') return STEPS.length
  if (state === 'connecting' || !started) return 0
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
  /** Whether anything has crossed the wire. */
  readonly started: boolean
}

export function stepsOf(status: Where): Steps {
  const { state, transport } = status
  const at = position(status)
  const ended = state === 'failed' || state === 'closed'
  const states = STEPS.map((_, i): StepState => {
    // v1 knows none of this: only that it was found
    if (transport === 'v1') return i === 0 ? 'done' : 'to come'
    if (i < at) return 'done'
    if (i > at) return 'to come'
    return ended ? 'failed' : 'now'
  })
  if (ended) return { states, end: state === 'closed' ? 'closed' : 'failed' }
  if (transport === 'v1') return { states, end: 'not encrypted' }
  return { states, end: transport === 'v2' ? 'encrypted' : 'to come' }
}
