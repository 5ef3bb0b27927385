/** headers: block headers, each with a count of transactions that nobody sends. */

import * as P from 'micro-packed'
import { readCompactSize, readCount, writeCompactSize, writeCount } from './compact-size.js'
import { fixedField, sizeOf } from './field.js'
import { doubleSha256, hashField } from './hash.js'
import type { MessageCodec } from './message-codec.js'
import type { PayloadReader } from './reader.js'
import { showCount, showHex, showTime } from './show.js'
import { PayloadWriter } from './writer.js'

/** MAX_HEADERS_RESULTS of Bitcoin Core. */
export const MAX_HEADERS = 2000

/** The fields of a block's 80 bytes. */
export interface BlockHeaderFields {
  /** Signed 32 bits. */
  readonly version: number
  /** 64 hex digits, display order. */
  readonly previousBlock: string
  /** 64 hex digits, display order. */
  readonly merkleRoot: string
  /** Seconds from 1970, unsigned 32 bits. */
  readonly time: number
  /** The target of the proof of work in its compact form, unsigned 32 bits. */
  readonly bits: number
  /** Unsigned 32 bits. */
  readonly nonce: number
}

/** A header as the headers message has it. */
export interface BlockHeader extends BlockHeaderFields {
  /** Double SHA-256 of the 80 bytes, 64 hex digits, display order. Not encoded: it follows. */
  readonly hash: string
  /** The CompactSize behind each header, 0..2⁶⁴−1: always 0 from today's nodes. */
  readonly transactionCount: bigint
}

export interface HeadersMessage {
  readonly type: 'headers'
  /** At most 2000. */
  readonly headers: readonly BlockHeader[]
}

const showBits = (bits: number): string => showHex(bits, 4)
const VERSION = fixedField(
  'version',
  P.I32LE,
  (version) => showHex(version >>> 0, 4),
  'block version; its bits signal readiness for upgrades (BIP9)',
)
const PREVIOUS_BLOCK = hashField('previous block', 'hash of the block before this one')
const MERKLE_ROOT = hashField('merkle root', "commitment to all of the block's transactions")
const TIME = fixedField('time', P.U32LE, showTime, 'when the miner says the block was made')
const BITS = fixedField('bits', P.U32LE, showBits, 'target that the hash must stay below')
const NONCE = fixedField('nonce', P.U32LE, String, 'number varied until the hash meets the target')
const TRANSACTION_COUNT = {
  name: 'transaction count',
  note: 'always 0 here: headers come without transactions',
}

/** Bytes of a block header. */
const HEADER_SIZE = sizeOf(VERSION, PREVIOUS_BLOCK, MERKLE_ROOT, TIME, BITS, NONCE)
const COUNT = {
  name: 'count',
  note: 'headers that follow',
  max: MAX_HEADERS,
  itemSize: HEADER_SIZE + 1,
}
const HEADER_NOTE = 'block header of 80 bytes, shown by its hash'

function readHeader(reader: PayloadReader): BlockHeader {
  const start = reader.offset
  const fields = {
    version: reader.read(VERSION),
    previousBlock: reader.read(PREVIOUS_BLOCK),
    merkleRoot: reader.read(MERKLE_ROOT),
    time: reader.read(TIME),
    bits: reader.read(BITS),
    nonce: reader.read(NONCE),
  }
  const hash = doubleSha256(reader.since(start))
  return { ...fields, hash, transactionCount: readCompactSize(reader, TRANSACTION_COUNT) }
}

function writeHeader(writer: PayloadWriter, header: BlockHeaderFields): void {
  writer.write(VERSION, header.version)
  writer.write(PREVIOUS_BLOCK, header.previousBlock)
  writer.write(MERKLE_ROOT, header.merkleRoot)
  writer.write(TIME, header.time)
  writer.write(BITS, header.bits)
  writer.write(NONCE, header.nonce)
}

/**
 * A block's hash: double SHA-256 of its header, 64 hex digits in display order.
 *
 * @throws MessageError `BAD_VALUE` if a field is out of range.
 */
export function blockHash(header: BlockHeaderFields): string {
  const writer = new PayloadWriter()
  writeHeader(writer, header)
  return doubleSha256(writer.finish())
}

export const headersCodec: MessageCodec<HeadersMessage> = {
  read: (reader) => {
    const count = readCount(reader, COUNT)
    const headers = Array.from({ length: count }, (_, i) =>
      reader.group(
        { name: `header ${i}`, note: HEADER_NOTE },
        () => readHeader(reader),
        ({ hash }) => hash,
      ),
    )
    return { type: 'headers', headers }
  },
  write: (writer, { headers }) => {
    writeCount(writer, COUNT, headers.length)
    for (const [i, header] of headers.entries()) {
      writer.group(`header ${i}`, () => {
        writeHeader(writer, header)
        writeCompactSize(writer, TRANSACTION_COUNT.name, header.transactionCount)
      })
    }
  },
  summarize: ({ headers }) => showCount(headers.length, 'header'),
}
