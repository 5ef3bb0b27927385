/** Bitcoin's P2P messages: payload bytes <-> typed values, with the byte span of every field. */

export { type AddrMessage, MAX_ADDRESSES, type TimedAddress } from './addr.js'
export { type AddrV2Address, type AddrV2Message, MAX_ADDRV2_ADDRESS_LENGTH } from './addrv2.js'
export { type AddrV2NetworkName, addrV2NetworkName, showAddrV2Address } from './addrv2-network.js'
export { type DecodedMessage, decodeMessage } from './decode.js'
export { MESSAGE_DESCRIPTIONS } from './descriptions.js'
export { encodeMessage } from './encode.js'
export { type GetHeadersMessage, MAX_LOCATOR_HASHES } from './get-headers.js'
export {
  type BlockHeader,
  type BlockHeaderFields,
  blockHash,
  type HeadersMessage,
  MAX_HEADERS,
} from './headers.js'
export {
  type InventoryItem,
  type InventoryKindName,
  type InvMessage,
  inventoryKindName,
  MAX_INVENTORY,
} from './inventory.js'
export type { Message, UnknownMessage } from './message.js'
export { MessageError, type MessageErrorCode } from './message-error.js'
export type { NetworkAddress } from './network-address.js'
export type { FieldSpan } from './reader.js'
export { describeServices } from './services.js'
export type {
  FeeFilterMessage,
  PingMessage,
  PongMessage,
  SendAddrV2Message,
  SendCmpctMessage,
  SendHeadersMessage,
  VerackMessage,
  WtxidRelayMessage,
} from './small-messages.js'
export { MAX_USER_AGENT_LENGTH } from './user-agent.js'
export type { VersionEnd, VersionMessage } from './version.js'
