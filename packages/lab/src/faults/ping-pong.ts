/** Pings and pongs among the events of a session. */

import type { TimedEvent } from '@v2scope/recording'

const NONCE_LEN = 8

export interface PingPong {
  readonly type: 'ping' | 'pong'
  readonly direction: 'sent' | 'received'
  readonly nonce: bigint
}

/** Undefined: it is none. */
export function pingPong(event: TimedEvent): PingPong | undefined {
  if (event.type !== 'message' && event.type !== 'v1_message') return undefined
  const { messageType: type, direction, bytes } = event
  if ((type !== 'ping' && type !== 'pong') || direction === 'local') return undefined
  if (bytes.length < NONCE_LEN) return undefined
  const at = bytes.byteOffset + bytes.length - NONCE_LEN
  return { type, direction, nonce: new DataView(bytes.buffer, at).getBigUint64(0, true) }
}
