/** Bitcoin's P2P messages: payload bytes <-> typed values, with the byte span of every field. */

export { type AddrMessage, MAX_ADDRESSES, type TimedAddress } from './addr.js'
export { type AddrV2Address, type AddrV2Message, MAX_ADDRV2_ADDRESS_LENGTH } from './addrv2.js'
export { type AddrV2NetworkName, addrV2NetworkName, showAddrV2Address } from './addrv2-network.js'
export type { BlockMessage } from './block.js'
export { type BlockHeaderFields, blockHash, type HashedBlockHeader } from './block-header.js'
export {
  type FilterAddMessage,
  type FilterLoadMessage,
  MAX_BLOOM_FILTER_LENGTH,
  MAX_FILTER_ELEMENT_LENGTH,
  MAX_HASH_FUNCTIONS,
} from './bloom-filter.js'
export type { CmpctBlockMessage, PrefilledTransaction } from './compact-block.js'
export { type ShortIdKeys, shortTransactionId } from './compact-block-short-id.js'
export type { BlockTxnMessage, GetBlockTxnMessage } from './compact-block-transactions.js'
export type {
  CompactFilterRange,
  GetCFCheckptMessage,
  GetCFHeadersMessage,
  GetCFiltersMessage,
} from './compact-filter-requests.js'
export {
  type CFCheckptMessage,
  type CFHeadersMessage,
  type CFilterMessage,
  MAX_FILTER_CHECKPOINTS,
  MAX_FILTER_HASHES,
} from './compact-filters.js'
export { type DecodedMessage, type DecodeOptions, decodeMessage } from './decode.js'

export { encodeMessage } from './encode.js'
export { encodeForm } from './encode-form.js'
export { FEATURE_ID_LENGTH, type FeatureMessage, MAX_FEATURE_DATA_LENGTH } from './feature.js'
export { FIELD_KEYS, type FieldGroup, type FieldKey } from './field-keys.js'
export type { Form, FormChoice, FormField, FormUnit, GroupForm } from './form.js'
export { type FormGroupValue, type FormValue, initialValue } from './form-value.js'
export {
  type BlockLocator,
  type GetBlocksMessage,
  type GetHeadersMessage,
  MAX_LOCATOR_HASHES,
} from './get-headers.js'
export { golombElementCount } from './golomb-coded-set.js'
export { type BlockHeader, type HeadersMessage, MAX_HEADERS } from './headers.js'
export {
  type GetDataMessage,
  type InventoryItem,
  type InventoryKindName,
  type InvMessage,
  inventoryKindName,
  MAX_INVENTORY,
  type NotFoundMessage,
} from './inventory.js'
export { isKnownType, KNOWN_TYPES, type KnownType } from './known-types.js'
export type { MerkleBlockMessage } from './merkle-block.js'
export type { Message, UnknownMessage } from './message.js'
export { MessageError, type MessageErrorCode } from './message-error.js'
export { MESSAGE_TYPES, messageForm } from './message-form.js'
export type { NetworkAddress } from './network-address.js'
export { MAX_PAYLOAD_LENGTH } from './payload-limit.js'
export { type ReadMessage, readMessage } from './read.js'
export type { FieldSpan } from './reader.js'
export type {
  ReconcilDiffMessage,
  ReqReconMessage,
  ReqSketchExtMessage,
  SendTxRcnclMessage,
  SketchMessage,
} from './reconciliation.js'
export {
  type AlertMessage,
  MAX_REJECT_REASON_LENGTH,
  type RejectMessage,
} from './retired-messages.js'
export { describeScript, type ScriptDescription } from './script.js'
export type { AddressNetwork } from './script-address.js'
export type { ScriptType } from './script-type.js'
export { describeServices } from './services.js'
export type {
  FeeFilterMessage,
  FilterClearMessage,
  GetAddrMessage,
  MempoolMessage,
  PingMessage,
  PongMessage,
  SendAddrV2Message,
  SendCmpctMessage,
  SendHeadersMessage,
  VerackMessage,
  WtxidRelayMessage,
} from './small-messages.js'
export { FIELD_SOURCES, type Source, TYPE_SOURCES } from './sources.js'
export {
  encodeTransaction,
  type Transaction,
  type TransactionFields,
  type TransactionInput,
  type TransactionOutput,
  toTransaction,
} from './transaction.js'
export type { TransactionForm } from './transaction-layout.js'
export type { TxMessage } from './transaction-message.js'
export { MAX_USER_AGENT_LENGTH } from './user-agent.js'
export type { VersionEnd, VersionMessage } from './version.js'
