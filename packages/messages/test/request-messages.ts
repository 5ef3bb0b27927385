/** Random messages of filters, of reconciliation, of BIP434, and of those retired. */

import fc from 'fast-check'
import { showEscaped } from '../src/escaped-text.js'
import type { Message } from '../src/index.js'
import { hash, type, u8, u16, u32, u64 } from './arbitraries.js'

const text = (minLength: number, maxLength: number) =>
  fc.uint8Array({ minLength, maxLength }).map(showEscaped)
const range = { filterType: u8, startHeight: u32, stopHash: hash }

export const FILTER_MESSAGES = {
  filterload: fc.record({
    type: type('filterload'),
    filter: fc.uint8Array({ maxLength: 300 }),
    hashFunctions: u32,
    tweak: u32,
    flags: u8,
  }),
  filteradd: fc.record({ type: type('filteradd'), element: fc.uint8Array({ maxLength: 520 }) }),
  filterclear: fc.record({ type: type('filterclear') }),
  getcfilters: fc.record({ type: type('getcfilters'), ...range }),
  cfilter: fc.record({
    type: type('cfilter'),
    filterType: u8,
    blockHash: hash,
    filter: fc.uint8Array({ maxLength: 300 }),
  }),
  getcfheaders: fc.record({ type: type('getcfheaders'), ...range }),
  cfheaders: fc.record({
    type: type('cfheaders'),
    filterType: u8,
    stopHash: hash,
    previousFilterHeader: hash,
    filterHashes: fc.array(hash),
  }),
  getcfcheckpt: fc.record({ type: type('getcfcheckpt'), filterType: u8, stopHash: hash }),
  cfcheckpt: fc.record({
    type: type('cfcheckpt'),
    filterType: u8,
    stopHash: hash,
    filterHeaders: fc.array(hash),
  }),
} satisfies Record<string, fc.Arbitrary<Message>>

export const OTHER_MESSAGES = {
  feature: fc.record({
    type: type('feature'),
    featureId: text(4, 80),
    data: fc.uint8Array({ maxLength: 512 }),
  }),
  sendtxrcncl: fc.record({ type: type('sendtxrcncl'), version: u32, salt: u64 }),
  reqrecon: fc.record({ type: type('reqrecon'), setSize: u16, q: u16 }),
  sketch: fc.record({ type: type('sketch'), sketch: fc.uint8Array({ maxLength: 300 }) }),
  reqsketchext: fc.record({ type: type('reqsketchext') }),
  reconcildiff: fc.record({
    type: type('reconcildiff'),
    success: fc.boolean(),
    shortIds: fc.array(u32),
  }),
  reject: fc.record(
    { type: type('reject'), rejectedType: text(0, 12), code: u8, reason: text(0, 111), hash },
    { requiredKeys: ['type', 'rejectedType', 'code', 'reason'] },
  ),
  alert: fc.record({
    type: type('alert'),
    payload: fc.uint8Array({ maxLength: 300 }),
    signature: fc.uint8Array({ maxLength: 80 }),
  }),
} satisfies Record<string, fc.Arbitrary<Message>>
