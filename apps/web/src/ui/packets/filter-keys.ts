/** What a filter can ask for. Keys and values are the same in every language of the page. */

import type { WireItem } from '../../session/item.js'

export type PacketKind = Exclude<
  WireItem['kind'],
  'key' | 'garbage' | 'terminator' | 'not understood' | 'unread bytes'
>

export type NumberKey = 'size' | 'contents' | 'time' | 'number' | 'epoch'

/** What each packet has to satisfy. */
export type Condition =
  | { readonly is: 'every' | 'some'; readonly of: readonly Condition[] }
  | { readonly is: 'not'; readonly of: Condition }
  | { readonly is: 'direction'; readonly direction: WireItem['direction'] }
  | { readonly is: 'kind'; readonly kind: PacketKind }
  /** @property label in lower case */
  | { readonly is: 'type'; readonly label: string }
  /** Both ends belong to it. Time in ms. */
  | {
      readonly is: 'between'
      readonly key: NumberKey
      readonly min: number
      readonly max: number
    }
  /** In the type or the summary. @property text in lower case */
  | { readonly is: 'text'; readonly text: string }

const direction = (of: WireItem['direction']): Condition => ({ is: 'direction', direction: of })
const kind = (of: PacketKind): Condition => ({ is: 'kind', kind: of })

/** Keys with few values: each word whole, and what it asks. */
export const CHOICES = {
  'dir:in': direction('received'),
  'dir:out': direction('sent'),
  'decoy:yes': kind('decoy'),
  'decoy:no': { is: 'not', of: kind('decoy') },
  'kind:message': kind('message'),
  'kind:decoy': kind('decoy'),
  'kind:version': kind('version packet'),
  'kind:rejected': kind('rejected'),
  'kind:v1': kind('v1 message'),
} as const satisfies Readonly<Record<string, Condition>>

export type ChoiceWord = keyof typeof CHOICES
export type ChoiceKey = 'dir' | 'decoy' | 'kind'

export const isChoice = (word: string): word is ChoiceWord => Object.hasOwn(CHOICES, word)

/** The words of a key. */
export const choiceWords = (key: string): readonly ChoiceWord[] =>
  Object.keys(CHOICES)
    .filter(isChoice)
    .filter((word) => word.startsWith(`${key}:`))

export type FilterKey = ChoiceKey | NumberKey | 'type'

export const KEYS: readonly FilterKey[] = [
  'dir',
  'type',
  'size',
  'time',
  'decoy',
  'epoch',
  'kind',
  'contents',
  'number',
]

export const isKey = (key: string): key is FilterKey => KEYS.some((known) => known === key)
export const isChoiceKey = (key: string): key is ChoiceKey => choiceWords(key).length > 0

/** Insertions, deletions and replacements from one word to the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

const ALIKE = 2

/** The one that was probably meant; undefined where none is like it. */
export function nearest<T extends string>(word: string, words: readonly T[]): T | undefined {
  const scored = words
    .map((known) => ({ known, far: known.startsWith(word) ? 0 : distance(word, known) }))
    .sort((a, b) => a.far - b.far)
  const [best] = scored
  return best && best.far <= ALIKE && best.far < best.known.length ? best.known : undefined
}
