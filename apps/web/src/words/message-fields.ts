/** What the fields of messages are, and why they are there. */

import type { FieldGroup, FieldKey } from '@v2scope/messages'
import { lazyWords } from './lazy-words.js'

/** Of one field. */
export interface FieldWords {
  /** One plain sentence: what it is. */
  readonly what: string
  /** One plain sentence: why it is there. */
  readonly why: string
}

/** Of the fields of one group, or of all. */
export type MessageFields<G extends FieldGroup = FieldGroup> = Readonly<
  Record<FieldKey<G>, FieldWords>
>

export const useMessageFields = lazyWords<MessageFields>({
  en: async () => (await import('./en/message-fields.js')).messageFields,
  zh: async () => (await import('./zh/message-fields.js')).messageFields,
})
