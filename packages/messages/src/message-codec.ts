/** What each message type gives: how it is read, written and told in a line. */

import type { PayloadReader } from './reader.js'
import type { PayloadWriter } from './writer.js'

/** One message type. Types are added by writing one of these and listing it in `codecs.ts`. */
export interface MessageCodec<M> {
  /** Reads the fields known; what comes after them is left to the caller. @throws MessageError */
  readonly read: (reader: PayloadReader) => M
  /** Adds the fields. @throws MessageError */
  readonly write: (writer: PayloadWriter, message: M) => void
  /** One short line for people. */
  readonly summarize: (message: M) => string
}
