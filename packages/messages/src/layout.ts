/** How a part of a message is laid out: declared once, used to read, to write and to ask for it. */

import type { FieldKey } from './field-keys.js'
import type { Form } from './form.js'
import type { PayloadReader, SpanLabel } from './reader.js'
import type { PayloadWriter } from './writer.js'

/** Any part of a message, a whole message among them. */
export interface Layout<T> {
  /** The least bytes that it takes; a count of such parts is checked against what is left. */
  readonly minSize: number
  /** What has to be asked for to make one. */
  readonly form: Form
  /** Reads it, and gives each of its bytes to exactly one span. @throws MessageError */
  readonly read: (reader: PayloadReader) => T
  /** @throws MessageError */
  readonly write: (writer: PayloadWriter, value: T) => void
}

/** A layout that may stand under a key of an object: it says to people what it is. */
export interface Part<T> extends Layout<T> {
  readonly name: string
  readonly fieldKey: FieldKey
}

/** A layout whose bytes are one span, so that it may be one of many: `item 3`. */
export interface SpanLayout<T> extends Layout<T>, SpanLabel {
  /** @param name Of the span, where it is not the layout's own. */
  readonly read: (reader: PayloadReader, name?: string) => T
  /** @param name Of the span, for the place that an error tells. */
  readonly write: (writer: PayloadWriter, value: T, name?: string) => void
}

/** Both: it may stand under a key, and be one of many. */
export interface SpanPart<T> extends Part<T>, SpanLayout<T> {
  readonly name: string
  readonly fieldKey: FieldKey
  readonly read: SpanLayout<T>['read']
  readonly write: SpanLayout<T>['write']
}
