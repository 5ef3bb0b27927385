/** The one table of the message types whose fields are known. */

import { addrCodec } from './addr.js'
import { addrV2Codec } from './addrv2.js'
import { getHeadersCodec } from './get-headers.js'
import { headersCodec } from './headers.js'
import { invCodec } from './inventory.js'
import type { DecodedTypes } from './message.js'
import type { MessageCodec } from './message-codec.js'
import {
  feeFilterCodec,
  pingCodec,
  pongCodec,
  sendAddrV2Codec,
  sendCmpctCodec,
  sendHeadersCodec,
  verackCodec,
  wtxidRelayCodec,
} from './small-messages.js'
import { versionCodec } from './version.js'

/** A type whose fields are known. */
export type DecodedType = keyof DecodedTypes

export const CODECS: { readonly [T in DecodedType]: MessageCodec<DecodedTypes[T]> } = {
  addr: addrCodec,
  addrv2: addrV2Codec,
  feefilter: feeFilterCodec,
  getheaders: getHeadersCodec,
  headers: headersCodec,
  inv: invCodec,
  ping: pingCodec,
  pong: pongCodec,
  sendaddrv2: sendAddrV2Codec,
  sendcmpct: sendCmpctCodec,
  sendheaders: sendHeadersCodec,
  verack: verackCodec,
  version: versionCodec,
  wtxidrelay: wtxidRelayCodec,
}

/** Whether the fields of this type are known. Types are the peer's words: `constructor` may come. */
export function isDecodedType(messageType: string): messageType is DecodedType {
  return Object.hasOwn(CODECS, messageType)
}
