/** All that is told of one item, when it is asked for. */

import type { FieldSpan, MessageErrorCode } from '@v2scope/messages'
import type { TimedEvent } from '@v2scope/recording'

/** A field of a message, with as many of its parts as are sent at once. */
export interface FieldPart extends Omit<FieldSpan, 'children'> {
  /** The first parts, at most `PARTS_AT_ONCE`. */
  readonly children?: readonly FieldPart[]
  /** Parts further on, as they were asked for: in order, and none next to another or to the first. */
  readonly further?: readonly Portion[]
  /** How many there are in all; absent where all are there. */
  readonly partCount?: number
}

/** Some of the parts of a field. */
export interface Portion {
  /** Index of the first of them. */
  readonly from: number
  readonly parts: readonly FieldPart[]
}

/** A field that has no parts. */
export interface LeafSpan extends Pick<FieldSpan, 'name' | 'start' | 'end'> {
  /** From the message's fields down: index in each list. */
  readonly path: readonly number[]
}

/** The leaves that have bytes in [start, end) of a payload, in order. */
export interface Located {
  readonly start: number
  readonly end: number
  readonly leaves: readonly LeafSpan[]
}

/** Parts of one field that are sent at once; a block has thousands of transactions. */
export const PARTS_AT_ONCE = 100

/** All there is to know of one item; undefined where its bytes have been dropped. */
export interface ItemDetail {
  readonly event: TimedEvent
  /** Of a message: the fields of its payload (offsets in the payload), or why there are none. */
  readonly decoded?:
    | {
        /** The first fields, at most `PARTS_AT_ONCE`. */
        readonly fields: readonly FieldPart[]
        /** Fields further on; see `FieldPart`. */
        readonly further?: readonly Portion[]
        /** What is known of bytes whose fields have not been asked for. */
        readonly located?: readonly Located[]
        /** How many there are in all; absent where all are there. */
        readonly fieldCount?: number
        readonly summary: string
      }
    | { readonly error: MessageErrorCode; readonly field: string; readonly offset: number }
}
