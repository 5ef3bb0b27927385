/** The one table of the message types whose fields are known. */

import { addrCodec } from './addr.js'
import { addrV2Codec } from './addrv2.js'
import { blockCodec } from './block.js'
import { filterAddCodec, filterLoadCodec } from './bloom-filter.js'
import { cmpctBlockCodec } from './compact-block.js'
import { blockTxnCodec, getBlockTxnCodec } from './compact-block-transactions.js'
import {
  getCFCheckptCodec,
  getCFHeadersCodec,
  getCFiltersCodec,
} from './compact-filter-requests.js'
import { cFilterCodec, cfCheckptCodec, cfHeadersCodec } from './compact-filters.js'
import { featureCodec } from './feature.js'
import { getBlocksCodec, getHeadersCodec } from './get-headers.js'
import { headersCodec } from './headers.js'
import { getDataCodec, invCodec, notFoundCodec } from './inventory.js'
import { merkleBlockCodec } from './merkle-block.js'
import type { DecodedTypes } from './message.js'
import type { MessageCodec } from './message-codec.js'
import {
  reconcilDiffCodec,
  reqReconCodec,
  reqSketchExtCodec,
  sendTxRcnclCodec,
  sketchCodec,
} from './reconciliation.js'
import { alertCodec, rejectCodec } from './retired-messages.js'
import {
  feeFilterCodec,
  filterClearCodec,
  getAddrCodec,
  mempoolCodec,
  pingCodec,
  pongCodec,
  sendAddrV2Codec,
  sendCmpctCodec,
  sendHeadersCodec,
  verackCodec,
  wtxidRelayCodec,
} from './small-messages.js'
import { txCodec } from './transaction-message.js'
import { versionCodec } from './version.js'

/** A type whose fields are known. */
export type DecodedType = keyof DecodedTypes

export const CODECS: { readonly [T in DecodedType]: MessageCodec<DecodedTypes[T]> } = {
  addr: addrCodec,
  addrv2: addrV2Codec,
  alert: alertCodec,
  block: blockCodec,
  blocktxn: blockTxnCodec,
  cfcheckpt: cfCheckptCodec,
  cfheaders: cfHeadersCodec,
  cfilter: cFilterCodec,
  cmpctblock: cmpctBlockCodec,
  feature: featureCodec,
  feefilter: feeFilterCodec,
  filteradd: filterAddCodec,
  filterclear: filterClearCodec,
  filterload: filterLoadCodec,
  getaddr: getAddrCodec,
  getblocks: getBlocksCodec,
  getblocktxn: getBlockTxnCodec,
  getcfcheckpt: getCFCheckptCodec,
  getcfheaders: getCFHeadersCodec,
  getcfilters: getCFiltersCodec,
  getdata: getDataCodec,
  getheaders: getHeadersCodec,
  headers: headersCodec,
  inv: invCodec,
  mempool: mempoolCodec,
  merkleblock: merkleBlockCodec,
  notfound: notFoundCodec,
  ping: pingCodec,
  pong: pongCodec,
  reconcildiff: reconcilDiffCodec,
  reject: rejectCodec,
  reqrecon: reqReconCodec,
  reqsketchext: reqSketchExtCodec,
  sendaddrv2: sendAddrV2Codec,
  sendcmpct: sendCmpctCodec,
  sendheaders: sendHeadersCodec,
  sendtxrcncl: sendTxRcnclCodec,
  sketch: sketchCodec,
  tx: txCodec,
  verack: verackCodec,
  version: versionCodec,
  wtxidrelay: wtxidRelayCodec,
}

/** Whether the fields of this type are known. Types are the peer's words: `constructor` may come. */
export function isDecodedType(messageType: string): messageType is DecodedType {
  return Object.hasOwn(CODECS, messageType)
}
