import type { CloseCode } from './close-codes.js'

/** Why a page does not get, or keep, a connection: the close frame's code and reason. */
export interface Refusal {
  readonly kind: 'refused'
  readonly code: CloseCode
  /** Whose fault it is and what to do; at most 123 bytes reach the page. */
  readonly reason: string
}

export const refuse = (code: CloseCode, reason: string): Refusal => ({
  kind: 'refused',
  code,
  reason,
})
