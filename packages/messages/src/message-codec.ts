/** What each message type gives: how it is read, written, asked for and told in a line. */

import type { GroupForm } from './form.js'
import type { PayloadReader } from './reader.js'
import { type Struct, struct } from './struct.js'
import type { PayloadWriter } from './writer.js'

/** One message type. Types are added by writing one of these and listing it in `codecs.ts`. */
export interface MessageCodec<M> {
  /** Reads the fields known; what comes after them is left to the caller. @throws MessageError */
  readonly read: (reader: PayloadReader) => M
  /** Adds the fields. @throws MessageError */
  readonly write: (writer: PayloadWriter, message: M) => void
  /** What has to be asked for to make one; the message's `type` is not. */
  readonly form: GroupForm
  /**
   * One short line of names of fields and their values, no words of a language; empty where there
   * are no fields.
   */
  readonly summarize: (message: M) => string
}

/** The codec of a message that is its type and the fields of `layout`. */
export function codecOf<T extends string, F extends object>(
  type: T,
  { form, read, write }: Struct<F>,
  summarize: (fields: F) => string,
): MessageCodec<{ readonly type: T } & F> {
  return { form, read: (reader) => ({ type, ...read(reader) }), write, summarize }
}

const NOTHING = struct({})

/** The codec of a message that is its type alone. */
export const emptyCodec = <T extends string>(type: T): MessageCodec<{ readonly type: T }> =>
  codecOf(type, NOTHING, () => '')
