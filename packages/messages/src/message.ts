/** Every message as a value. */

import type { AddrMessage } from './addr.js'
import type { AddrV2Message } from './addrv2.js'
import type { BlockMessage } from './block.js'
import type { FilterAddMessage, FilterLoadMessage } from './bloom-filter.js'
import type { CmpctBlockMessage } from './compact-block.js'
import type { BlockTxnMessage, GetBlockTxnMessage } from './compact-block-transactions.js'
import type {
  GetCFCheckptMessage,
  GetCFHeadersMessage,
  GetCFiltersMessage,
} from './compact-filter-requests.js'
import type { CFCheckptMessage, CFHeadersMessage, CFilterMessage } from './compact-filters.js'
import type { FeatureMessage } from './feature.js'
import type { GetBlocksMessage, GetHeadersMessage } from './get-headers.js'
import type { HeadersMessage } from './headers.js'
import type { GetDataMessage, InvMessage, NotFoundMessage } from './inventory.js'
import type { MerkleBlockMessage } from './merkle-block.js'
import type {
  ReconcilDiffMessage,
  ReqReconMessage,
  ReqSketchExtMessage,
  SendTxRcnclMessage,
  SketchMessage,
} from './reconciliation.js'
import type { AlertMessage, RejectMessage } from './retired-messages.js'
import type {
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
import type { TxMessage } from './transaction-message.js'
import type { VersionMessage } from './version.js'

/** The messages whose fields are known, by their type on the wire. */
export interface DecodedTypes {
  addr: AddrMessage
  addrv2: AddrV2Message
  alert: AlertMessage
  block: BlockMessage
  blocktxn: BlockTxnMessage
  cfcheckpt: CFCheckptMessage
  cfheaders: CFHeadersMessage
  cfilter: CFilterMessage
  cmpctblock: CmpctBlockMessage
  feature: FeatureMessage
  feefilter: FeeFilterMessage
  filteradd: FilterAddMessage
  filterclear: FilterClearMessage
  filterload: FilterLoadMessage
  getaddr: GetAddrMessage
  getblocks: GetBlocksMessage
  getblocktxn: GetBlockTxnMessage
  getcfcheckpt: GetCFCheckptMessage
  getcfheaders: GetCFHeadersMessage
  getcfilters: GetCFiltersMessage
  getdata: GetDataMessage
  getheaders: GetHeadersMessage
  headers: HeadersMessage
  inv: InvMessage
  mempool: MempoolMessage
  merkleblock: MerkleBlockMessage
  notfound: NotFoundMessage
  ping: PingMessage
  pong: PongMessage
  reconcildiff: ReconcilDiffMessage
  reject: RejectMessage
  reqrecon: ReqReconMessage
  reqsketchext: ReqSketchExtMessage
  sendaddrv2: SendAddrV2Message
  sendcmpct: SendCmpctMessage
  sendheaders: SendHeadersMessage
  sendtxrcncl: SendTxRcnclMessage
  sketch: SketchMessage
  tx: TxMessage
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
