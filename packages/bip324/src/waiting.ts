/** BIP324 §Handshake: what has come in and isn't whole yet, for whoever watches. */

import { ELLSWIFT_PUBKEY_LEN, LENGTH_FIELD_LEN, PACKET_OVERHEAD } from './constants.js'
import { assertNever } from './errors.js'
import { MAX_SEARCHED } from './garbage-scanner.js'
import type { ReceiveState } from './handshake.js'

/** What a transport is in the middle of receiving. */
export interface Waiting {
  /** `garbage` while its terminator hasn't been found. */
  readonly what: 'key' | 'garbage' | 'packet'
  /** Bytes that have come of it; 0 where nothing has. */
  readonly bytes: number
  /** Bytes that it takes at the most: garbage with its terminator 4111, a packet as it announces. */
  readonly of: number
}

/** Undefined where nothing is awaited. */
export function waitingFor(state: ReceiveState): Waiting | undefined {
  switch (state.state) {
    case 'detecting':
    case 'key':
      return { what: 'key', bytes: state.key.length, of: ELLSWIFT_PUBKEY_LEN }
    case 'garbage':
      return { what: 'garbage', bytes: state.scanner.searched.length, of: MAX_SEARCHED }
    case 'version':
    case 'application': {
      const { lengthField, sealed, size } = state.packets.pending
      const bytes = lengthField.length + sealed.length
      return { what: 'packet', bytes, of: Math.max(LENGTH_FIELD_LEN + size, PACKET_OVERHEAD) }
    }
    case 'v1':
    case 'failed':
    case 'ended':
      return undefined
    default:
      return assertNever(state)
  }
}

/** What the peer owes, in words. */
export function owed(state: ReceiveState): string {
  const waiting = waitingFor(state)
  if (waiting?.what === 'key') {
    const { bytes, of } = waiting
    const sent = bytes === 0 ? 'has sent nothing' : `has sent ${bytes} bytes`
    return `The peer ${sent} where its ${of}-byte key is due. It may be busy, no v2 node, or no Bitcoin node at all.`
  }
  if (waiting?.what === 'garbage') {
    const { bytes, of } = waiting
    return `The peer has sent its key and ${bytes} bytes more, and the terminator that ends its garbage is not among them (it may be within ${of}). It is possibly on another network: then both derive different keys.`
  }
  return "The peer's garbage has ended, but its version packet has not come."
}
