/** reject (BIP61) and alert: messages that nodes of today neither send nor look at. */

import type { FormChoice } from './form.js'
import { hashField } from './hash.js'
import { codecOf, type MessageCodec } from './message-codec.js'
import { unsigned8 } from './number-field.js'
import { MAX_PAYLOAD_LENGTH } from './payload-limit.js'
import { showHex, showSize } from './show.js'
import { struct, withTail } from './struct.js'
import { bytesContent, textContent, withLength } from './with-length.js'

/** Bytes of a message type. */
const MAX_TYPE_LENGTH = 12
/** MAX_REJECT_MESSAGE_LENGTH of Bitcoin Core up to 0.19, bytes. */
export const MAX_REJECT_REASON_LENGTH = 111

/** Refuses a message (BIP61). */
export interface RejectMessage {
  readonly type: 'reject'
  /** Type of the message that was refused, at most 12 bytes, escaped like `reason`. */
  readonly rejectedType: string
  /** 0..255: BIP61's code. */
  readonly code: number
  /**
   * Why, for people; at most 111 bytes. A byte outside printable ASCII is written `\xNN`, a
   * backslash `\\`.
   */
  readonly reason: string
  /** The block or the transaction that was refused, in display order; absent for other messages. */
  readonly hash?: string
}

/** A warning to all users, out of use since 2016. */
export interface AlertMessage {
  readonly type: 'alert'
  /** The warning, as it was signed. */
  readonly payload: Uint8Array
  /** An ECDSA signature in DER, by the key that was to warn all users. */
  readonly signature: Uint8Array
}

/** BIP61's codes, as Bitcoin Core named them. */
const REJECT_CODES: readonly FormChoice[] = [
  { value: 0x01n, label: 'malformed' },
  { value: 0x10n, label: 'invalid' },
  { value: 0x11n, label: 'obsolete' },
  { value: 0x12n, label: 'duplicate' },
  { value: 0x40n, label: 'nonstandard' },
  { value: 0x41n, label: 'dust' },
  { value: 0x42n, label: 'insufficient fee' },
  { value: 0x43n, label: 'checkpoint' },
]

function showCode(code: number): string {
  const known = REJECT_CODES.find(({ value }) => value === BigInt(code))
  return known === undefined ? showHex(code, 1) : `${showHex(code, 1)}: ${known.label}`
}

const REJECT_HEAD = struct({
  rejectedType: withLength(
    { name: 'rejected type', fieldKey: 'reject.rejected type' },
    textContent({ min: 0, max: MAX_TYPE_LENGTH }, 'tx', 'tx'),
  ),
  code: unsigned8('code', 'reject.code', {
    show: showCode,
    choices: REJECT_CODES,
    initial: 0x10n,
  }),
  reason: withLength(
    { name: 'reason', fieldKey: 'reject.reason' },
    textContent({ min: 0, max: MAX_REJECT_REASON_LENGTH }, 'bad-txns-inputs-spent'),
  ),
})

export const rejectCodec: MessageCodec<RejectMessage> = codecOf(
  'reject',
  withTail(REJECT_HEAD, 'hash', hashField('hash', 'reject.hash')),
  ({ rejectedType, code, reason }) =>
    [rejectedType, showCode(code), ...(reason ? [reason] : [])].join(', '),
)

export const alertCodec: MessageCodec<AlertMessage> = codecOf(
  'alert',
  struct({
    payload: withLength(
      { name: 'payload', fieldKey: 'alert.payload' },
      bytesContent({ min: 0, max: MAX_PAYLOAD_LENGTH }),
    ),
    signature: withLength(
      { name: 'signature', fieldKey: 'alert.signature' },
      bytesContent({ min: 0, max: MAX_PAYLOAD_LENGTH }),
    ),
  }),
  ({ payload }) => showSize('payload', payload.length),
)
