/** What can be wrong with what was typed, by its code; the catalogue has the words. */

import type { MessageErrorCode } from '@v2scope/messages'

/** What is wrong with a text, or a value. */
export type Fault =
  /** @property place in the text, counted from 1 */
  | { readonly code: 'NO_HEX_DIGIT'; readonly letter: string; readonly place: number }
  | { readonly code: 'ODD_DIGITS'; readonly digits: number }
  | { readonly code: 'NOT_A_NUMBER' | 'NOT_A_TIME' }
  | { readonly code: 'OUT_OF_RANGE'; readonly min: bigint; readonly max: bigint }
  | { readonly code: 'NOT_A_HASH'; readonly digits: number }
  | { readonly code: 'TOO_FEW_BYTES'; readonly length: number; readonly min: number }
  | {
      readonly code: 'TOO_MANY_BYTES' | 'TOO_MANY_ITEMS'
      readonly length: number
      readonly max: number
    }
  /** A value that the codec refuses. @property message in English, with its field and what it has to be */
  | { readonly code: 'REFUSED'; readonly why: MessageErrorCode; readonly message: string }
  | { readonly code: 'TYPE_MISSING' | 'BAD_TYPE' | 'KNOWN_SHORT_ID' | 'CANNOT_BE_WRONG' }
  | { readonly code: 'NO_CONTENTS_IN_V1' | 'NO_SUCH_TYPE_IN_V1' }

export type Problem = Fault & {
  /** Keys and numbers from the form down, `inventory.0.hash`; empty where it is about all of it. */
  readonly path: string
}

/** What a reading of a text gives, where it gives no value. */
export interface Unread {
  readonly ok: false
  readonly why: Fault
}
