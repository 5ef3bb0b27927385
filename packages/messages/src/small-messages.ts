/** The messages of no field, or of one or two: verack, ping, feefilter and their like. */

import * as P from 'micro-packed'
import { fixedField } from './field.js'
import { flag } from './flag.js'
import type { MessageCodec } from './message-codec.js'
import { showHex } from './show.js'

export interface VerackMessage {
  readonly type: 'verack'
}

/** BIP339. */
export interface WtxidRelayMessage {
  readonly type: 'wtxidrelay'
}

/** BIP155. */
export interface SendAddrV2Message {
  readonly type: 'sendaddrv2'
}

/** BIP130. */
export interface SendHeadersMessage {
  readonly type: 'sendheaders'
}

/** BIP152. */
export interface SendCmpctMessage {
  readonly type: 'sendcmpct'
  /** True: send new blocks as cmpctblock unasked; false: announce them first. */
  readonly highBandwidth: boolean
  /** Version of compact blocks, unsigned 64 bits: 1 is by txid, 2 by wtxid. */
  readonly version: bigint
}

/** BIP133. */
export interface FeeFilterMessage {
  readonly type: 'feefilter'
  /** Satoshis for 1000 virtual bytes, a signed 64-bit number. */
  readonly feeRate: bigint
}

/** BIP31. */
export interface PingMessage {
  readonly type: 'ping'
  /** Unsigned 64 bits; the answer repeats it. */
  readonly nonce: bigint
}

/** BIP31. */
export interface PongMessage {
  readonly type: 'pong'
  /** The nonce of the ping that this answers. */
  readonly nonce: bigint
}

const emptyCodec = <M>(message: M, summary: string): MessageCodec<M> => ({
  read: () => message,
  write: () => {},
  summarize: () => summary,
})

export const verackCodec = emptyCodec<VerackMessage>({ type: 'verack' }, 'version accepted')
export const wtxidRelayCodec = emptyCodec<WtxidRelayMessage>(
  { type: 'wtxidrelay' },
  'announce transactions by wtxid',
)
export const sendAddrV2Codec = emptyCodec<SendAddrV2Message>(
  { type: 'sendaddrv2' },
  'send addresses as addrv2',
)
export const sendHeadersCodec = emptyCodec<SendHeadersMessage>(
  { type: 'sendheaders' },
  'announce blocks by headers',
)

const HIGH_BANDWIDTH = fixedField(
  'high bandwidth',
  flag,
  (on) => (on ? 'yes' : 'no'),
  'whether new blocks are to come as cmpctblock, unasked',
)
const COMPACT_VERSION = fixedField(
  'version',
  P.U64LE,
  String,
  'version of compact blocks: 2 names transactions by wtxid',
)

export const sendCmpctCodec: MessageCodec<SendCmpctMessage> = {
  read: (reader) => ({
    type: 'sendcmpct',
    highBandwidth: reader.read(HIGH_BANDWIDTH),
    version: reader.read(COMPACT_VERSION),
  }),
  write: (writer, message) => {
    writer.write(HIGH_BANDWIDTH, message.highBandwidth)
    writer.write(COMPACT_VERSION, message.version)
  },
  summarize: ({ highBandwidth, version }) =>
    `version ${version}, ${highBandwidth ? 'high' : 'low'} bandwidth`,
}

const showFeeRate = (feeRate: bigint): string => `${feeRate} sat/kvB`
const FEE_RATE = fixedField(
  'fee rate',
  P.I64LE,
  showFeeRate,
  'transactions that pay less than this should not be announced',
)

export const feeFilterCodec: MessageCodec<FeeFilterMessage> = {
  read: (reader) => ({ type: 'feefilter', feeRate: reader.read(FEE_RATE) }),
  write: (writer, message) => writer.write(FEE_RATE, message.feeRate),
  summarize: ({ feeRate }) => showFeeRate(feeRate),
}

const showNonce = (nonce: bigint): string => showHex(nonce, 8)
const PING_NONCE = fixedField('nonce', P.U64LE, showNonce, 'number that the answer repeats')
const PONG_NONCE = fixedField('nonce', P.U64LE, showNonce, 'number of the ping that is answered')

export const pingCodec: MessageCodec<PingMessage> = {
  read: (reader) => ({ type: 'ping', nonce: reader.read(PING_NONCE) }),
  write: (writer, message) => writer.write(PING_NONCE, message.nonce),
  summarize: ({ nonce }) => `nonce ${showNonce(nonce)}`,
}

export const pongCodec: MessageCodec<PongMessage> = {
  read: (reader) => ({ type: 'pong', nonce: reader.read(PONG_NONCE) }),
  write: (writer, message) => writer.write(PONG_NONCE, message.nonce),
  summarize: ({ nonce }) => `nonce ${showNonce(nonce)}`,
}
