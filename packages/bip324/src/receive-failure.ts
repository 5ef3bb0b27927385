/** BIP324 §Handshake: what a failed connection leaves behind, and why it failed, in words. */

import { GARBAGE_TERMINATOR_LEN, HEADER_LEN, TAG_LEN } from './constants.js'
import { MAX_SEARCHED } from './garbage-scanner.js'
import type { ReceiveState } from './handshake.js'
import type { FieldName } from './trace.js'

export const CLOSED_BEFORE_KEY =
  'The peer closed the connection at once, having sent nothing: it does not speak v2, or it does not want this connection. A v1 connection, which is not encrypted, may work.'
export const NO_TERMINATOR = `Missing garbage terminator: the peer sent ${MAX_SEARCHED} bytes after its key, and the ${GARBAGE_TERMINATOR_LEN} that end its garbage are not among them. It is possibly on another network (both then derive different keys), or it is no v2 peer.`

/** P5, for packet `number` whose AAD was so many bytes. */
export function notAuthentic(number: number, aadLength: number): string {
  const first = `its first packet also vouches for the ${aadLength} bytes of garbage before it`
  const why = aadLength > 0 ? `; ${first}` : ''
  return `Packet ${number} of the peer is not authentic: a bit was changed on the way, or the peer's keys are others${why}.`
}

/** What has come in and belongs to no event yet, as the fields that it would have become. */
export function unclaimedBytes(state: ReceiveState): (readonly [FieldName, Uint8Array])[] {
  const parts: (readonly [FieldName, Uint8Array])[] = []
  if (state.state === 'detecting' || state.state === 'key') {
    parts.push(['incomplete key', state.key.peek()])
  }
  if (state.state === 'garbage') parts.push(['garbage', state.scanner.searched])
  if (state.state === 'version' || state.state === 'application') {
    const { lengthField, sealed, size } = state.packets.pending
    const hasTag = sealed.length === size && size >= HEADER_LEN + TAG_LEN
    const end = hasTag ? size - TAG_LEN : sealed.length
    parts.push(
      ['length field', lengthField],
      ['ciphertext', sealed.subarray(0, end)],
      ['tag', sealed.subarray(end)],
    )
  }
  return parts.filter(([, bytes]) => bytes.length > 0)
}
