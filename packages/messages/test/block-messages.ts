/** Random messages that hold blocks and transactions, for property tests. */

import fc from 'fast-check'
import {
  blockHash,
  type Message,
  type Transaction,
  type TransactionFields,
  toTransaction,
} from '../src/index.js'
import { bytes, hash, i32, i64, type, u32, u64 } from './arbitraries.js'

/** Lengths around those where templates and CompactSizes change. */
const script = fc.oneof(
  fc.uint8Array({ maxLength: 40 }),
  fc.uint8Array({ minLength: 250, maxLength: 260 }),
  bytes(20).map((key) => Uint8Array.of(0x00, 20, ...key)),
  bytes(32).map((key) => Uint8Array.of(0x51, 32, ...key)),
  bytes(20).map((key) => Uint8Array.of(0x76, 0xa9, 20, ...key, 0x88, 0xac)),
  bytes(20).map((key) => Uint8Array.of(0xa9, 20, ...key, 0x87)),
  fc.uint8Array({ maxLength: 75 }).map((data) => Uint8Array.of(0x6a, data.length, ...data)),
)
const previous = fc.oneof(
  fc.record({ previousTxid: hash, previousIndex: u32 }),
  fc.constant({ previousTxid: '0'.repeat(64), previousIndex: 0xffff_ffff }),
)
const witness = fc.oneof(
  fc.constant([]),
  fc.array(fc.uint8Array({ maxLength: 80 }), { maxLength: 4 }),
)
const input = fc
  .tuple(previous, fc.record({ scriptSig: script, sequence: u32, witness }))
  .map(([outpoint, rest]) => ({ ...outpoint, ...rest }))
const output = fc.record({ amount: i64, scriptPubKey: script })

/** What a transaction is made of; without inputs it has no outputs either. */
export const transactionFields: fc.Arbitrary<TransactionFields> = fc.oneof(
  {
    arbitrary: fc.record({
      version: i32,
      inputs: fc.array(input, { minLength: 1, maxLength: 4 }),
      outputs: fc.array(output, { maxLength: 4 }),
      lockTime: u32,
    }),
    weight: 9,
  },
  {
    arbitrary: fc.record({
      version: i32,
      inputs: fc.constant([]),
      outputs: fc.constant([]),
      lockTime: u32,
    }),
    weight: 1,
  },
)
const transaction: fc.Arbitrary<Transaction> = transactionFields.map(toTransaction)
const transactions = fc.array(transaction, { maxLength: 4 })

const header = fc
  .record({ version: i32, previousBlock: hash, merkleRoot: hash, time: u32, bits: u32, nonce: u32 })
  .map((fields) => ({ ...fields, hash: blockHash(fields) }))

/** Ascending, with the ends among them. */
const index = fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(0, 1, 0xffff))
const indexes = fc
  .uniqueArray(index, { maxLength: 20 })
  .map((places) => places.toSorted((a, b) => a - b))
const prefilled = fc
  .tuple(indexes, fc.array(transaction, { minLength: 3, maxLength: 3 }))
  .map(([places, whole]) =>
    whole.flatMap((one, i) => {
      const place = places[i]
      return place === undefined ? [] : [{ index: place, transaction: one }]
    }),
  )
const shortId = bytes(6).map((id) => Buffer.from(id).toString('hex'))

/** A random value of each type that holds blocks or transactions. */
export const BLOCK_MESSAGES = {
  tx: fc.record({ type: type('tx'), transaction }),
  block: fc.record({ type: type('block'), header, transactions }),
  blocktxn: fc.record({ type: type('blocktxn'), blockHash: hash, transactions }),
  cmpctblock: fc.record({
    type: type('cmpctblock'),
    header,
    nonce: u64,
    shortIds: fc.array(shortId),
    prefilled,
  }),
  getblocktxn: fc.record({ type: type('getblocktxn'), blockHash: hash, indexes }),
  merkleblock: fc.record({
    type: type('merkleblock'),
    header,
    transactionCount: u32,
    hashes: fc.array(hash),
    flags: fc.uint8Array({ maxLength: 300 }),
  }),
} satisfies Record<string, fc.Arbitrary<Message>>
