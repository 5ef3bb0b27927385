/** What happens in a session, with its time: all that is shown, kept and replayed. */

import type { Role } from '@v2scope/bip324'
import type { SessionEvent } from '@v2scope/peer'

/**
 * Bytes as somebody on the path sees them: whose they are, and nothing of what is in them. Only in
 * recordings of the wire alone, where they stand for what came after the keys.
 */
export interface WireBytesEvent {
  readonly type: 'wire_bytes'
  readonly seq: number
  readonly role: Role
  readonly direction: 'sent' | 'received'
  readonly bytes: Uint8Array
  readonly fields: readonly {
    readonly name: 'unread bytes'
    readonly start: number
    readonly end: number
    readonly row: string
  }[]
}

/**
 * An event and when it happened, in ms from the start of the session. A packet of ours happens when it
 * is encrypted: where it is shaped, its bytes leave later.
 */
export type TimedEvent = (SessionEvent | WireBytesEvent) & { readonly time: number }
