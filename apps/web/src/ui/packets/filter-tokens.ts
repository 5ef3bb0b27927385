/** The words of a filter, and where they stand. */

export interface Token {
  readonly type: 'word' | 'or' | 'not' | '(' | ')'
  /** As written. */
  readonly text: string
  /** [start, end) in the filter. */
  readonly start: number
  readonly end: number
}

/** A quoted text, or a word of which a part may be quoted: `type:"version packet"`. */
const TOKEN = /[()|]|[-!](?=[^\s|)])|(?:[^\s"()|]|"[^"]*"?)+/g

function typeOf(text: string): Token['type'] {
  if (text === '(' || text === ')') return text
  if (text === '|' || text.toLowerCase() === 'or') return 'or'
  return text === '-' || text === '!' ? 'not' : 'word'
}

export function tokensOf(filter: string): readonly Token[] {
  return [...filter.matchAll(TOKEN)].map(({ 0: text, index }) => ({
    type: typeOf(text),
    text,
    start: index,
    end: index + text.length,
  }))
}

/** `size>=1000` -> `['size', '>=', '1000']`; undefined for a word that is a text. */
export function namedParts(word: string): readonly [string, string, string] | undefined {
  const [, key, operator, value] = /^([a-z]+)(:|>=|<=|!=|>|<|=)(.*)$/is.exec(word) ?? []
  if (key === undefined || operator === undefined) return undefined
  return [key.toLowerCase(), operator, value ?? '']
}

export const unquoted = (word: string): string => word.replaceAll('"', '')

export const isClosed = (word: string): boolean => (word.match(/"/g) ?? []).length % 2 === 0
