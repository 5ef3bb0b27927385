/** Every message as a value. */

import type { AddrMessage } from './addr.js'
import type { AddrV2Message } from './addrv2.js'
import type { GetHeadersMessage } from './get-headers.js'
import type { HeadersMessage } from './headers.js'
import type { InvMessage } from './inventory.js'
import type {
  FeeFilterMessage,
  PingMessage,
  PongMessage,
  SendAddrV2Message,
  SendCmpctMessage,
  SendHeadersMessage,
  VerackMessage,
  WtxidRelayMessage,
} from './small-messages.js'
import type { VersionMessage } from './version.js'

/** The messages whose fields are known, by their type on the wire. */
export interface DecodedTypes {
  addr: AddrMessage
  addrv2: AddrV2Message
  feefilter: FeeFilterMessage
  getheaders: GetHeadersMessage
  headers: HeadersMessage
  inv: InvMessage
  ping: PingMessage
  pong: PongMessage
  sendaddrv2: SendAddrV2Message
  sendcmpct: SendCmpctMessage
  sendheaders: SendHeadersMessage
  verack: VerackMessage
  version: VersionMessage
  wtxidrelay: WtxidRelayMessage
}

/** A message whose fields are not known here: its bytes. */
export interface UnknownMessage {
  readonly type: 'unknown'
  /** The type on the wire, such as `block`. */
  readonly messageType: string
  readonly payload: Uint8Array
}

/** A message of any type; `type` tells which. */
export type Message = DecodedTypes[keyof DecodedTypes] | UnknownMessage
