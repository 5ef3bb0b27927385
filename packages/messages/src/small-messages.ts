/** The messages of no field, or of one or two: verack, ping, feefilter and their like. */

import { flagField } from './flag.js'
import { codecOf, emptyCodec, type MessageCodec } from './message-codec.js'
import { signed64, unsigned64 } from './number-field.js'
import { showHex } from './show.js'
import { struct } from './struct.js'

/** The sender has accepted the peer's version. */
export interface VerackMessage {
  readonly type: 'verack'
}

/** The answer is an addr or an addrv2. */
export interface GetAddrMessage {
  readonly type: 'getaddr'
}

/** BIP35. */
export interface MempoolMessage {
  readonly type: 'mempool'
}

/** BIP37. */
export interface FilterClearMessage {
  readonly type: 'filterclear'
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

export const verackCodec = emptyCodec('verack')
export const wtxidRelayCodec = emptyCodec('wtxidrelay')
export const sendAddrV2Codec = emptyCodec('sendaddrv2')
export const sendHeadersCodec = emptyCodec('sendheaders')
export const getAddrCodec = emptyCodec('getaddr')
export const mempoolCodec = emptyCodec('mempool')
export const filterClearCodec = emptyCodec('filterclear')

export const sendCmpctCodec: MessageCodec<SendCmpctMessage> = codecOf(
  'sendcmpct',
  struct({
    highBandwidth: flagField('high bandwidth', 'sendcmpct.high bandwidth'),
    version: unsigned64('version', 'sendcmpct.version', {
      initial: 2n,
    }),
  }),
  ({ highBandwidth, version }) => `version ${version}, high bandwidth ${Number(highBandwidth)}`,
)

const showFeeRate = (feeRate: bigint): string => `${feeRate} sat/kvB`

export const feeFilterCodec: MessageCodec<FeeFilterMessage> = codecOf(
  'feefilter',
  struct({
    feeRate: signed64('fee rate', 'feefilter.fee rate', {
      show: showFeeRate,
      initial: 1000n,
    }),
  }),
  ({ feeRate }) => showFeeRate(feeRate),
)

/** Bytes of a nonce. */
const NONCE_SIZE = 8
const showNonce = (nonce: bigint): string => showHex(nonce, NONCE_SIZE)

const nonceCodec = <T extends 'ping' | 'pong'>(type: T) =>
  codecOf(
    type,
    struct({ nonce: unsigned64('nonce', `${type}.nonce`, { unit: 'bits' }) }),
    ({ nonce }) => `nonce ${showNonce(nonce)}`,
  )

export const pingCodec: MessageCodec<PingMessage> = nonceCodec('ping')
export const pongCodec: MessageCodec<PongMessage> = nonceCodec('pong')
