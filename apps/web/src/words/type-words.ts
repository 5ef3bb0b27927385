/** What a message type is, for a label that may be any text of a peer's. */

import { isKnownType } from '@v2scope/messages'
import type { Words } from './words.js'

/** One sentence; undefined where the type has no name that is known. */
export const typeWords = ({ types }: Words['messages'], messageType: string): string | undefined =>
  isKnownType(messageType) ? types[messageType] : undefined
