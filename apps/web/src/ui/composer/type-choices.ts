/** What can be composed, as the picker offers it. */

import { MESSAGE_TYPES } from '@v2scope/messages'
import { typeWords } from '../../words/type-words.js'
import type { Words } from '../../words/words.js'
import type { Subject } from './composer-store.js'

export interface TypeChoice {
  readonly label: string
  /** In one sentence. */
  readonly what: string
  readonly subject: Subject
}

export const typeChoices = ({
  messages,
  composer: { type: TEXT },
}: Words): readonly TypeChoice[] => [
  ...MESSAGE_TYPES.map((known) => ({
    label: known,
    what: typeWords(messages, known) ?? '',
    subject: { kind: 'known', type: known } as const,
  })),
  { label: TEXT.other, what: TEXT.otherWhat, subject: { kind: 'other' } },
  { label: TEXT.raw, what: TEXT.rawWhat, subject: { kind: 'raw' } },
]

export const choiceOf = (
  choices: readonly TypeChoice[],
  subject: Subject,
): TypeChoice | undefined =>
  choices.find(
    (choice) =>
      choice.subject.kind === subject.kind &&
      (subject.kind !== 'known' || choice.label === subject.type),
  )

/** Those whose name has the words, before those whose sentence has them. */
export function searchChoices(
  choices: readonly TypeChoice[],
  query: string,
): readonly TypeChoice[] {
  const words = query.trim().toLowerCase()
  const named = choices.filter(({ label }) => label.includes(words))
  const told = choices.filter(
    (choice) => !named.includes(choice) && choice.what.toLowerCase().includes(words),
  )
  const first = named.filter(({ label }) => label.startsWith(words))
  return [...first, ...named.filter((choice) => !first.includes(choice)), ...told]
}
