/** What a packet decrypts to. */

import { concatBytes, LENGTH_FIELD_LEN } from '@v2scope/bip324'
import type { TimedEvent } from '@v2scope/recording'

const BYTE_BITS = 8

/** Decrypted, in the layout of the wire; undefined where nothing was encrypted. */
export function plainBytes(event: TimedEvent): Uint8Array | undefined {
  if (event.type !== 'packet_sent' && event.type !== 'packet_received') return undefined
  const { header, contents, tag } = event
  const length = Uint8Array.from(
    { length: LENGTH_FIELD_LEN },
    (_, i) => event.length >> (BYTE_BITS * i),
  )
  return concatBytes(length, Uint8Array.of(header), contents, tag)
}
