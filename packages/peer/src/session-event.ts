/** What is shown of a connection: the transport's trace, and v1 messages where v1 is spoken. */

import type { Direction, Role, TraceEvent } from '@v2scope/bip324'

export type V1FieldName = 'magic' | 'message type' | 'payload length' | 'checksum' | 'payload'

/** A v1 message: nothing of it is encrypted. `bytes` is header 24 ‖ payload, as on the wire. */
export interface V1MessageEvent {
  readonly type: 'v1_message'
  readonly seq: number
  readonly role: Role
  readonly direction: Direction
  readonly bytes: Uint8Array
  readonly fields: readonly {
    readonly name: V1FieldName
    readonly start: number
    readonly end: number
    readonly row: string
  }[]
  /** In its direction, from 0. */
  readonly number: number
  readonly messageType: string
  readonly payload: Uint8Array
}

export type SessionEvent = TraceEvent | V1MessageEvent
export type SessionSink = (event: SessionEvent) => void

const V1_FIELDS = [
  ['magic', 0, 4],
  ['message type', 4, 16],
  ['payload length', 16, 20],
  ['checksum', 20, 24],
] as const

/** The fields of a v1 message of this length in bytes; they tile it. */
export function v1Fields(length: number): V1MessageEvent['fields'] {
  const header = V1_FIELDS.map(([name, start, end]) => ({ name, start, end, row: 'H2' }))
  return length > 24 ? [...header, { name: 'payload', start: 24, end: length, row: 'H2' }] : header
}
