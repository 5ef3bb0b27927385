/** The filter of the list of packets: what is written, read as a condition. */

import { assertNever } from '@v2scope/bip324'
import type { WireItem } from '../../session/item.js'
import {
  CHOICES,
  type ChoiceKey,
  type ChoiceWord,
  type Condition,
  choiceWords,
  type FilterKey,
  isChoice,
  isChoiceKey,
  isKey,
  KEYS,
  type NumberKey,
  nearest,
} from './filter-keys.js'
import { readNumbers } from './filter-numbers.js'
import { isClosed, namedParts, type Token, tokensOf, unquoted } from './filter-tokens.js'
import { itemTest } from './item-test.js'

export interface PacketFilter {
  /** As it was written, without the space around it; empty: every packet passes. */
  readonly text: string
  readonly condition: Condition
  /** Of a packet; what is no packet never passes. */
  readonly matches: (item: WireItem) => boolean
}

/** What is wrong with a filter, and what could stand there. */
export type FilterProblem =
  | { readonly code: 'UNCLOSED_QUOTE'; readonly word: string }
  | {
      readonly code: 'UNKNOWN_KEY'
      readonly word: string
      readonly key: string
      readonly meant: FilterKey | undefined
    }
  | {
      readonly code: 'UNKNOWN_VALUE'
      readonly key: ChoiceKey
      readonly value: string
      readonly meant: ChoiceWord | undefined
      readonly words: readonly ChoiceWord[]
    }
  /** A key that is equal or not has no `>`. */
  | { readonly code: 'NOT_A_NUMBER_KEY'; readonly key: FilterKey; readonly operator: string }
  | { readonly code: 'TYPE_MISSING' }
  | { readonly code: 'NUMBER_MISSING'; readonly key: NumberKey; readonly value: string }
  | { readonly code: 'RANGE_BACKWARDS'; readonly key: NumberKey; readonly value: string }
  | { readonly code: 'NOTHING_THERE'; readonly beside: string }
  | { readonly code: 'UNCLOSED_PARENTHESIS' | 'UNOPENED_PARENTHESIS' }

export type ParsedFilter =
  | { readonly ok: true; readonly filter: PacketFilter }
  | { readonly ok: false; readonly problem: FilterProblem }

const filterOf = (text: string, condition: Condition): PacketFilter => ({
  text,
  condition,
  matches: itemTest(condition),
})

export const EVERY_PACKET: PacketFilter = filterOf('', { is: 'every', of: [] })

/** How a problem leaves the descent into the parentheses. */
class Wrong extends Error {
  readonly problem: FilterProblem

  constructor(problem: FilterProblem) {
    super(problem.code)
    this.problem = problem
  }
}

/**
 * @param text `dir:in type:inv decoy:no size>1000 epoch:3 "text"`: all of the words; `or` or `|` for
 * one of two, `-` or `!` before what is not to be, parentheses
 */
export function parseFilter(text: string): ParsedFilter {
  const tokens = tokensOf(text)
  if (tokens.length === 0) return { ok: true, filter: EVERY_PACKET }
  try {
    const reader = new Reader(tokens)
    return { ok: true, filter: filterOf(text.trim(), reader.whole()) }
  } catch (error) {
    if (error instanceof Wrong) return { ok: false, problem: error.problem }
    throw error
  }
}

/**
 *   whole  = either
 *   either = all { or all }
 *   all    = one { one }
 *   one    = [not] ( word | "(" either ")" )
 */
class Reader {
  readonly #tokens: readonly Token[]
  #next = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  whole(): Condition {
    const condition = this.#either()
    if (this.#peek()) throw new Wrong({ code: 'UNOPENED_PARENTHESIS' })
    return condition
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#next]
  }

  #either(): Condition {
    const choices = [this.#all()]
    while (this.#peek()?.type === 'or') {
      this.#next += 1
      choices.push(this.#all())
    }
    return oneOrMore('some', choices)
  }

  #all(): Condition {
    const conditions: Condition[] = []
    for (let token = this.#peek(); token; token = this.#peek()) {
      if (token.type === 'or' || token.type === ')') break
      conditions.push(this.#one(token))
    }
    if (conditions.length > 0) return oneOrMore('every', conditions)
    const beside = this.#peek() ?? this.#tokens[this.#next - 1]
    throw new Wrong({ code: 'NOTHING_THERE', beside: beside?.text ?? '' })
  }

  #one(token: Token): Condition {
    this.#next += 1
    switch (token.type) {
      case 'word':
        return parseWord(token.text)
      case 'not': {
        const negated = this.#peek()
        if (!negated) throw new Wrong({ code: 'NOTHING_THERE', beside: token.text })
        return { is: 'not', of: this.#one(negated) }
      }
      case '(': {
        const inside = this.#either()
        if (this.#peek()?.type !== ')') throw new Wrong({ code: 'UNCLOSED_PARENTHESIS' })
        this.#next += 1
        return inside
      }
      case 'or':
      case ')':
        throw new Wrong({ code: 'NOTHING_THERE', beside: token.text })
      default:
        return assertNever(token.type)
    }
  }
}

const oneOrMore = (is: 'every' | 'some', of: readonly Condition[]): Condition => {
  const [only] = of
  return only && of.length === 1 ? only : { is, of }
}

function parseWord(word: string): Condition {
  if (!isClosed(word)) throw new Wrong({ code: 'UNCLOSED_QUOTE', word })
  const named = namedParts(word)
  if (!named) return { is: 'text', text: unquoted(word).toLowerCase() }
  const [, operator] = named
  return operator === '!=' ? { is: 'not', of: parseNamed(word, named) } : parseNamed(word, named)
}

function parseNamed(word: string, named: readonly [string, string, string]): Condition {
  const [key, operator, rest] = named
  if (!isKey(key)) throw new Wrong({ code: 'UNKNOWN_KEY', word, key, meant: nearest(key, KEYS) })
  const value = unquoted(rest).toLowerCase()
  if (isChoiceKey(key)) return parseChoice(key, operator, value)
  if (key !== 'type') return parseNumber(key, operator, value)
  if (!isEquals(operator)) throw new Wrong({ code: 'NOT_A_NUMBER_KEY', key, operator })
  if (value === '') throw new Wrong({ code: 'TYPE_MISSING' })
  return { is: 'type', label: value }
}

/** What `!=` denies is as if it were asked for. */
const isEquals = (operator: string): boolean =>
  operator === ':' || operator === '=' || operator === '!='

function parseChoice(key: ChoiceKey, operator: string, value: string): Condition {
  if (!isEquals(operator)) throw new Wrong({ code: 'NOT_A_NUMBER_KEY', key, operator })
  const word = `${key}:${value}`
  if (isChoice(word)) return CHOICES[word]
  const words = choiceWords(key)
  const meant = value === '' ? undefined : nearest(word, words)
  throw new Wrong({ code: 'UNKNOWN_VALUE', key, value, meant, words })
}

function parseNumber(key: NumberKey, operator: string, value: string): Condition {
  const condition = readNumbers(key, operator, value)
  if (condition === undefined) throw new Wrong({ code: 'NUMBER_MISSING', key, value })
  if (condition === 'empty') throw new Wrong({ code: 'RANGE_BACKWARDS', key, value })
  return condition
}
