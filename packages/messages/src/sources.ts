/** Where fields and message types are laid down; those from before the first BIP are nowhere. */

import type { FieldKey } from './field-keys.js'
import type { KnownType } from './known-types.js'

/** A section of a BIP. */
export interface Source {
  readonly bip: number
  /** Its heading, as the BIP writes it; absent where the whole of the BIP is meant. */
  readonly section?: string
}

const at = (bip: number, section: string): Source => ({ bip, section })

const RELAY_FLAG = at(37, 'Extensions to existing messages')
const FEATURE = at(434, 'feature message')
const PING = at(31, 'Specification')
const REJECT = at(61, 'reject')
const FEE_FILTER = at(133, 'Specification')
const ADDR_V2 = at(155, 'Specification')
const SEQUENCE = at(68, 'Specification')
const WITNESS = at(144, 'Serialization')
const SEND_COMPACT = at(152, 'sendcmpct')
const SHORT_IDS = at(152, 'HeaderAndShortIDs')
const PREFILLED = at(152, 'PrefilledTransaction')
const BLOCK_REQUEST = at(152, 'BlockTransactionsRequest')
const BLOCK_ANSWER = at(152, 'BlockTransactions')
const BLOOM = at(37, 'New messages')
const MERKLE = at(37, 'Partial Merkle branch format')
const FILTER_REQUEST = at(157, 'getcfilters')
const FILTER = at(157, 'cfilter')
const FILTER_HASHES = at(157, 'cfheaders')
const CHECKPOINTS = at(157, 'cfcheckpt')
const FILTER_HEADERS = at(157, 'Filter Headers')
const CODED_SET = at(158, 'Golomb-Coded Sets')
const RECONCILE = at(330, 'sendtxrcncl')
const ROUND_END = at(330, 'reconcildiff')
/** A draft, whose headings may still change. */
const UTREEXO: Source = { bip: 183 }

export const FIELD_SOURCES: { readonly [K in FieldKey]?: Source } = {
  'version.services': at(324, 'Signaling v2 support'),
  'version.user agent': at(14, 'Proposal'),
  'version.relay': RELAY_FLAG,
  'feature.feature id': FEATURE,
  'feature.feature data': FEATURE,
  'feefilter.fee rate': FEE_FILTER,
  'ping.nonce': PING,
  'pong.nonce': PING,
  'reject.rejected type': REJECT,
  'reject.code': REJECT,
  'reject.reason': REJECT,
  'reject.hash': REJECT,
  'addrv2.services': ADDR_V2,
  'addrv2.network': ADDR_V2,
  'addrv2.address': ADDR_V2,
  'inventory.kind': at(144, 'Relay'),
  'block header.version': at(9, 'Bit flags'),
  transaction: at(141, 'Transaction ID'),
  'transaction.version': SEQUENCE,
  'transaction.marker': WITNESS,
  'transaction.flag': WITNESS,
  'transaction.lock time': at(113, 'Specification'),
  'input.script': at(141, 'Witness program'),
  'input.coinbase script': at(34, 'Specification'),
  'input.sequence': SEQUENCE,
  witness: WITNESS,
  'witness.item count': WITNESS,
  'witness.item': WITNESS,
  'witness.item length': WITNESS,
  'sendcmpct.high bandwidth': SEND_COMPACT,
  'sendcmpct.version': SEND_COMPACT,
  'cmpctblock.nonce': SHORT_IDS,
  'cmpctblock.short ids': SHORT_IDS,
  'cmpctblock.short id count': SHORT_IDS,
  'cmpctblock.short id': at(152, 'Short transaction IDs'),
  'cmpctblock.prefilled': SHORT_IDS,
  'cmpctblock.prefilled count': SHORT_IDS,
  'cmpctblock.prefilled item': PREFILLED,
  'cmpctblock.index': PREFILLED,
  'getblocktxn.block hash': BLOCK_REQUEST,
  'getblocktxn.indexes': BLOCK_REQUEST,
  'getblocktxn.index count': BLOCK_REQUEST,
  'getblocktxn.index': BLOCK_REQUEST,
  'blocktxn.block hash': BLOCK_ANSWER,
  'blocktxn.transactions': BLOCK_ANSWER,
  'blocktxn.transaction count': BLOCK_ANSWER,
  'filterload.filter': at(37, 'Bloom filter format'),
  'filterload.hash functions': BLOOM,
  'filterload.tweak': BLOOM,
  'filterload.flags': BLOOM,
  'filteradd.element': BLOOM,
  'merkleblock.transaction count': MERKLE,
  'merkleblock.hashes': MERKLE,
  'merkleblock.hash count': MERKLE,
  'merkleblock.hash': MERKLE,
  'merkleblock.flags': MERKLE,
  'compact filter.type': at(157, 'Filter Types'),
  'filter request.start height': FILTER_REQUEST,
  'filter request.stop hash': FILTER_REQUEST,
  'filter answer.stop hash': FILTER_HASHES,
  'cfilter.block hash': FILTER,
  'cfilter.filter': at(158, 'Contents'),
  'cfilter.element count': CODED_SET,
  'cfilter.encoded set': CODED_SET,
  'cfilter.no set': FILTER,
  'cfheaders.previous filter header': FILTER_HASHES,
  'cfheaders.filter hashes': FILTER_HASHES,
  'cfheaders.count': FILTER_HASHES,
  'cfheaders.filter hash': FILTER_HEADERS,
  'cfcheckpt.filter headers': CHECKPOINTS,
  'cfcheckpt.count': CHECKPOINTS,
  'cfcheckpt.filter header': FILTER_HEADERS,
  'sendtxrcncl.version': RECONCILE,
  'sendtxrcncl.salt': RECONCILE,
  'reqrecon.set size': at(330, 'reqrecon'),
  'reqrecon.q': at(330, 'Sketch capacity estimation and q-coefficient'),
  'sketch.sketch': at(330, 'Short transaction ID sketches'),
  'reconcildiff.success': ROUND_END,
  'reconcildiff.short ids': ROUND_END,
  'reconcildiff.count': ROUND_END,
  'reconcildiff.short id': at(330, '32-bit short transaction IDs'),
}

export const TYPE_SOURCES: { readonly [T in KnownType]?: Source } = {
  block: WITNESS,
  blocktxn: at(152, 'blocktxn'),
  cmpctblock: at(152, 'cmpctblock'),
  getblocktxn: at(152, 'getblocktxn'),
  sendcmpct: SEND_COMPACT,
  feefilter: FEE_FILTER,
  filteradd: BLOOM,
  filterclear: BLOOM,
  filterload: BLOOM,
  merkleblock: BLOOM,
  mempool: at(35, 'Specification'),
  ping: PING,
  pong: PING,
  tx: WITNESS,
  getcfilters: FILTER_REQUEST,
  cfilter: FILTER,
  getcfheaders: at(157, 'getcfheaders'),
  cfheaders: FILTER_HASHES,
  getcfcheckpt: at(157, 'getcfcheckpt'),
  cfcheckpt: CHECKPOINTS,
  addrv2: ADDR_V2,
  sendaddrv2: at(155, 'Signaling support and compatibility'),
  uproof: UTREEXO,
  getuproof: UTREEXO,
  uttls: UTREEXO,
  getuttls: UTREEXO,
  usummary: UTREEXO,
  utreexotx: UTREEXO,
  uroot: UTREEXO,
  geturoot: UTREEXO,
  feature: FEATURE,
  sendheaders: at(130, 'Specification'),
  wtxidrelay: at(339, 'Specification'),
  sendtxrcncl: RECONCILE,
  reqrecon: at(330, 'reqrecon'),
  sketch: at(330, 'sketch'),
  reqsketchext: at(330, 'reqsketchext'),
  reconcildiff: ROUND_END,
  reject: REJECT,
}
