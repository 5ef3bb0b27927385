/** Where the handshake ends in what went over the wire. */

import type { WireItem } from './item.js'

/** An array, or the session's list. */
export type Items = Pick<readonly WireItem[], 'length' | 'at'>

/**
 * How many items are the handshake: up to and with the second version packet; the two keys, where
 * what followed them was not read.
 */
export function handshakeLength(items: Items): number {
  let versions = 0
  let keys = 0
  for (let i = 0; i < items.length; i++) {
    const kind = items.at(i)?.kind
    if (kind === 'key') keys += 1
    if (kind === 'unread bytes' && keys === 2) return i
    if (kind === 'version packet') {
      versions += 1
      if (versions === 2) return i + 1
    }
    if (kind === 'message' || kind === 'v1 message') {
      // a peer may send its first messages before it has our version packet (H7)
      if (kind === 'v1 message' || versions === 0) return i
    }
  }
  return items.length
}
