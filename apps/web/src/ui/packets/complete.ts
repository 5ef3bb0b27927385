/** What the word that is being written in the filter could become. */

import {
  type ChoiceWord,
  choiceWords,
  type FilterKey,
  isChoiceKey,
  isKey,
  KEYS,
} from './filter-keys.js'
import { isClosed, namedParts, tokensOf } from './filter-tokens.js'

export type Option =
  | { readonly of: 'key'; readonly insert: string; readonly key: FilterKey }
  | { readonly of: 'choice'; readonly insert: string; readonly word: ChoiceWord }
  /** @property count packets of this type in the session */
  | { readonly of: 'type'; readonly insert: string; readonly count: number }

export interface Completion {
  /** [start, end) of the filter gives way to what is inserted. */
  readonly start: number
  readonly end: number
  readonly options: readonly Option[]
}

/** Keys that most often stand before a number, with the sign that most often follows. */
const SIGNS: Readonly<Partial<Record<FilterKey, string>>> = { size: '>', contents: '>', time: '>' }
const MOST_TYPES = 40

type Types = ReadonlyMap<string, number>

/** @param types that occur, and how often @param cursor where in `filter` is being written */
export function complete(filter: string, cursor: number, types: Types): Completion {
  const token = tokensOf(filter).find(
    ({ type, start, end }) => (type === 'word' || type === 'or') && start < cursor && cursor <= end,
  )
  if (!token) return { start: cursor, end: cursor, options: keyOptions('') }
  const place = { start: token.start, end: token.end }
  const written = token.text.toLowerCase()
  const named = namedParts(written)
  if (named) return { ...place, options: valueOptions(named[0], named[2], types) }
  if (written.startsWith('"') && isClosed(written)) return { ...place, options: [] }
  return { ...place, options: [...keyOptions(written), ...typeOptions(written, types)] }
}

const keyOptions = (written: string): readonly Option[] =>
  KEYS.filter((key) => key.startsWith(written)).map((key) => ({
    of: 'key',
    insert: `${key}${SIGNS[key] ?? ':'}`,
    key,
  }))

function valueOptions(key: string, written: string, types: Types): readonly Option[] {
  if (!isKey(key)) return []
  if (key === 'type') return typeOptions(written.replaceAll('"', ''), types)
  if (!isChoiceKey(key)) return []
  return choiceWords(key)
    .filter((word) => word.startsWith(`${key}:${written}`))
    .map((word) => ({ of: 'choice', insert: word, word }))
}

/** Those that begin with it before those that have it inside, and the more frequent first. */
function typeOptions(written: string, types: Types): readonly Option[] {
  const begins = (label: string) => (label.toLowerCase().startsWith(written) ? 0 : 1)
  return [...types]
    .filter(([label]) => label.toLowerCase().includes(written) && !label.includes('"'))
    .sort(([a, n], [b, m]) => begins(a) - begins(b) || m - n || (a < b ? -1 : 1))
    .slice(0, MOST_TYPES)
    .map(([label, count]) => ({ of: 'type', insert: typeWord(label), count }))
}

const typeWord = (label: string): string =>
  /^[\w-]+$/.test(label) ? `type:${label}` : `type:"${label}"`

/** @returns the filter with the option in its place, and where writing goes on */
export function accept(
  filter: string,
  { start, end }: Pick<Completion, 'start' | 'end'>,
  option: Option,
): { readonly text: string; readonly cursor: number } {
  const after = filter.slice(end)
  const space = option.of === 'key' || after.startsWith(' ') ? '' : ' '
  const before = filter.slice(0, start) + option.insert + space
  return { text: before + after, cursor: before.length }
}
