/** BIP324 §v2 Bitcoin P2P message structure: message types, short (1 byte) and long (13 bytes). */

import { concatBytes, toBytes } from './bytes.js'
import { MESSAGE_TYPE_LEN } from './constants.js'
import { LocalProtocolError } from './errors.js'

/** A2: index = short id. */
// biome-ignore format: a table
const SHORT_IDS = [
  '', 'addr', 'block', 'blocktxn', 'cmpctblock', 'feefilter', 'filteradd', 'filterclear',
  'filterload', 'getblocks', 'getblocktxn', 'getdata', 'getheaders', 'headers', 'inv', 'mempool',
  'merkleblock', 'notfound', 'ping', 'pong', 'sendcmpct', 'tx', 'getcfilters', 'cfilter',
  'getcfheaders', 'cfheaders', 'getcfcheckpt', 'cfcheckpt', 'addrv2',
] as const
/** A3: read, never sent. */
// biome-ignore format: a table
const PROPOSED_IDS = [
  'uproof', 'getuproof', 'uttls', 'getuttls', 'usummary', 'utreexotx', 'uroot', 'geturoot',
  'feature',
] as const

const FIRST_PROPOSED_ID = SHORT_IDS.length
const NAMES_BY_ID: readonly string[] = [...SHORT_IDS, ...PROPOSED_IDS]
const IDS_BY_NAME: ReadonlyMap<string, number> = new Map(
  SHORT_IDS.map((name, id) => [name, id] as const).slice(1),
)
const FIRST_PRINTABLE = 0x20
const LAST_PRINTABLE = 0x7f

/** Why a message was rejected, with the connection staying up (A5; the checksum is v1's). */
export type MessageRejection =
  | 'EMPTY_CONTENTS'
  | 'UNKNOWN_SHORT_ID'
  | 'LONG_TYPE_CUT_SHORT'
  | 'LONG_TYPE_NOT_ASCII'
  | 'LONG_TYPE_NOT_PADDED'
  | 'WRONG_CHECKSUM'

export type DecodedMessageType =
  | {
      readonly ok: true
      readonly messageType: string
      readonly form: 'short' | 'long'
      /** How many bytes of the contents the type takes: 1 or 13. */
      readonly length: 1 | 13
    }
  | { readonly ok: false; readonly rejection: MessageRejection }

/** The short id of a message type (A2), or undefined where it has none. */
export const shortIdOf = (messageType: string): number | undefined => IDS_BY_NAME.get(messageType)

/**
 * The bytes that name a message type: 1 where it has a short id of A2, else 13.
 * @param form `long` asks for 13 bytes in any case
 * @throws {LocalProtocolError} `BAD_MESSAGE_TYPE` beyond 12 characters or outside 0x20..0x7f.
 */
export function encodeMessageType(messageType: string, form?: 'long'): Uint8Array {
  const id = form === 'long' ? undefined : shortIdOf(messageType)
  if (id !== undefined) return Uint8Array.of(id)
  const isText = typeof messageType === 'string'
  const codes = Array.from(isText ? messageType : '', (character) => character.codePointAt(0) ?? 0)
  if (!isText || codes.length > MESSAGE_TYPE_LEN || !codes.every(isPrintable)) {
    throw new LocalProtocolError(
      'BAD_MESSAGE_TYPE',
      `a message type is at most 12 characters from 0x20 to 0x7f, not ${isText ? JSON.stringify(messageType) : typeof messageType}`,
    )
  }
  const bytes = new Uint8Array(1 + MESSAGE_TYPE_LEN)
  bytes.set(codes, 1)
  return bytes
}

/** Message type ‖ payload: what a packet that isn't a decoy holds (A1). @throws as `encodeMessageType`. */
export function encodeContents(
  messageType: string,
  payload: Uint8Array,
  form?: 'long',
): Uint8Array {
  return concatBytes(encodeMessageType(messageType, form), toBytes('a payload', payload))
}

/** The message type that contents begin with, or why they are no message (A5): never an error, for any bytes. */
export function decodeMessageType(contents: Uint8Array): DecodedMessageType {
  const id = toBytes('contents', contents)[0]
  if (id === undefined) return { ok: false, rejection: 'EMPTY_CONTENTS' }
  if (id === 0) return decodeLong(contents)
  const messageType = NAMES_BY_ID[id]
  if (messageType === undefined) return { ok: false, rejection: 'UNKNOWN_SHORT_ID' }
  return { ok: true, messageType, form: 'short', length: 1 }
}

/** Whether this short id is only proposed (A3): nodes may reject it. */
export const isProposedId = (id: number): boolean =>
  id >= FIRST_PROPOSED_ID && id < NAMES_BY_ID.length

const isPrintable = (code: number) => code >= FIRST_PRINTABLE && code <= LAST_PRINTABLE

function decodeLong(contents: Uint8Array): DecodedMessageType {
  if (contents.length < 1 + MESSAGE_TYPE_LEN) return { ok: false, rejection: 'LONG_TYPE_CUT_SHORT' }
  const name = contents.subarray(1, 1 + MESSAGE_TYPE_LEN)
  const end = name.indexOf(0)
  const used = end < 0 ? name : name.subarray(0, end)
  if (!used.every(isPrintable)) return { ok: false, rejection: 'LONG_TYPE_NOT_ASCII' }
  if (!name.subarray(used.length).every((byte) => byte === 0)) {
    return { ok: false, rejection: 'LONG_TYPE_NOT_PADDED' }
  }
  return { ok: true, messageType: String.fromCharCode(...used), form: 'long', length: 13 }
}
