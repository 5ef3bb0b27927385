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

const TEXT = {
  other: 'other type',
  otherWhat: 'any type of up to 12 characters, with a payload in hex',
  raw: 'raw contents',
  rawWhat: 'what a packet holds, type and payload, byte by byte in hex',
}

export const typeChoices = ({ messages }: Words): readonly TypeChoice[] => [
  ...MESSAGE_TYPES.map((type) => ({
    label: type,
    what: typeWords(messages, type) ?? '',
    subject: { kind: 'known', type } as const,
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
