/** What a payload, or a value to be encoded, can have wrong with it. */

/**
 * - `TRUNCATED`: the payload ends before the field does, or before as many items as it counts.
 * - `NON_CANONICAL_SIZE`: a CompactSize that is longer than its number needs.
 * - `TOO_MANY`: a count above what the protocol allows.
 * - `TOO_LONG`: a length above what the protocol allows.
 * - `BAD_VALUE`: the field's bytes, or the value given for it, are not ones that the field can have.
 */
export type MessageErrorCode =
  | 'TRUNCATED'
  | 'NON_CANONICAL_SIZE'
  | 'TOO_MANY'
  | 'TOO_LONG'
  | 'BAD_VALUE'

/** Where and how a payload, or a value, is wrong. */
export interface MessageErrorPlace {
  /** Name of the field, with those around it: `header 3 / time`. */
  readonly field: string
  /** Bytes from the payload's start to the field's, 0..payload length. */
  readonly offset: number
}

/** The only error that `decodeMessage` and `encodeMessage` throw. */
export class MessageError extends Error {
  override readonly name = 'MessageError'
  readonly code: MessageErrorCode
  /** Bytes from the payload's start to the field's, 0..payload length. */
  readonly offset: number
  /** Name of the field, with those around it: `header 3 / time`. */
  readonly field: string

  constructor(
    code: MessageErrorCode,
    place: MessageErrorPlace,
    reason: string,
    options?: ErrorOptions,
  ) {
    super(`${place.field}, at byte ${place.offset}: ${reason}`, options)
    this.code = code
    this.offset = place.offset
    this.field = place.field
  }
}
