/** BIP330: transactions announced by reconciling sets, so that each is announced about once. */

import { flagField } from './flag.js'
import { list } from './list.js'
import { codecOf, emptyCodec, type MessageCodec } from './message-codec.js'
import { unsigned16, unsigned32, unsigned64 } from './number-field.js'
import { MAX_PAYLOAD_LENGTH } from './payload-limit.js'
import { showCount, showHex } from './show.js'
import { struct } from './struct.js'
import { bytesContent, withLength } from './with-length.js'

/** The sender can reconcile; sent before verack. */
export interface SendTxRcnclMessage {
  readonly type: 'sendtxrcncl'
  /** The highest version of reconciliation that the sender speaks, unsigned 32 bits; 1 is the first. */
  readonly version: number
  /** Unsigned 64 bits; those of both sides together make the short ids of transactions. */
  readonly salt: bigint
}

/** Starts a round; the answer is a sketch. */
export interface ReqReconMessage {
  readonly type: 'reqrecon'
  /** Transactions that the sender has to announce, unsigned 16 bits. */
  readonly setSize: number
  /** How far the sets may differ, in parts of 32767; unsigned 16 bits. */
  readonly q: number
}

/** What the sender's set is compared with; the answer to reqrecon and reqsketchext. */
export interface SketchMessage {
  readonly type: 'sketch'
  /** Four bytes for each difference that can be found with it. */
  readonly sketch: Uint8Array
}

/** The sketch did not do: more of it is to be sent. */
export interface ReqSketchExtMessage {
  readonly type: 'reqsketchext'
}

/** Ends a round. */
export interface ReconcilDiffMessage {
  readonly type: 'reconcildiff'
  /** Whether the difference of the sets was found. */
  readonly success: boolean
  /** Transactions that the sender lacks, each by its short id, unsigned 32 bits; at most 65,535. */
  readonly shortIds: readonly number[]
}

/** Bytes of a short id, and of each element of a sketch. */
const SHORT_ID_SIZE = 4
const SALT_SIZE = 8
/** A set has no more: its size is told in 16 bits. */
const MAX_SHORT_IDS = 0xffff
/** PRECISION: what `q` is multiplied by on the wire. */
const Q_PRECISION = 32_767
const Q_SHOWN_DIGITS = 3

const showSalt = (salt: bigint): string => showHex(salt, SALT_SIZE)
const showQ = (q: number): string => (q / Q_PRECISION).toFixed(Q_SHOWN_DIGITS)

export const sendTxRcnclCodec: MessageCodec<SendTxRcnclMessage> = codecOf(
  'sendtxrcncl',
  struct({
    version: unsigned32('version', 'sendtxrcncl.version', {
      initial: 1n,
    }),
    salt: unsigned64('salt', 'sendtxrcncl.salt', {
      unit: 'bits',
    }),
  }),
  ({ version, salt }) => `version ${version}, salt ${showSalt(salt)}`,
)

export const reqReconCodec: MessageCodec<ReqReconMessage> = codecOf(
  'reqrecon',
  struct({
    setSize: unsigned16('set size', 'reqrecon.set size'),
    q: unsigned16('q', 'reqrecon.q', { show: showQ }),
  }),
  ({ setSize, q }) => `${showCount('set size', setSize)}, q ${showQ(q)}`,
)

export const sketchCodec: MessageCodec<SketchMessage> = codecOf(
  'sketch',
  struct({
    sketch: withLength(
      { name: 'sketch', fieldKey: 'sketch.sketch' },
      bytesContent({ min: 0, max: MAX_PAYLOAD_LENGTH }),
    ),
  }),
  ({ sketch }) => showCount('short ids', Math.floor(sketch.length / SHORT_ID_SIZE)),
)

export const reqSketchExtCodec = emptyCodec('reqsketchext')

export const reconcilDiffCodec: MessageCodec<ReconcilDiffMessage> = codecOf(
  'reconcildiff',
  struct({
    success: flagField('success', 'reconcildiff.success'),
    shortIds: list(
      {
        name: 'short ids',
        fieldKey: 'reconcildiff.short ids',
        count: { name: 'count', fieldKey: 'reconcildiff.count' },
        max: MAX_SHORT_IDS,
      },
      unsigned32('short id', 'reconcildiff.short id', { unit: 'bits' }),
    ),
  }),
  ({ success, shortIds }) =>
    `success ${Number(success)}, ${showCount('short ids', shortIds.length)}`,
)
