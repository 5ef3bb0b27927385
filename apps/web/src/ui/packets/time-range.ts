/** The range of time in a filter: read out of it, and written into it. */

import type { ItemList } from '../../session/item-list.js'
import type { Condition } from './filter-keys.js'
import { namedParts, type Token, tokensOf } from './filter-tokens.js'
import { secondsText, type TimeRange } from './time-axis.js'

/** Undefined where the filter is not held to one. */
export function rangeIn(condition: Condition): TimeRange | undefined {
  if (condition.is === 'every') {
    for (const part of condition.of) if (isTime(part)) return part
  }
  return isTime(condition) ? condition : undefined
}

const isTime = (condition: Condition): condition is Condition & TimeRange =>
  condition.is === 'between' && condition.key === 'time'

/**
 * @param range undefined takes it out
 * @param binWidth in ms; the range is written as exactly as this
 * @returns the filter with the range in place of the one that it has
 */
export function withRange(filter: string, range: TimeRange | undefined, binWidth: number): string {
  const word = range
    ? `time:${secondsText(range.min, binWidth)}..${secondsText(range.max, binWidth)}`
    : ''
  const top = topLevel(tokensOf(filter))
  const old = top.find((token, i) => isRangeWord(token) && top[i - 1]?.type !== 'not')
  if (old) {
    const rest = word === '' ? filter.slice(old.end).trimStart() : filter.slice(old.end)
    return (filter.slice(0, old.start) + word + rest).trim()
  }
  const others = filter.trim()
  if (word === '' || others === '') return word || others
  return top.some(({ type }) => type === 'or') ? `(${others}) ${word}` : `${others} ${word}`
}

function topLevel(tokens: readonly Token[]): readonly Token[] {
  let depth = 0
  return tokens.filter(({ type }) => {
    if (type === ')') depth -= 1
    const isTop = depth === 0
    if (type === '(') depth += 1
    return isTop
  })
}

function isRangeWord({ type, text }: Token): boolean {
  const [key, operator, value] = (type === 'word' && namedParts(text)) || ['', '', '']
  return key === 'time' && (operator === ':' || operator === '=') && value.includes('..')
}

/** How many packets there are in a range. */
export function packetsIn(items: ItemList, { min, max }: TimeRange): number {
  const before = (index: number) => {
    const { sent, received } = items.tally(index)
    return sent.packets + received.packets
  }
  return (
    before(countBefore(items, (time) => time <= max)) -
    before(countBefore(items, (time) => time < min))
  )
}

/** Items come in the order of their time. */
function countBefore(items: ItemList, isBefore: (time: number) => boolean): number {
  const chunks = items.chunks()
  const chunk = chunks.findLast(({ columns }) => isBefore(columns.times[0] ?? 0))
  if (!chunk) return 0
  let low = 0
  let high = chunk.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBefore(chunk.columns.times[middle] ?? 0)) low = middle + 1
    else high = middle
  }
  return chunk.start + low
}
