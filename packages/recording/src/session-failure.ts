/** Why a session ended. */

import type { SessionErrorCode } from './session-error-code.js'
import type { SessionFailure } from './session-status.js'

/** Why a session ended, by its own code. */
export interface FailureCause {
  readonly code: SessionErrorCode | `RELAY_${number}`
  /** Empty where no row of the protocol is about it. */
  readonly row: string
  readonly message: string
  readonly offset?: number
}

/** @param transport what was chosen @param afterSeq the item after which it happened, -1 before the first */
export function toSessionFailure(
  cause: FailureCause,
  transport: 'v2' | 'v1',
  afterSeq: number,
): SessionFailure {
  const v1MayWork = cause.code === 'CLOSED_BEFORE_KEY' && transport === 'v2'
  return { ...cause, v1MayWork, afterSeq }
}
